import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Config, loadEnvironment, readConfig, secretKeys } from '../corpus/config.ts';
import { messageOf, UserError } from '../corpus/errors.ts';
import { createLog } from '../corpus/log.ts';
import { starterIsDue } from '../corpus/upkeep/starter-due.ts';
import { ingestStarter } from '../corpus/upkeep/starter-process.ts';
import type { Answer, AnswerLanguage, Question } from './answer.ts';
import { answerText } from './answer.ts';
import { maxQuestionChars } from './ask.ts';
import { type OpenAsker, openAsker } from './asker.ts';

const usage = `Usage: npm run -s ask -- "question" [--json] [--language uk|en|ru|ja] [--previous "question before"]
       npm run -s ask -- --batch questions.jsonl

Answers a question with cited passages from the corpus. A batch has one JSON object a line:
{"id": "1", "question": "...", "language": "uk", "previous": "..."}; one JSON object a line comes out.`;

const languages = ['uk', 'en', 'ru', 'ja'] as const;
const batchLine = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  question: z.string(),
  language: z.enum(languages).optional(),
  previous: z.string().optional(),
});

interface Options {
  readonly question: string | null;
  readonly batch: string | null;
  readonly json: boolean;
  readonly language: AnswerLanguage | null;
  readonly previous: string | null;
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) {
    console.log(usage);
    return 0;
  }
  const env = loadEnvironment();
  const config = readConfig(env);
  const question =
    options.question === null ? null : readQuestion({ question: options.question }, options, config);
  const asker = await openReady(config, env);
  try {
    if (options.batch !== null) return await answerBatch(options.batch, options, config, asker);
    const startedAt = performance.now();
    const answer = await asker.ask(question!);
    console.log(
      options.json ? JSON.stringify(toJson(null, answer, performance.now() - startedAt)) : answerText(answer),
    );
    return 0;
  } finally {
    await asker.close();
  }
}

function readOptions(args: readonly string[]): Options | null {
  const parsed = parse(args);
  if (parsed.values.help) return null;
  const { batch, language } = parsed.values;
  if (language !== undefined && !(languages as readonly string[]).includes(language)) {
    throw new UserError(`--language ${language} is not one of ${languages.join(', ')}.`);
  }
  if (batch === undefined && parsed.positionals.length === 0)
    throw new UserError('Nothing was asked. Try: npm run -s ask -- --help');
  return {
    question: batch === undefined ? parsed.positionals.join(' ') : null,
    batch: batch ?? null,
    json: parsed.values.json ?? false,
    language: (language as AnswerLanguage | undefined) ?? null,
    previous: parsed.values.previous ?? null,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
        batch: { type: 'string' },
        language: { type: 'string' },
        previous: { type: 'string' },
      },
    });
  } catch (error) {
    throw new UserError(`${messageOf(error).split('.')[0]}. Try: npm run -s ask -- --help`, { cause: error });
  }
}

function readQuestion(
  line: {
    readonly question: string;
    readonly language?: AnswerLanguage | undefined;
    readonly previous?: string | undefined;
  },
  options: Options,
  config: Config,
): Question {
  const text = line.question.trim();
  if (text === '') throw new UserError('The question is empty. Write what you want to know.');
  if (text.length > maxQuestionChars) {
    throw new UserError(
      `The question has ${text.length} characters; at most ${maxQuestionChars} are read. Shorten it.`,
    );
  }
  const previous = line.previous ?? options.previous;
  return {
    text,
    language: line.language ?? options.language ?? config.DEFAULT_LANGUAGE,
    ...(previous === null ? {} : { previous: previous.slice(0, maxQuestionChars) }),
  };
}

async function openReady(
  config: Config,
  env: Readonly<Record<string, string | undefined>>,
): Promise<OpenAsker> {
  const secrets = secretKeys.flatMap((key) => config[key] ?? []);
  const log = createLog({ level: config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL, secrets });
  const asker = await openAsker(config, log);
  if (await starterIsDue(asker.corpus, config)) await ingestStarter(config, env);
  return asker;
}

async function answerBatch(
  path: string,
  options: Options,
  config: Config,
  asker: OpenAsker,
): Promise<number> {
  let failed = 0;
  let number = 0;
  for await (const line of readLines(path)) {
    number += 1;
    if (line.trim() === '') continue;
    try {
      const { id, question } = readLine(line, number, options, config);
      const startedAt = performance.now();
      const answer = await asker.ask(question);
      console.log(JSON.stringify(toJson(id ?? null, answer, performance.now() - startedAt)));
    } catch (error) {
      failed += 1;
      console.error(`Line ${number}: ${messageOf(error)}`);
    }
  }
  return failed === 0 ? 0 : 1;
}

async function* readLines(path: string): AsyncGenerator<string> {
  const input = createReadStream(path, 'utf8');
  const opened = new Promise<void>((resolve, reject) => {
    input.once('open', () => resolve());
    input.once('error', reject);
  });
  try {
    await opened;
  } catch (error) {
    throw new UserError(`Cannot read the batch ${path}: ${messageOf(error)}`, { cause: error });
  }
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}

function readLine(line: string, number: number, options: Options, config: Config) {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new UserError('not JSON; each line is one object with a "question".', { cause: error });
  }
  const parsed = batchLine.safeParse(value);
  if (!parsed.success)
    throw new UserError(`${parsed.error.issues[0]!.path.join('.')} ${parsed.error.issues[0]!.message}`);
  return { id: parsed.data.id ?? number, question: readQuestion(parsed.data, options, config) };
}

function toJson(id: string | number | null, answer: Answer, ms: number) {
  return {
    ...(id === null ? {} : { id }),
    kind: answer.kind,
    language: answer.language,
    text: answerText(answer),
    citations: answer.citations,
    retrieved: answer.retrieved,
    ms: Math.round(ms * 10) / 10,
  };
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof UserError ? error.message : `Unexpected failure: ${messageOf(error)}`);
    if (!(error instanceof UserError) && process.env.LOG_LEVEL === 'debug') console.error(error);
    process.exitCode = error instanceof UserError ? 2 : 1;
  },
);
