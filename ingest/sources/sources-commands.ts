import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Tier } from '../../corpus/document.ts';
import { UserError } from '../../corpus/errors.ts';
import { type Decider, decideSource } from '../../corpus/sources/decide-source.ts';
import type { Decision } from '../../corpus/sources/source-rules.ts';
import type { SourceStatus } from '../../corpus/sources/sources.ts';
import {
  keepUpload,
  settleCheck,
  startCheck,
  suggestSource,
  webAddress,
} from '../../corpus/sources/suggest-source.ts';
import { maxUploadsBytes, uploadName, uploadsFolder, uploadTypes } from '../../corpus/sources/uploads.ts';
import { defaultFetchLimits } from '../limits.ts';
import { documentCommands } from './document-commands.ts';
import { reportLines, sourceLine, sourceLines, verdictLine } from './source-lines.ts';
import { listCommands } from './source-list-commands.ts';
import type { SourcesCommand, SourcesDeps } from './sources-command.ts';
import {
  numberOf,
  parseSourcesRequest,
  type SourcesRequest,
  sourcesHelp,
  UsageError,
} from './sources-usage.ts';

/** Runs one command of `npm run sources`. @returns the exit code: 0 done, 1 refused, 2 not understood. */
export async function runSourcesCommand(args: readonly string[], deps: SourcesDeps): Promise<number> {
  try {
    const request = parseSourcesRequest(args);
    if (request.flags.help || request.command === '') {
      deps.out(sourcesHelp);
      return request.flags.help ? 0 : 2;
    }
    const command = commands[request.command];
    if (command === undefined)
      throw new UsageError(`There is no command ${request.command}. See npm run -s sources -- --help.`);
    return (await command(request, deps)) ? 0 : 1;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    deps.say(error.message);
    return error instanceof UsageError ? 2 : 1;
  }
}

const commands: Readonly<Record<string, SourcesCommand>> = {
  add,
  list,
  show,
  check,
  approve: decideEach(({ flags }) =>
    flags.tier === undefined ? { act: 'approve' } : { act: 'approve', tier: tierOf(flags.tier) },
  ),
  trial: decideEach(() => ({ act: 'trial' })),
  reject: decideEach(({ flags }) => ({ act: 'reject', reason: flags.reason ?? '' })),
  pause: decideEach(({ flags }) => ({ act: 'pause', ...reasonIn(flags) })),
  resume: decideEach(() => ({ act: 'resume' })),
  refetch: decideEach(() => ({ act: 'refetch' })),
  remove: decideEach(({ flags }) => ({ act: 'remove', ...reasonIn(flags) })),
  undo: decideEach(() => ({ act: 'undo' })),
  tier: decideWith((value) => ({ act: 'tier', tier: tierOf(value) })),
  schedule: decideWith((value) => ({ act: 'schedule', minutes: numberOf(value, 'schedule') })),
  ...documentCommands,
  ...listCommands,
};

function reasonIn({ reason }: SourcesRequest['flags']): { reason?: string } {
  return reason === undefined ? {} : { reason };
}

function tierOf(text: string | undefined): Tier {
  if (text === 'official' || text === 'established') return text;
  throw new UsageError(`A tier is official or established (got ${text ?? 'nothing'}).`);
}

function decideEach(decisionOf: (request: SourcesRequest) => Decision): SourcesCommand {
  return async (request, deps) => {
    const decision = decisionOf(request);
    if (request.operands.length === 0) numberOf(undefined, request.command);
    const ids = request.operands.map((text) => numberOf(text, request.command));
    let all = true;
    for (const id of ids) all = (await decide(id, decision, deps)) && all;
    return all;
  };
}

function decideWith(decisionOf: (value: string | undefined) => Decision): SourcesCommand {
  return async ({ operands: [id, value], command }, deps) =>
    decide(numberOf(id, command), decisionOf(value), deps);
}

async function decide(sourceId: number, decision: Decision, deps: SourcesDeps): Promise<boolean> {
  const { corpus, actor, now } = deps;
  const by: Decider = { actor, unlimited: true };
  // A source of an imported list was never looked at: that comes first, so that one command is enough.
  if (decision.act === 'approve' || decision.act === 'trial') await lookIfNeeded(sourceId, deps);
  const { verdict, source } = await decideSource(corpus, { sourceId, decision, by, now: now() });
  deps.out(verdictLine(source, verdict, decision.act));
  return verdict.kind !== 'refused';
}

async function lookIfNeeded(sourceId: number, deps: SourcesDeps): Promise<void> {
  const source = await deps.corpus.sources.find(sourceId);
  if (source?.status !== 'pending') return;
  const known = await deps.corpus.sourceChecks.find(sourceId);
  if (known?.report?.problem === null) return;
  await lookAt(sourceId, deps);
}

