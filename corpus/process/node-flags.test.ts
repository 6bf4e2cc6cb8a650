import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { nodeFlags } from './node-flags.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const written = [...nodeFlags.slice(0, -1), 'tsx'];

// Garbage of 200 MB, a little at a time, and then the room V8 has made for it.
const allocate = `
  let kept = []; for (let n = 0; n < 2e6; n++) { kept.push({ n }); if (kept.length > 4e4) kept = []; }
  const space = require('node:v8').getHeapSpaceStatistics().find(({ space_name }) => space_name === 'new_space');
  console.log(space.space_size / 2 ** 20);`;

function roomForYoungObjects(flags: readonly string[]): number {
  return Number(spawnSync(process.execPath, [...flags, '-e', allocate], { encoding: 'utf8' }).stdout);
}

describe('the flags of node', () => {
  it('are those of every script that people start, of the container and of the systemd unit', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const name of ['start', 'ask', 'ingest', 'corpus', 'sources', 'doctor', 'eval'])
      expect(scripts[name]).toMatch(new RegExp(`^node ${written.join(' ')} [a-z/-]+\\.ts$`));
    expect(read('bot/deploy/Dockerfile')).toContain(
      `CMD ${JSON.stringify(['node', ...written, 'bot/main.ts']).replaceAll(',', ', ')}`,
    );
    expect(read('bot/deploy/demining-bot.service')).toContain(
      `/usr/bin/node ${written.join(' ')} bot/main.ts`,
    );
  });

  it('keep the room for young objects small', () => {
    expect(roomForYoungObjects(nodeFlags)).toBeLessThanOrEqual(12);
    expect(roomForYoungObjects(nodeFlags.slice(1))).toBeGreaterThan(12);
  });
});
