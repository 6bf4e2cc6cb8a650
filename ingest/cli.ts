import { loadEnvironment, readConfig, secretKeys } from '../corpus/config.ts';
import { messageOf, UserError } from '../corpus/errors.ts';
import { createLog } from '../corpus/log.ts';
import { explain } from '../corpus/storage/sqlite.ts';
import { starterIsDue } from '../corpus/upkeep/starter-due.ts';
import { type CliOptions, parseCliOptions, usage } from './cli-options.ts';
import { commandLineGapMs } from './fetch/host-pace.ts';
import { createProgressLine, type ProgressLine } from './progress-line.ts';
import { resultLine, summaryLine } from './result-line.ts';
import { type IngestOutcome, type IngestResult, wentWell } from './run/ingest-result.ts';
import { ingestTarget } from './run/ingest-target.ts';
import { type Ingest, openIngest } from './run/open-ingest.ts';
import { ingestStarter } from './run/starter.ts';

/** Counts what happens and shows it. */
class Report {
  readonly counts = new Map<IngestOutcome, number>();
  passages = 0;
  private readonly startedMs = Date.now();
  private readonly options: CliOptions;
  private readonly progress: ProgressLine;

  constructor(options: CliOptions, progress: ProgressLine) {
    this.options = options;
    this.progress = progress;
  }

  add(result: IngestResult, show: boolean): void {
    this.counts.set(result.outcome, (this.counts.get(result.outcome) ?? 0) + 1);
    this.passages += result.outcome === 'held' ? 0 : result.passages;
    if (!show) return;
    this.progress.clear();
    const { mayRetry: _retry, retryAfterMs: _wait, ...shown } = result;
    process.stdout.write(`${this.options.json ? JSON.stringify(shown) : resultLine(result)}\n`);
  }

  note(line: string): void {
    this.progress.clear();
    process.stderr.write(`${line}\n`);
  }

  finish(): boolean {
    this.progress.clear();
    const line = summaryLine(this.counts, this.passages, Date.now() - this.startedMs);
    (this.options.json ? process.stderr : process.stdout).write(`${line}\n`);
    return [...this.counts.keys()].every((outcome) => wentWell({ outcome }));
  }
}

async function main(args: readonly string[]): Promise<number> {
  const options = parseCliOptions(args);
  if (options.help) {
    process.stdout.write(`${usage}\n`);
    return 0;
  }
  const config = readConfig(loadEnvironment());
  const secrets = secretKeys.flatMap((key) => config[key] ?? []);
  // Results are on the screen already; the log of a command is for what they do not say.
  const level = config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL;
  const log = createLog({ level, secrets });
  const ingest = await openIngest({ config, log, gapMs: commandLineGapMs });
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  try {
    const progress = createProgressLine(process.stderr, Date.now);
    const report = new Report(options, progress);
    // Pages that somebody adds stand beside the starter corpus, whichever comes first.
    if (options.starter || (await starterIsDue(ingest.corpus, config))) {
      const outcome = await ingestStarter({
        ...ingest,
        config,
        onResult: (result) => {
          // Who named other targets is told of these only.
          if (options.starter || !wentWell(result)) report.add(result, options.json || !wentWell(result));
        },
        signal: stop.signal,
        onWait: () => progress.show('Another process is taking in the starter corpus'),
        onProgress: (done, total) => progress.show(`Taking in the starter corpus: ${done} of ${total}`),
      });
      if (outcome === 'off')
        report.note('The starter corpus is switched off or was removed from the sources.');
    }
    await ingestTargets(ingest, options, report, progress, stop.signal);
    const good = report.finish();
    if (stop.signal.aborted) return 130;
    return good ? 0 : 1;
  } finally {
    await ingest.close();
  }
}

async function ingestTargets(
  ingest: Ingest,
  options: CliOptions,
  report: Report,
  progress: ProgressLine,
  signal: AbortSignal,
): Promise<void> {
  let done = 0;
  const run = {
    seen: new Map<string, string | null>(),
    maxPages: options.maxPages,
    signal,
    onNote: (line: string) => report.note(line),
    onResult: (result: IngestResult) => {
      report.add(result, true);
      done += 1;
      progress.show(`${done} done`);
    },
  };
  for (const target of options.targets) {
    if (!signal.aborted) await ingestTarget(target, run, ingest.pipeline);
  }
}

// Whoever reads the results may have seen enough (`| head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

main(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (thrown: unknown) => {
    const error = explain(thrown, 'the data folder');
    process.stderr.write(`${messageOf(error)}\n`);
    if (!(error instanceof UserError) && error instanceof Error)
      process.stderr.write(`${error.stack ?? ''}\n`);
    process.exitCode = 1;
  },
);