async function lookAt(sourceId: number, deps: SourcesDeps): Promise<void> {
  const source = await deps.corpus.sources.find(sourceId);
  if (source === null)
    throw new UserError(`There is no source with number ${sourceId}: see the list of sources.`);
  deps.say(`Looking at ${source.url} …`);
  await startCheck(deps.corpus, source, { now: deps.now(), onlyIfMissing: false });
  await deps.look(sourceId);
  await settleCheck(deps.corpus, sourceId, deps.now());
}

async function add({ operands: [target], flags }: SourcesRequest, deps: SourcesDeps): Promise<boolean> {
  if (target === undefined) throw new UsageError('add takes an address or a file.');
  const question = await questionIn(flags, deps);
  const url = /^[a-z]+:\/\//i.test(target)
    ? webAddress(target)
    : ((await upload(target, deps)) ?? webAddress(target));
  if (url === null)
    throw new UserError(`${target} is neither an address of the web nor a file that can be read.`);
  const by = { actor: deps.actor, isModerator: true };
  const { kind, source } = await suggestSource(deps.corpus, { url, by, now: deps.now(), ...question });
  if (kind === 'known') {
    deps.say(`${url} is source ${source.id} already (${source.status}).`);
    return false;
  }
  await deps.look(source.id);
  return showLook(source.id, deps);
}

async function questionIn(
  { question }: SourcesRequest['flags'],
  { corpus }: SourcesDeps,
): Promise<{ questionId?: number }> {
  if (question === undefined) return {};
  const questionId = numberOf(question, '--question');
  if ((await corpus.unanswered.find(questionId)) === null)
    throw new UserError(`There is no question with number ${questionId}: see unanswered.`);
  return { questionId };
}

async function upload(path: string, deps: SourcesDeps): Promise<string | null> {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch {
    // Not a file: then it has to be an address, and the caller says so when it is neither.
    return null;
  }
  if (bytes.length > defaultFetchLimits.maxPdfBytes)
    throw new UserError(`${path} is larger than ${defaultFetchLimits.maxPdfBytes / 1024 / 1024} MB.`);
  const name = uploadName(basename(path), bytes);
  if (name === null) throw new UserError(`${path}: only ${uploadTypes.join(', ')} can be added.`);
  const address = await keepUpload(deps.dataDir, name, bytes);
  if (address !== null) return address;
  const limit = `${maxUploadsBytes / 1024 / 1024} MB`;
  throw new UserError(
    `${path} is not kept: the files in ${deps.dataDir}/${uploadsFolder} would take more than ${limit}. Remove sources that are files first; their files go two days later.`,
  );
}

async function check({ operands: [id] }: SourcesRequest, deps: SourcesDeps): Promise<boolean> {
  const sourceId = numberOf(id, 'check');
  await lookAt(sourceId, deps);
  return showLook(sourceId, deps);
}

async function showLook(sourceId: number, deps: SourcesDeps): Promise<boolean> {
  const state = await settleCheck(deps.corpus, sourceId, deps.now());
  if (state.kind === 'failed') {
    deps.say(`Source ${sourceId} could not be looked at: ${state.error}.`);
    return false;
  }
  const report = (await deps.corpus.sourceChecks.find(sourceId))?.report ?? null;
  if (report === null) {
    deps.say(`Source ${sourceId} is still being looked at; later: npm run -s sources -- show ${sourceId}`);
    return false;
  }
  deps.out(`number        ${sourceId}`);
  for (const line of reportLines(report)) deps.out(line);
  if (report.problem === null) deps.say(`Let it in: npm run -s sources -- approve ${sourceId}`);
  return report.problem === null;
}

const statuses: readonly SourceStatus[] = ['pending', 'trial', 'active', 'paused', 'rejected', 'removed'];

async function list({ flags }: SourcesRequest, deps: SourcesDeps): Promise<boolean> {
  const status = statuses.find((candidate) => candidate === flags.status);
  if (flags.status !== undefined && status === undefined)
    throw new UsageError(`There is no status ${flags.status}; there are ${statuses.join(', ')}.`);
  const sources = await deps.corpus.sources.list(status === undefined ? {} : { statuses: [status] });
  for (const source of sources)
    deps.out(flags.json ? JSON.stringify(source) : sourceLine(source, deps.now()));
  if (sources.length === 0) deps.say('No sources. Begin with: npm run -s sources -- seed');
  return true;
}

async function show({ operands: [id], flags }: SourcesRequest, deps: SourcesDeps): Promise<boolean> {
  const sourceId = numberOf(id, 'show');
  await settleCheck(deps.corpus, sourceId, deps.now());
  const source = await deps.corpus.sources.find(sourceId);
  if (source === null)
    throw new UserError(`There is no source with number ${sourceId}: see the list of sources.`);
  const found = await deps.corpus.sourceChecks.find(sourceId);
  if (flags.json) deps.out(JSON.stringify({ ...source, report: found?.report ?? null }));
  else for (const line of sourceLines(source, found)) deps.out(line);
  return true;
}
