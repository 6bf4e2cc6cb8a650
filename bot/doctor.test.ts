import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readConfig } from '../corpus/config.ts';
import { messageOf } from '../corpus/errors.ts';
import { silentLog } from '../corpus/log.ts';
import { type Check, reportText, runChecks } from './health/doctor-checks.ts';
import { dataChecks } from './health/doctor-data.ts';
import { telegramChecks } from './health/doctor-telegram.ts';
import { FakeTelegram } from './trials/fake-telegram.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doctor-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const look = async (checks: readonly Check[], name: string) =>
  runChecks(
    checks.filter((check) => check.name === name),
    messageOf,
  );
const data = (name: string, env: Record<string, string> = {}) =>
  look(dataChecks(readConfig({ DATA_DIR: folder, ...env }), silentLog()), name);

describe('the doctor', () => {
  it('finds nothing wrong with a fresh folder', async () => {
    for (const name of ['node', 'key', 'people', 'vectors', 'sources'])
      expect((await data(name))[0]).toMatchObject({ state: 'ok' });
  });

  it('says what is wrong with the data, and what to do', async () => {
    writeFileSync(join(folder, 'people.db'), 'no database');
    expect(await data('key')).toMatchObject([
      { state: 'bad', advice: expect.stringContaining('put the key back') },
    ]);
    expect(await data('people', { PEOPLE_KEY: 'a'.repeat(64) })).toMatchObject([{ state: 'bad' }]);
    expect(await data('settings', { DEFAULT_TIME_ZONE: 'Mars/Olympus' })).toMatchObject([{ state: 'bad' }]);
  });

  it('names one cause once, and leaves out what hangs on it', async () => {
    const config = readConfig({ DATA_DIR: join(folder, 'a-file') });
    writeFileSync(join(folder, 'a-file'), '');
    const findings = await runChecks(
      dataChecks(config, silentLog()).filter(({ name }) =>
        ['folder', 'model', 'index', 'sources'].includes(name),
      ),
      messageOf,
    );
    expect(findings.map(({ check, state }) => `${check} ${state}`)).toEqual([
      'folder bad',
      'model warn',
      'index warn',
      'sources warn',
    ]);
    expect(reportText(findings)).toContain('1 to mend');
  });

  it('leaves advice to errors that give it themselves', async () => {
    writeFileSync(join(folder, 'people.db'), Buffer.alloc(8192, 65));
    const [found] = await data('people', { PEOPLE_KEY: 'a'.repeat(64) });
    expect(found).toMatchObject({
      state: 'bad',
      says: expect.stringContaining('restore a backup'),
      advice: '',
    });
  });

  it('asks Telegram about the token, and never repeats it', async () => {
    const server = await new FakeTelegram().start();
    const config = readConfig({
      BOT_TOKEN: server.token,
      TELEGRAM_API_ROOT: server.apiRoot,
      DATA_DIR: folder,
    });
    expect(await look(telegramChecks(config), 'token')).toMatchObject([
      { state: 'ok', says: expect.stringContaining('@demining_aid_bot') },
    ]);
    expect(await look(telegramChecks(config), 'clock')).toMatchObject([{ state: 'ok' }]);
    const wrong = { ...config, BOT_TOKEN: '123456789:AAWrongTokenForTestsOnly_0123456789ab' };
    expect(await look(telegramChecks(wrong), 'token')).toMatchObject([
      { state: 'bad', says: 'Telegram refuses BOT_TOKEN' },
    ]);
    await server.stop();
    const unreachable = await look(telegramChecks(config), 'token');
    expect(unreachable).toMatchObject([{ state: 'bad', advice: expect.stringContaining('network') }]);
    expect(JSON.stringify(unreachable)).not.toContain(server.token);
  });

  it('goes on after a check that breaks', async () => {
    const findings = await runChecks(
      [
        { name: 'a', look: () => Promise.reject(new Error('boom')) },
        { name: 'b', look: async () => ({ state: 'ok', says: 'fine', advice: '' }) },
      ],
      messageOf,
    );
    expect(reportText(findings)).toMatch(/BAD +a +boom\n.*\nok +b +fine\n\n1 to mend/);
  });
});
