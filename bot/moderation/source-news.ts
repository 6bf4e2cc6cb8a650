import type { Api } from 'grammy';
import { firstVoiceAct } from '../../corpus/sources/source-rules.ts';
import type { Source } from '../../corpus/sources/sources.ts';
import { shownAddress } from '../../corpus/sources/uploads.ts';
import type { AuditEntry } from '../../corpus/storage/audit-log.ts';
import { inTransaction } from '../../corpus/storage/sqlite.ts';
import type { MessageKind } from '../delivery/outgoing-message.ts';
import type { Deps } from '../deps.ts';
import { languageOf } from '../people/language-of.ts';
import type { UiLanguage } from '../people/people.ts';
import { type CardMessage, cardMessage, editCard, isWatched } from './card-messages.ts';
import type { ModeratedCorpus } from './moderation.ts';
import { feedReason, reasonText } from './source-card.ts';
import type { SourceCardPlace } from './source-cards.ts';
import { readSourceView, type SourceView } from './source-view.ts';

/** What this part of the bot needs. */
export interface SourceNewsDeps
  extends Pick<Deps, 'moderation' | 'texts' | 'people' | 'config' | 'clock' | 'log' | 'delivery'> {
  readonly api: Api;
}

/**
 * Keeps cards up to date outside of any update: what the worker reports, what others decide in the chat or on the
 * command line, and what becomes of a suggestion. Everything it does follows from what is stored, so it can be cut off at
 * any point and goes on after a restart.
 */
export class SourceNews {
  constructor(private readonly deps: SourceNewsDeps) {}

  /** One look at what is new. */
  async tick(): Promise<void> {
    const corpus = await this.deps.moderation.corpus();
    await each([
      () => this.callModerators(corpus),
      () => this.followLooks(corpus),
      () => this.followDecisions(corpus),
    ]);
  }

  private async followLooks(corpus: ModeratedCorpus): Promise<void> {
    const watched = this.deps.moderation.cards.watched();
    const sourceIds = [...new Set(watched.map((card) => card.sourceId))];
    await each(
      sourceIds.map((sourceId) => async () => {
        const view = await this.view(corpus, sourceId);
        if (view !== null) await this.refresh(view);
      }),
    );
  }

  private view(corpus: ModeratedCorpus, sourceId: number): Promise<SourceView | null> {
    return readSourceView(corpus, sourceId, new Date(this.deps.clock.now()));
  }

  /** Edits every card of the source that says something else by now. */
  private async refresh(view: SourceView): Promise<void> {
    const { cards } = this.deps.moderation;
    for (const card of cards.ofSource(view.source.id)) {
      const messageId = card.messageId ?? this.sentAs(card);
      if (messageId === null) continue;
      const message = this.message(view, card);
      const change = { messageId, shown: message.digest, isWatched: isWatched(view) };
      if (message.digest !== card.shown) {
        const place = { chatId: card.chatId, messageId };
        if (!(await editCard(this.deps.api, place, message))) {
          cards.lose(card.id);
          continue;
        }
      }
      cards.update(card, change);
    }
  }

  private message(view: SourceView, card: Pick<SourceCardPlace, 'chatId' | 'language'>): CardMessage {
    const { moderation, texts, clock } = this.deps;
    const isModerator = moderation.staff.roleOf(card.chatId) !== 'reader';
    const now = new Date(clock.now());
    const t = (key: string, args?: Parameters<typeof texts.get>[2]) => texts.get(card.language, key, args);
    return cardMessage(view, { isModerator, language: card.language, now, t });
  }

  private sentAs(card: SourceCardPlace): number | null {
    const { cards } = this.deps.moderation;
    if (card.outbox === null) return null;
    const status = this.deps.delivery?.outbox.status(card.outbox) ?? null;
    if (status?.state === 'pending' || status?.state === 'sending') return null;
    // Telegram did not take it, or so long ago that nobody remembers under which number.
    if (status === null || status.messageId === null) cards.lose(card.id);
    return status?.messageId ?? null;
  }

  /**
   * A reader's suggestion that can be decided about, or that we failed to look at, goes to everybody who decides, once. It
   * follows from the list of sources alone: whether the reader's own card arrived says nothing about what moderators
   * have to know.
   */
  private async callModerators(corpus: ModeratedCorpus): Promise<void> {
    const { cards, positions } = this.deps.moderation;
    const epoch = (await corpus.meta.get('epoch')) ?? '';
    const waiting = (await corpus.sources.list({ statuses: ['pending'] })).filter(
      ({ id, addedBy }) => addedBy === 'reader' && positions.find(calledPosition(id))?.epoch !== epoch,
    );
    await each(
      waiting.map(({ id }) => async () => {
        const view = await this.view(corpus, id);
        if (view === null || !needsModerators(view)) return;
        // Whoever decides gets the buttons on the card they have, also as the one who suggested it.
        const shown = cards.ofSource(id).filter((card) => card.messageId !== null || card.outbox !== null);
        const has = new Set(shown.map((card) => card.chatId));
        const { jobId } = view.check!;
        inTransaction(this.deps.people.database.db, () => {
          this.sendCards(view, `look:${jobId}`, (chatId) => !has.has(chatId));
          positions.move(calledPosition(id), { position: jobId, epoch });
        });
      }),
    );
  }

