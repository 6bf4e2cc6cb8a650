import { messageOf, UserError } from '../../corpus/errors.ts';
import { benchAsk } from './ask.ts';
import { benchEmbed } from './embed.ts';
import { type Figure, figureTable, meetsTarget } from './figure.ts';
import { benchIndex } from './index-file.ts';
import { benchIngest } from './ingest.ts';
import { describeMachine, readMachine } from './machine.ts';
import { benchMemory } from './memory.ts';
import { type BenchmarkName, type BenchOptions, readOptions, usage } from './options.ts';
import { benchPeers } from './peers.ts';
import { benchStart } from './start.ts';

const benchmarks: Readonly<Record<BenchmarkName, (options: BenchOptions) => Promise<readonly Figure[]>>> = {
  ingest: benchIngest,
  embed: benchEmbed,
  index: benchIndex,
  start: benchStart,
  ask: benchAsk,
  memory: benchMemory,
  peers: benchPeers,
};

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (options === null) return void console.log(usage);
  const machine = readMachine();
  if (!options.json) {
    console.log(describeMachine(machine));
    console.log(`seed ${options.seed}, ${options.questions} questions, ${options.repeat} repetitions\n`);
  }
  const figures: Figure[] = [];
  for (const name of options.only) {
    console.error(`${name} …`);
    const taken = await benchmarks[name](options);
    figures.push(...taken);
    if (!options.json) console.log(`${figureTable(taken)}\n`);
  }
  const missed = figures.filter((figure) => !meetsTarget(figure)).map(({ name }) => name);
  if (options.json) console.log(JSON.stringify({ machine, options, figures, missed }));
  else console.log(missed.length === 0 ? 'Every target was met.' : `Targets missed: ${missed.join('; ')}`);
}

main().catch((error: unknown) => {
  console.error(error instanceof UserError ? messageOf(error) : error);
  process.exitCode = 1;
});
