import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { ConfigError } from './errors.ts';

const flag = (fallback: boolean) =>
  z
    .enum(['on', 'off', 'true', 'false', '1', '0'])
    .default(fallback ? 'on' : 'off')
    .transform((value) => value === 'on' || value === 'true' || value === '1');

const optionalText = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional();

const commaList = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((item) => item.trim())
      .filter((item) => item !== ''),
  );

const ownerIds = commaList.refine((ids) => ids.every((id) => /^\d{1,16}$/.test(id)), {
  message: 'must be numeric Telegram ids separated by commas, for example 123456789',
});

const integer = (options: { fallback: number; min: number; max: number }) =>
  z.coerce.number().int().min(options.min).max(options.max).default(options.fallback);

/**
 * Every key the project reads, in the order in which README and `.env.example` show them. Ranking numbers are not
 * here on purpose: they change by commit, with an evaluation result.
 */
const keys = {
  BOT_TOKEN: optionalText.describe(
    'Token from @BotFather. Without it `npm start` opens the bot in the terminal.',
  ),
  OWNER_IDS: ownerIds.describe('Numeric Telegram ids of the owners, comma separated.'),
  DATA_DIR: z
    .string()
    .trim()
    .min(1)
    .default('data')
    .describe('Folder of all state: databases, index, model, logs.'),
  STARTER_CORPUS: flag(true).describe('`off` starts with an empty corpus instead of the bundled briefs.'),
  DEFAULT_LANGUAGE: z
    .enum(['uk', 'en'])
    .default('uk')
    .describe('Language of the bot for people whose language is unknown.'),
  DEFAULT_TIME_ZONE: z
    .string()
    .default('Europe/Kyiv')
    .describe('IANA time zone of digests until a reader picks one.'),
  BOT_MODE: z.enum(['polling', 'webhook']).default('polling').describe('How updates arrive from Telegram.'),
  WEBHOOK_URL: optionalText.describe('Public HTTPS address of the webhook; needed in webhook mode.'),
  WEBHOOK_SECRET: optionalText.describe('1-256 characters A-Z a-z 0-9 _ -; needed in webhook mode.'),
  WEBHOOK_PORT: integer({ fallback: 8443, min: 0, max: 65535 }).describe(
    'Port the webhook server listens on.',
  ),
  WEBHOOK_HOST: z
    .string()
    .default('127.0.0.1')
    .describe('Address the webhook server listens on, behind a TLS proxy.'),
  TELEGRAM_API_ROOT: z
    .url()
    .default('https://api.telegram.org')
    .describe('Bot API server, for a local one or for tests.'),
  HEALTH_PORT: integer({ fallback: 0, min: 0, max: 65535 }).describe(
    'Port for /healthz, /readyz and /metrics; 0 is off.',
  ),
  HEALTH_HOST: z.string().default('127.0.0.1').describe('Address the health server listens on.'),
  QUESTIONS_PER_MINUTE: integer({ fallback: 20, min: 1, max: 600 }).describe(
    'Questions one person may ask per minute.',
  ),
  PEOPLE_KEY: optionalText.describe('32 bytes, base64 or hex: encrypts ids and preferences at rest.'),
  PEOPLE_KEY_FILE: optionalText.describe(
    'File that holds PEOPLE_KEY; made on first start when neither is set.',
  ),
  SAFETY_CARD_DIR: optionalText.describe('Folder with your own safety cards (uk.md, en.md, ru.md, ja.md).'),
  EMBEDDING_MODEL: z
    .string()
    .default('bundled')
    .describe('`bundled`, a Hugging Face name such as Xenova/multilingual-e5-small, or a local folder.'),
  EMBEDDING_DTYPE: z
    .enum(['fp32', 'fp16', 'q8', 'uint8'])
    .default('q8')
    .describe('Weights of the model to load.'),
  EMBEDDING_POOLING: z
    .enum(['mean', 'cls'])
    .optional()
    .describe('How token vectors become one vector; unset: what the model family was trained with.'),
  EMBEDDING_QUERY_PREFIX: z
    .string()
    .optional()
    .describe(
      'Put before a question; unset: what the model family wants (`query: ` for e5), empty: nothing.',
    ),
  EMBEDDING_PASSAGE_PREFIX: z
    .string()
    .optional()
    .describe(
      'Put before a passage; unset: what the model family wants (`passage: ` for e5), empty: nothing.',
    ),
  FETCH_ALLOW: commaList.describe(
    'host:port pairs the fetch guard lets through although they are private; for tests.',
  ),
  FETCH_CONTACT: optionalText.describe(
    'Address or page named in the User-Agent so that sites can reach you.',
  ),
  LLM_BASE_URL: optionalText.describe(
    'OpenAI-compatible server that may rephrase accepted quotes; off when empty.',
  ),
  LLM_MODEL: optionalText.describe('Model name on that server.'),
  LLM_API_KEY: optionalText.describe('Key for that server.'),
  LLM_TIMEOUT_MS: integer({ fallback: 8000, min: 100, max: 120_000 }).describe(
    'After this the extractive answer goes out.',
  ),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('How much is logged.'),
} as const;