  private sendCards(view: SourceView, occasion: string, isWanted: (chatId: number) => boolean): void {
    const { moderation, people, config } = this.deps;
    const cards = moderation.cards.ofSource(view.source.id);
    for (const chatId of moderation.staff.deciders().filter(isWanted)) {
      const language = languageOf(people, chatId, config.DEFAULT_LANGUAGE);
      const { text, keyboard, digest } = this.message(view, { chatId, language });
      const key = `card:${occasion}:${moderation.staff.numberOf(chatId, '')}`;
      // At least once: a card that comes twice is a nuisance, one that never comes is a decision nobody takes.
      const outbox = this.send('answer', key, chatId, {
        text: text.text,
        entities: [...text.entities],
        ...(keyboard === undefined ? {} : { reply_markup: { inline_keyboard: keyboard.inline_keyboard } }),
      });
      // Known from before a kill, with what it said then.
      if (cards.some((card) => card.chatId === chatId && card.outbox === outbox)) continue;
      const place = { chatId, sourceId: view.source.id, isSubmitter: false, language };
      // Watched until its number is known, which the outbox does not remember for ever.
      moderation.cards.save({ ...place, messageId: null, outbox, shown: digest, isWatched: true });
    }
  }

  private send(
    kind: MessageKind,
    key: string,
    chatId: number,
    payload: Readonly<Record<string, unknown>>,
  ): number | null {
    const { delivery } = this.deps;
    if (delivery === null) return null;
    const id = delivery.outbox.add({
      key,
      kind,
      chatId,
      method: 'sendMessage',
      payload: { chat_id: chatId, link_preview_options: { is_disabled: true }, ...payload },
    });
    delivery.sender.wake();
    return id;
  }

  /** Reads the audit log on from where it was left: whoever decided, wherever, the others see it. */
  private async followDecisions(corpus: ModeratedCorpus): Promise<void> {
    const { positions } = this.deps.moderation;
    const epoch = (await corpus.meta.get('epoch')) ?? '';
    const [newest] = await corpus.audit.list({ limit: 1 });
    const last = positions.find(auditPosition);
    // The first time, and after a backup was put back, there is nothing to tell about what is in the log.
    if (last === null || last.position > (newest?.id ?? 0)) {
      positions.move(auditPosition, { position: newest?.id ?? 0, epoch });
      return;
    }
    const entries = await corpus.audit.list({ afterId: last.position, oldestFirst: true, limit: 100 });
    for (const entry of entries) {
      await this.tell(corpus, entry);
      positions.move(auditPosition, { position: entry.id, epoch });
    }
  }

  private async tell(corpus: ModeratedCorpus, entry: AuditEntry): Promise<void> {
    const sourceId = Number(/^source:(\d+)$/.exec(entry.subject)?.[1] ?? 0);
    const view = sourceId === 0 ? null : await this.view(corpus, sourceId);
    if (view === null) return;
    const { staff, positions } = this.deps.moderation;
    const speaker = entry.act === firstVoiceAct ? staff.findActor(entry.actor)?.userId : undefined;
    if (entry.act === 'trial-end' || entry.act === firstVoiceAct)
      inTransaction(this.deps.people.database.db, () =>
        this.sendCards(view, `audit:${entry.id}`, (chatId) => chatId !== speaker),
      );
    if (view.source.status !== 'pending') positions.forget(calledPosition(sourceId));
    this.tellSubmitters(view.source, entry);
    await this.refresh(view);
  }

  private tellSubmitters(source: Source, entry: AuditEntry): void {
    const key = tellingKey(entry);
    if (key === undefined) return;
    const { moderation, texts } = this.deps;
    for (const card of moderation.cards.ofSource(source.id)) {
      // Moderators see it on the card; a reader who suggested is told.
      if (!card.isSubmitter || moderation.staff.roleOf(card.chatId) !== 'reader') continue;
      const text = texts.get(card.language, key, {
        url: shownAddress(source.url).slice(0, 300),
        reason: this.reasonOf(entry, card.language),
      });
      this.send('notice', `told:${entry.id}:${card.id}`, card.chatId, { text });
    }
  }

  private reasonOf(entry: AuditEntry, language: UiLanguage): string {
    const { reason } = entry.details;
    return typeof reason === 'string'
      ? reasonText(reason, (key, args) => this.deps.texts.get(language, key, args))
      : '';
  }
}

const auditPosition = 'audit';

/** Does all of it, also when some of it fails: one bad source must not keep the others from theirs. @throws the first error. */
async function each(works: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const work of works) await work().catch((error: unknown) => void failures.push(error));
  if (failures.length > 0) throw failures[0];
}

function tellingKey({ act, details }: AuditEntry): string | undefined {
  if (act === 'reject') return details.reason === feedReason ? 'told-feed' : 'told-reject';
  return { approve: 'told-approve', trial: 'told-trial' }[act];
}

function calledPosition(sourceId: number): string {
  return `called:${sourceId}`;
}

// A site that cannot be read is the suggester's to put right; a look that was cut off again and again is ours.
function needsModerators({ source, check, state }: SourceView): boolean {
  if (source.status !== 'pending') return false;
  return state.kind === 'failed' || (state.kind === 'done' && check?.report?.problem === null);
}
