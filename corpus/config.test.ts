import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { configKeys, loadEnvironment, readConfig, secretKeys } from './config.ts';
import { ConfigError } from './errors.ts';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).problems;
  }
  return [];
}

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toMatchObject({
      DATA_DIR: 'data',
      DEFAULT_LANGUAGE: 'uk',
      STARTER_CORPUS: true,
      EMBEDDING_MODEL: 'bundled',
      OWNER_IDS: [],
      LOG_LEVEL: 'info',
    });
    expect(readConfig({}).BOT_TOKEN).toBeUndefined();
  });

  it('takes an empty value for an unset one, but not for a prefix', () => {
    const config = readConfig({ DATA_DIR: '', BOT_TOKEN: ' ', EMBEDDING_QUERY_PREFIX: '' });
    expect([config.DATA_DIR, config.BOT_TOKEN, config.EMBEDDING_QUERY_PREFIX]).toEqual([
      'data',
      undefined,
      '',
    ]);
  });

  it('reads switches, numbers and lists', () => {
    const config = readConfig({
      STARTER_CORPUS: 'off',
      HEALTH_PORT: '8080',
      OWNER_IDS: '1, 22,',
      FETCH_ALLOW: 'a:1,b:2',
    });
    expect(config).toMatchObject({
      STARTER_CORPUS: false,
      HEALTH_PORT: 8080,
      OWNER_IDS: ['1', '22'],
      FETCH_ALLOW: ['a:1', 'b:2'],
    });
  });

  it('names every wrong key in one line', () => {
    const env = { DEFAULT_LANGUAGE: 'fr', HEALTH_PORT: '99999', OWNER_IDS: '@name', LOG_LEVEL: 'loud' };
    expect(
      problemsOf(env)
        .map((problem) => problem.split(' ')[0])
        .sort(),
    ).toEqual(Object.keys(env).sort());
    expect(() => readConfig(env)).toThrow(/^Configuration: [^\n]+\.env\.example[^\n]+$/);
  });

  it('shows the wrong value, unless it is a secret', () => {
    expect(problemsOf({ HEALTH_PORT: 'many' })[0]).toContain('"many"');
    const secret = 'not allowed in a header !';
    expect(problemsOf({ WEBHOOK_SECRET: secret }).join()).not.toContain(secret);
    expect(problemsOf({ WEBHOOK_SECRET: secret })).toHaveLength(1);
  });

  it('asks for what a choice needs', () => {
    const webhook = problemsOf({ BOT_MODE: 'webhook', BOT_TOKEN: '1:x' });
    expect(webhook.map((problem) => problem.split(' ')[0])).toEqual(['WEBHOOK_URL', 'WEBHOOK_SECRET']);
    expect(problemsOf({ LLM_BASE_URL: 'http://127.0.0.1:1/v1' })[0]).toMatch(/^LLM_MODEL is needed/);
  });

  it('is not bothered by keys of other programs', () => {
    expect(problemsOf({ PATH: '/bin', TERM: 'x' })).toEqual([]);
  });
});

describe('configKeys', () => {
  it('describes every key, and the defaults can be read back', () => {
    const docs = configKeys();
    expect(docs.every((doc) => doc.description.length > 10)).toBe(true);
    const env = Object.fromEntries(
      docs.filter((doc) => doc.fallback !== '').map((doc) => [doc.key, doc.fallback]),
    );
    expect(readConfig(env)).toEqual(readConfig({}));
  });

  it('knows the secrets by name', () => {
    const names = configKeys().map((doc) => doc.key);
    expect(secretKeys.every((key) => names.includes(key))).toBe(true);
  });
});

describe('loadEnvironment', () => {
  const withFile = (content: string) => {
    const folder = mkdtempSync(join(tmpdir(), 'env-test-'));
    writeFileSync(join(folder, '.env'), content);
    const loaded = loadEnvironment(join(folder, '.env'));
    rmSync(folder, { recursive: true });
    return loaded;
  };

  it('reads names, quotes and comments', () => {
    const env = withFile(
      '# comment\nexport TEST_A=1\nTEST_B="two words # kept"\r\nTEST_C=three # dropped\nnonsense\nTEST_D=a=b\n',
    );
    expect([env.TEST_A, env.TEST_B, env.TEST_C, env.TEST_D]).toEqual([
      '1',
      'two words # kept',
      'three',
      'a=b',
    ]);
  });

  it('lets the environment win over the file', () => {
    process.env.TEST_CONFIG_WINS = 'environment';
    expect(withFile('TEST_CONFIG_WINS=file').TEST_CONFIG_WINS).toBe('environment');
    delete process.env.TEST_CONFIG_WINS;
  });

  it('is the environment alone without a file', () => {
    expect(loadEnvironment('/nowhere/.env')).toEqual({ ...process.env });
  });
});