const schema = z.object(keys).superRefine((value, context) => {
  const need = (key: keyof typeof keys, when: string) => {
    if (value[key] === undefined)
      context.addIssue({ code: 'custom', path: [key], message: `is needed ${when}` });
  };
  if (value.BOT_MODE === 'webhook' && value.BOT_TOKEN !== undefined) {
    need('WEBHOOK_URL', 'in webhook mode');
    need('WEBHOOK_SECRET', 'in webhook mode');
  }
  if (value.LLM_BASE_URL !== undefined) need('LLM_MODEL', 'with LLM_BASE_URL');
  if (value.WEBHOOK_SECRET !== undefined && !/^[A-Za-z0-9_-]{1,256}$/.test(value.WEBHOOK_SECRET)) {
    context.addIssue({
      code: 'custom',
      path: ['WEBHOOK_SECRET'],
      message: 'may only hold A-Z a-z 0-9 _ -, 1 to 256',
    });
  }
});

/** The validated configuration; absent optional keys are `undefined`. */
export type Config = Readonly<z.infer<typeof schema>>;

/** Documentation of one key, for README and `.env.example`. */
export interface ConfigKeyDoc {
  readonly key: string;
  readonly description: string;
  readonly fallback: string;
}

/** Keys whose values must never be printed. */
export const secretKeys = ['BOT_TOKEN', 'WEBHOOK_SECRET', 'PEOPLE_KEY', 'LLM_API_KEY'] as const;

/**
 * Validates the environment. An empty string counts as unset.
 * @throws ConfigError naming every wrong key; values of secret keys are not repeated.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.keys(keys)
      .filter((key) => env[key] !== undefined && (env[key] !== '' || key.endsWith('_PREFIX')))
      .map((key) => [key, env[key]]),
  );
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new ConfigError(
    parsed.error.issues.map((issue) => {
      const key = String(issue.path[0]);
      const secret = (secretKeys as readonly string[]).includes(key);
      const shown = secret || given[key] === undefined ? '' : ` (got ${JSON.stringify(given[key])})`;
      return `${key} ${issue.message}${shown}`;
    }),
  );
}

/** Reads `.env` beside the working directory, if there is one, under the variables already set. */
export function loadEnvironment(path = '.env'): Record<string, string | undefined> {
  if (!existsSync(path)) return { ...process.env };
  const fromFile: Record<string, string> = {};
  for (const line of readFileSync(path, 'utf8').split(/\r?\n/)) {
    const match = /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)\s*=(.*)$/.exec(line);
    if (match) fromFile[match[1]!] = unquote(match[2]!.trim());
  }
  return { ...fromFile, ...process.env };
}

function unquote(value: string): string {
  const quoted = /^(["'])(.*)\1$/.exec(value);
  return quoted ? quoted[2]! : value.replace(/(?<!\s)\s+#[\s\S]*$/, '');
}

/** Every key with its meaning and default, in display order. */
export function configKeys(): readonly ConfigKeyDoc[] {
  const defaults = schema.safeParse({}).data as Record<string, unknown>;
  return Object.entries(keys).map(([key, value]) => ({
    key,
    description: value.description ?? '',
    fallback: show(defaults[key]),
  }));
}

function show(value: unknown): string {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return '';
  if (typeof value === 'boolean') return value ? 'on' : 'off';
  return String(value);
}
