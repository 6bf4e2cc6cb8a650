import { percentile } from '../eval/metrics.ts';

/** One measured thing, ready to print. */
export interface Figure {
  /** Benchmark it belongs to. */
  readonly benchmark: string;
  readonly name: string;
  /** Unit of the numbers; `x` for a ratio. */
  readonly unit: string;
  readonly median: number;
  /** Lowest and highest of the repetitions; the same as the median for a single one. */
  readonly low: number;
  readonly high: number;
  readonly repetitions: number;
  /** What must not be exceeded (`most`) or missed (`least`), in the same unit. */
  readonly target?: { readonly most: number } | { readonly least: number };
  /** Instead of numbers: why there are none. */
  readonly missing?: string;
}

/** The figure of some repetitions. */
export function figureOf(
  place: Pick<Figure, 'benchmark' | 'name' | 'unit' | 'target'>,
  values: readonly number[],
): Figure {
  return {
    ...place,
    median: percentile(values, 0.5),
    low: Math.min(...values),
    high: Math.max(...values),
    repetitions: values.length,
  };
}

/** What pieces of work took: by the clock, which tells of the neighbours as well, and by the processor, which does not. */
export interface Spent {
  readonly wallMs: number;
  /** null where it cannot be told. */
  readonly cpuMs: number | null;
}

/** Does some work in this process. */
export async function spentOn(work: () => Promise<unknown>): Promise<Spent> {
  const from = process.cpuUsage();
  const startedAt = performance.now();
  await work();
  const { user, system } = process.cpuUsage(from);
  return { wallMs: performance.now() - startedAt, cpuMs: (user + system) / 1000 };
}

/** Two figures of the same work, the second without a target. @param read the figure of milliseconds that the work took. */
export function figuresOfSpent(
  place: Parameters<typeof figureOf>[0],
  runs: readonly Spent[],
  read: (ms: number) => number,
): readonly Figure[] {
  const byClock = figureOf(
    place,
    runs.map(({ wallMs }) => read(wallMs)),
  );
  const cpuMs = runs.flatMap((run) => run.cpuMs ?? []);
  if (cpuMs.length < runs.length) return [byClock];
  const { target: _, ...rest } = place;
  return [byClock, figureOf({ ...rest, name: `${place.name}, processor` }, cpuMs.map(read))];
}

/** A figure that could not be taken. */
export function missingFigure(benchmark: string, name: string, missing: string): Figure {
  return { benchmark, name, unit: '', median: 0, low: 0, high: 0, repetitions: 0, missing };
}

/** True unless the median is beyond the target. */
export function meetsTarget({ target, median }: Figure): boolean {
  if (target === undefined) return true;
  return 'most' in target ? median <= target.most : median >= target.least;
}

/** One Markdown table row per figure, with a heading. */
export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => {
    const { benchmark, name, missing } = figure;
    return missing === undefined
      ? `| ${benchmark} | ${name} | ${number(figure.median)} ${figure.unit} | ${spread(figure)} | ${targetOf(figure)} |`
      : `| ${benchmark} | ${name} | ${missing} | | |`;
  });
  return ['| benchmark | figure | median | lowest-highest | target |', '|---|---|---|---|---|', ...rows].join(
    '\n',
  );
}

function spread({ low, high, repetitions }: Figure): string {
  return repetitions > 1 ? `${number(low)}-${number(high)} (${repetitions})` : '';
}

function targetOf(figure: Figure): string {
  const { target } = figure;
  if (target === undefined) return '';
  const bound = 'most' in target ? `<= ${target.most}` : `>= ${target.least}`;
  return `${bound} ${meetsTarget(figure) ? 'met' : 'MISSED'}`;
}

function number(value: number): string {
  return value >= 100 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
