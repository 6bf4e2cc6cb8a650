import type { StoredDocument } from '../corpus/documents.ts';
import { UserError } from '../corpus/errors.ts';
import { maxReasonLength } from '../corpus/source-rules.ts';
import { documentLines } from './source-lines.ts';
import type { SourcesCommand, SourcesDeps } from './sources-command.ts';
import { numberOf, type SourcesRequest, UsageError } from './sources-usage.ts';

/** Commands about single documents and about questions that found nothing. */
export const documentCommands: Readonly<Record<string, SourcesCommand>> = {
  document: showDocument,
  held: listHeld,
  retract,
  restore,
  unanswered: listUnanswered,
  dismiss,
};

async function getDocument(link: string | undefined, deps: SourcesDeps): Promise<StoredDocument> {
  if (link === undefined) throw new UsageError('Which document? Give its link or its key.');
  const { documents } = deps.corpus;
  const found = (await documents.findByUrl(link)) ?? (await documents.findByKey(link));
  if (found === null) throw new UserError(`Nothing is stored of ${link}.`);
  return found;
}

async function showDocument({ operands, flags }: SourcesRequest, deps: SourcesDeps): Promise<boolean> {
  const document = await getDocument(operands[0], deps);
  const versions = await deps.corpus.documents.versions(document.id);
  const passages = (await deps.corpus.documents.passagesOf(document.id)).length;
  if (flags.json) deps.out(JSON.stringify({ ...document, passages, versions }));
  else for (const line of documentLines(document, versions, passages)) deps.out(line);
  return true;
}

async function listHeld({ flags }: SourcesRequest, deps: SourcesDeps): Promise<boolean> {
  const held = await deps.corpus.documents.list({ status: 'held', limit: limitOf(flags.limit) });
  for (const document of held)
    deps.out(flags.json ? JSON.stringify(document) : `${document.url}\n\t${document.statusReason ?? ''}`);
  if (held.length === 0) deps.say('No page is held back.');
  return true;
}

async function retract({ operands, flags }: SourcesRequest, deps: SourcesDeps): Promise<boolean> {
  const reason = flags.reason?.trim().slice(0, maxReasonLength) ?? '';
  if (reason === '') throw new UsageError('Say why: --reason "…".');
  const document = await getDocument(operands[0], deps);
  await deps.corpus.documents.retract(document.id, reason, noteOf('retract', document, deps, { reason }));
  deps.out(`${document.url} is in no answer any more.`);
  return true;
}

async function restore({ operands }: SourcesRequest, deps: SourcesDeps): Promise<boolean> {
  const document = await getDocument(operands[0], deps);
  if (document.status === 'current') {
    deps.say(`${document.url} is in use; there is nothing to bring back.`);
    return false;
  }
  await deps.corpus.documents.restore(document.id, noteOf('restore', document, deps, {}));
  deps.out(`${document.url} is in use again.`);
  return true;
}

function noteOf(
  act: string,
  document: StoredDocument,
  deps: SourcesDeps,
  details: { readonly reason?: string },
) {
  const subject = `document:${document.id}`;
  return { at: deps.now(), actor: deps.actor, act, subject, details: { url: document.url, ...details } };
}

function limitOf(text: string | undefined): number {
  return text === undefined ? 100 : numberOf(text, '--limit');
}

async function listUnanswered({ flags }: SourcesRequest, deps: SourcesDeps): Promise<boolean> {
  const questions = await deps.corpus.unanswered.list({ limit: limitOf(flags.limit) });
  for (const question of questions) {
    const line = `${question.id}\t${question.askedCount}×\t${question.question.replace(/\s+/g, ' ')}`;
    deps.out(flags.json ? JSON.stringify(question) : line);
  }
  if (questions.length === 0) deps.say('No question waits for a source.');
  return true;
}

async function dismiss({ operands }: SourcesRequest, deps: SourcesDeps): Promise<boolean> {
  if (operands.length === 0) numberOf(undefined, 'dismiss');
  for (const id of operands.map((text) => numberOf(text, 'dismiss'))) {
    if ((await deps.corpus.unanswered.find(id)) === null)
      throw new UserError(`There is no question with number ${id}.`);
    await deps.corpus.unanswered.setStatus(id, 'dismissed');
    await deps.corpus.audit.record({
      at: deps.now(),
      actor: deps.actor,
      act: 'dismiss',
      subject: `question:${id}`,
    });
    deps.out(`Question ${id} is off the list.`);
  }
  return true;
}
