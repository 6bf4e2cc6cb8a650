import { type ChildProcess, spawn } from 'node:child_process';
import { parseArgs } from 'node:util';
import { loadEnvironment, readConfig } from '../corpus/config.ts';
import { createLog } from '../corpus/log.ts';
import { type Asker, openAsker } from './asker.ts';
import { askedAt } from './eval/asked-at.ts';
import { readQuestions } from './eval/questions.ts';
import { starterDataDir } from './eval/starter-corpus.ts';

/**
 * How long answers take while another program of ours has hard work to do, against a quiet machine: the bot answers while the
 * worker reads whatever it was sent. Answers are given one every `--everyMs`, as long as the other program runs.
 *
 *   tsx retrieval/fault-beside.ts --program ingest/trials/fault-reader.ts [--quiet 200] [--everyMs 100] [--mostMs 50] [-- its arguments]
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    program: { type: 'string', default: 'ingest/trials/fault-reader.ts' },
    quiet: { type: 'string', default: '200' },
    everyMs: { type: 'string', default: '100' },
    mostMs: { type: 'string', default: '50' },
  },
});

interface Times {
  readonly wallMs: number[];
  readonly processorMs: number[];
}

async function askOn(asker: Asker, goesOn: (asked: number) => boolean): Promise<Times> {
  const questions = readQuestions();
  const times: Times = { wallMs: [], processorMs: [] };
  for (let asked = 0; goesOn(asked); asked += 1) {
    const { question, language } = questions[asked % questions.length]!;
    const [from, used] = [performance.now(), process.cpuUsage()];
    await asker.ask({ text: question, language });
    times.wallMs.push(performance.now() - from);
    const { user, system } = process.cpuUsage(used);
    times.processorMs.push((user + system) / 1000);
    await new Promise((resolve) => setTimeout(resolve, Number(values.everyMs)));
  }
  return times;
}

function share(values: readonly number[], part: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length * part)] ?? 0;
}

function line(name: string, { wallMs, processorMs }: Times): string {
  const told = (all: readonly number[]) =>
    [0.5, 0.95, 0.99].map((part) => share(all, part).toFixed(1)).join(' / ');
  return `${name}: ${wallMs.length} answers, p50 / p95 / p99 ${told(wallMs)} ms by the clock, ${told(processorMs)} ms of processor`;
}

const config = readConfig({ ...loadEnvironment(), DATA_DIR: await starterDataDir() });
const asker = await openAsker(config, createLog({ level: 'error' }), { now: askedAt });
// Every question once, so that both halves find the same caches.
await askOn(asker, (asked) => asked < Number(values.quiet));
const quiet = await askOn(asker, (asked) => asked < Number(values.quiet));
console.log(line('with nothing beside', quiet));
const other: ChildProcess = spawn(
  process.execPath,
  ['--import', import.meta.resolve('tsx'), values.program, ...positionals],
  { stdio: ['ignore', 'inherit', 'inherit'] },
);
let ended: number | null = null;
other.on('exit', (code) => {
  ended = code ?? 1;
});
const beside = await askOn(asker, () => ended === null);
await asker.close();
console.log(line(`beside ${values.program}`, beside));
const more = share(beside.wallMs, 0.95) - share(quiet.wallMs, 0.95);
console.log(
  `p95 by the clock ${more >= 0 ? '+' : ''}${more.toFixed(1)} ms; at most +${values.mostMs} ms is allowed`,
);
process.exitCode = more <= Number(values.mostMs) && ended === 0 ? 0 : 1;
