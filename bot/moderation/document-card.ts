import type { Passage } from '../../corpus/document.ts';
import type { DocumentVersion, StoredDocument } from '../../corpus/documents/documents.ts';
import type { Source } from '../../corpus/sources/sources.ts';
import { shownAddress } from '../../corpus/sources/uploads.ts';
import { formatDate } from '../../retrieval/wording/format.ts';
import { renderBlocks } from '../messages/render.ts';
import type { FormattedText } from '../messages/split.ts';
import type { UiLanguage } from '../people/people.ts';
import type { TextArguments } from '../texts.ts';
import { plainReason } from './plain-reason.ts';
import { cut, momentOf, oneLine, reasonText } from './source-card.ts';

/** What the card of a document shows. */
export interface DocumentCardRequest {
  readonly document: StoredDocument;
  /** Newest first. */
  readonly versions: readonly DocumentVersion[];
  readonly passages: readonly Passage[];
  readonly source: Source | null;
  /** Answers of the last 30 days that quote it. */
  readonly citing: number;
  readonly language: UiLanguage;
  readonly t: (key: string, args?: TextArguments) => string;
}

const shownVersions = 5;
const openingUnits = 500;

/** What is stored of a page, its versions, and how often it is quoted. */
export function documentCard(request: DocumentCardRequest): FormattedText {
  const { document, versions, passages, citing, language, t } = request;
  const versionLines = versions
    .slice(0, shownVersions)
    .map((version) =>
      t('document-version', { number: version.number, date: momentOf(version.fetchedAt, language, t) }),
    );
  const opening = passages[0]?.text ?? '';
  return renderBlocks([
    { kind: 'lead', text: oneLine(document.title) },
    ...[
      oneLine(shownAddress(document.url)),
      t('document-status', { status: statusText(document, t), tier: t(`tier-${document.tier}`) }),
      sourceText(request),
      t('document-facts', {
        published: document.published === null ? '—' : formatDate(document.published, language),
        passages: passages.length,
      }),
      t('document-fetched', {
        first: momentOf(document.createdAt, language, t),
        last: momentOf(document.fetchedAt, language, t),
      }),
      t('document-citing', { count: citing }),
      ...versionLines,
    ].map((text) => ({ kind: 'plain' as const, text })),
    ...(opening === '' ? [] : [{ kind: 'quote' as const, text: cut(opening, openingUnits) }]),
  ]);
}

function statusText(document: StoredDocument, t: DocumentCardRequest['t']): string {
  const status = t(`document-${document.status}`);
  if (document.statusReason === null) return status;
  const isOurs = document.status === 'retracted';
  return `${status}: ${isOurs ? reasonText(document.statusReason, t) : plainReason(document.statusReason, t)}`;
}

function sourceText({ source, t }: DocumentCardRequest): string {
  if (source === null) return t('document-no-source');
  return t('document-source', { number: source.id, title: oneLine(source.title) });
}
