import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const read = (name: string) => readFileSync(new URL(`./deploy/${name}`, import.meta.url), 'utf8');
const unit = fileURLToPath(new URL('./deploy/demining-bot.service', import.meta.url));
const analyser = spawnSync('systemd-analyze', ['--version']);

describe('the deployment files', () => {
  it('run the bot as nobody special, on a read-only root, without capabilities', () => {
    expect(read('Dockerfile')).toMatch(/^USER node$/m);
    expect(read('Dockerfile').indexOf('USER node')).toBeLessThan(read('Dockerfile').indexOf('CMD ["node", '));
    const { bot } = (parse(read('compose.yaml')) as { services: { bot: Record<string, unknown> } }).services;
    expect(bot).toMatchObject({
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
    });
  });

  it('let V8 compile: the unit does not deny memory that is written and executed', () => {
    expect(read('demining-bot.service')).not.toMatch(/^MemoryDenyWriteExecute=(?:yes|true|1)/m);
  });

  it('give the bot longer to stop than it takes', () => {
    expect(Number(/TimeoutStopSec=(\d+)/.exec(read('demining-bot.service'))?.[1])).toBeGreaterThan(10);
    expect(read('compose.yaml')).toContain('stop_grace_period: 15s');
  });

  it.skipIf(analyser.status !== 0)('score 3.0 or better with systemd', () => {
    const { stdout } = spawnSync('systemd-analyze', ['security', '--offline=true', '--no-pager', unit], {
      encoding: 'utf8',
    });
    const level = /exposure level for [^:]+: ([\d.]+)/.exec(stdout)?.[1];
    expect(Number(level)).toBeLessThanOrEqual(3);
  });
});
