import type { StoredDocument } from '../../corpus/documents/documents.ts';
import { formatDate } from '../../retrieval/wording/format.ts';
import type { FoundAnswer } from '../answering/answers.ts';
import type { Deps } from '../deps.ts';
import { renderBlocks } from '../messages/render.ts';
import type { UiLanguage } from '../people/people.ts';
import { type ChangedFigure, findChangedFigure } from './changed-figure.ts';
import type { ModeratedCorpus } from './moderation.ts';
import { oneLine } from './source-card.ts';

/** What this part of the bot needs. */
export type CorrectionsDeps = Pick<
  Deps,
  'moderation' | 'answers' | 'people' | 'texts' | 'clock' | 'delivery'
>;

const positionName = 'corrections';

// The time of a change is that of the fetch; storing it takes a while. Looking twice does no harm: an answer is
// corrected once.
const overlapMs = 10 * 60 * 1000;

const maxSentenceUnits = 600;

/**
 * Tells readers who asked for it when a page changes a figure that an answer of the last 30 days quoted to them. At most
 * one message per answer: what the bot said is put right, the page is not followed any further.
 */
export class Corrections {
  constructor(private readonly deps: CorrectionsDeps) {}

  /** Looks at what changed since the last time. @returns how many corrections were put into the outbox. */
  async tick(): Promise<number> {
    const { moderation, clock } = this.deps;
    const corpus = await moderation.corpus();
    const nowMs = clock.now();
    const last = moderation.positions.find(positionName);
    let sent = 0;
    if (last !== null) {
      const changedSince = new Date(last.position - overlapMs).toISOString();
      for (const document of await corpus.documents.list({ status: 'current', changedSince })) {
        if (document.versionNumber > 1) sent += await this.correct(corpus, document);
      }
    }
    moderation.positions.move(positionName, { position: nowMs, epoch: '' });
    return sent;
  }

  private async correct(corpus: ModeratedCorpus, document: StoredDocument): Promise<number> {
    const { answers, people } = this.deps;
    const former = await corpus.documents.formerPassages(document.id);
    const keys = new Set(former.map((passage) => passage.key));
    const wanting = answers
      .citing([...keys])
      .filter((answer) => people.find(answer.chatId)?.preferences.corrections === true);
    if (wanting.length === 0) return 0;
    const text = (await corpus.documents.versionText(document.versionId)) ?? '';
    let sent = 0;
    for (const answer of wanting) {
      const change = changeIn(answer, keys, text);
      if (change === null) continue;
      this.send(answer, document, change);
      sent += 1;
    }
    return sent;
  }

  private send(answer: FoundAnswer, document: StoredDocument, change: ChangedFigure): void {
    const { texts, delivery } = this.deps;
    if (delivery === null) return;
    const language: UiLanguage = answer.language === 'uk' || answer.language === 'ru' ? 'uk' : 'en';
    const original = texts.get(language, 'evidence-original');
    const { text, entities } = renderBlocks([
      { kind: 'lead', text: texts.get(language, 'correction-title') },
      { kind: 'plain', text: texts.get(language, 'correction-before') },
      { kind: 'quote', text: change.before.slice(0, maxSentenceUnits) },
      { kind: 'plain', text: texts.get(language, 'correction-after') },
      { kind: 'quote', text: change.after.slice(0, maxSentenceUnits) },
      {
        kind: 'source',
        text: `${original} · ${oneLine(document.publisher)} · ${formatDate(document.fetchedAt.slice(0, 10), language)}`,
        links: [{ start: 0, end: original.length, url: document.url }],
      },
    ]);
    delivery.outbox.add({
      key: `correction:${answer.id}`,
      // At most once: a correction that comes twice looks like a second change.
      kind: 'digest',
      chatId: answer.chatId,
      method: 'sendMessage',
      payload: {
        chat_id: answer.chatId,
        text,
        entities: [...entities],
        link_preview_options: { is_disabled: true },
        ...replyTo(answer.messageIds[0]),
      },
    });
    delivery.sender.wake();
  }
}

function replyTo(messageId: number | undefined) {
  if (messageId === undefined) return {};
  return { reply_parameters: { message_id: messageId, allow_sending_without_reply: true } };
}

function changeIn(answer: FoundAnswer, keys: ReadonlySet<string>, text: string): ChangedFigure | null {
  for (const citation of answer.citations) {
    const change = keys.has(citation.passageId) ? findChangedFigure(citation.quote, text) : null;
    if (change !== null) return change;
  }
  return null;
}
