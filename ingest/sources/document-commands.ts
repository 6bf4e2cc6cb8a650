import type { StoredDocument } from '../../corpus/documents/documents.ts';
import { UserError } from '../../corpus/errors.ts';
import { openGroups, spellingsOf } from '../../corpus/feedback/question-groups.ts';
import { maxReasonLength } from '../../corpus/sources/source-rules.ts';
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
  const groups = (await openGroups(deps.corpus.unanswered)).slice(0, limitOf(flags.limit));
  for (const { first, ids, asked } of groups) {
    const line = `${first.id}\t${asked}×\t${first.question.replace(/\s+/g, ' ')}`;
    deps.out(flags.json ? JSON.stringify({ ...first, askedCount: asked, spellings: ids }) : line);
  }
  if (groups.length === 0) deps.say('No question waits for a source.');
  return true;
}

async function dismiss({ operands }: SourcesRequest, deps: SourcesDeps): Promise<boolean> {
  if (operands.length === 0) numberOf(undefined, 'dismiss');
  for (const number of operands.map((text) => numberOf(text, 'dismiss'))) {
    if ((await deps.corpus.unanswered.find(number)) === null)
      throw new UserError(`There is no question with number ${number}.`);
    const note = { at: deps.now(), actor: deps.actor, act: 'dismiss' };
    for (const id of await spellingsOf(deps.corpus.unanswered, number)) {
      await deps.corpus.audit.record({ ...note, subject: `question:${id}` });
      await deps.corpus.unanswered.setStatus(id, 'dismissed');
    }
    deps.out(`Question ${number} is off the list, in all its spellings.`);
  }
  return true;
}
