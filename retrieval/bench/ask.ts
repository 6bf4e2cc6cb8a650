import { percentile } from '../eval/metrics.ts';
import type { AskReport } from './ask-probe.ts';
import { probe } from './child.ts';
import { type Figure, figureOf } from './figure.ts';
import { growCorpus } from './grown-corpus.ts';
import type { BenchOptions } from './options.ts';

/** From this many passages on the bot may have more memory. */
export const largestSize = 100_000;

/** Asking over grown corpora of each size: time, memory, blocks of the event loop, and a page added meanwhile. */
export async function benchAsk(options: BenchOptions): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const p50 = new Map<number, number>();
  for (const size of options.sizes) {
    const { config } = await growCorpus(size, options.seed);
    const reports: AskReport[] = [];
    for (let run = 0; run < options.repeat; run += 1) {
      const order = { dataDir: config.DATA_DIR, questions: options.questions, seed: options.seed + run };
      reports.push(await probe<AskReport>('ask-probe', order));
    }
    const taken = figuresOf(size, reports);
    p50.set(size, taken[0]!.median);
    figures.push(...taken);
  }
  return [...figures, ...growth(p50)];
}

function figuresOf(size: number, reports: readonly AskReport[]): readonly Figure[] {
  const figure = (
    name: string,
    unit: string,
    read: (report: AskReport) => number,
    target?: Figure['target'],
  ) =>
    figureOf(
      {
        benchmark: 'ask',
        name: `${size} passages: ${name}`,
        unit,
        ...(target === undefined ? {} : { target }),
      },
      reports.map(read),
    );
  const at = (share: number) => (report: AskReport) => percentile(report.askMs, share);
  return [
    figure('new question p50', 'ms', at(0.5)),
    figure('new question p95', 'ms', at(0.95), { most: 60 }),
    figure('new question p99', 'ms', at(0.99)),
    figure('new question p50, processor', 'ms', ({ askCpuMs }) => percentile(askCpuMs, 0.5)),
    figure('new question p95, processor', 'ms', ({ askCpuMs }) => percentile(askCpuMs, 0.95)),
    figure('question asked before p50', 'ms', ({ againMs }) => percentile(againMs, 0.5)),
    figure('question asked before p95', 'ms', ({ againMs }) => percentile(againMs, 0.95), { most: 60 }),
    figure('first question', 'ms', ({ firstMs }) => firstMs),
    figure('questions the bot asks itself after its start', 'ms', ({ warmUpMs }) => warmUpMs),
    figure('longest block of the event loop', 'ms', ({ longestBlockMs }) => longestBlockMs, { most: 50 }),
    figure('longest block of the event loop, processor', 'ms', ({ longestBlockCpuMs }) => longestBlockCpuMs),
    figure('open', 'ms', ({ openMs }) => openMs, { most: 2000 }),
    figure('open, processor', 'ms', ({ openCpuMs }) => openCpuMs),
    figure('memory after opening', 'MB', ({ openRssMb }) => openRssMb),
    figure('memory after answering', 'MB', ({ rssMb }) => rssMb, { most: size >= largestSize ? 500 : 400 }),
    figure('add a page', 'ms', ({ addPageMs }) => percentile(addPageMs, 0.5), { most: 200 }),
    figure('question after adding a page', 'ms', ({ askAfterAddMs }) => percentile(askAfterAddMs, 0.5)),
  ];
}

function growth(p50: ReadonlyMap<number, number>): readonly Figure[] {
  const sizes = [...p50.keys()].sort((a, b) => a - b);
  return sizes.slice(1).map((size, index) => {
    const smaller = sizes[index]!;
    const place = {
      benchmark: 'ask',
      name: `time from ${smaller} to ${size} passages`,
      unit: 'x',
      target: { most: size / smaller },
    };
    return figureOf(place, [p50.get(size)! / p50.get(smaller)!]);
  });
}
