import type { Config } from '../corpus/config.ts';
import type { Language } from '../corpus/document.ts';
import type { Logger } from '../corpus/log.ts';
import type { Answer, AnswerBlock, AnswerLanguage, Question } from '../retrieval/answer.ts';
import type { Answers } from './answering/answers.ts';
import type { Conversations } from './answering/conversations.ts';
import type { EvidenceReader } from './answering/evidence-reader.ts';
import type { Presses } from './answering/presses.ts';
import type { Votes } from './answering/votes.ts';
import type { Outbox } from './delivery/outbox.ts';
import type { Sender } from './delivery/sender.ts';
import type { Digesting } from './digest/digesting.ts';
import type { Moderation } from './moderation/moderation.ts';
import type { People } from './people/people.ts';
import type { Clock } from './process/clock.ts';
import type { Texts } from './texts.ts';

/** Answers questions; the whole of retrieval as the bot sees it. */
export interface Asker {
  /** @throws when search broke. "Nothing found" is an answer of kind `not_found`, not an error. */
  ask(question: Question): Promise<Answer>;
}

/** The fixed rules about dangerous things; pure, they work while everything else is down. */
export interface SafetyRules {
  /** `find`: somebody reports a find; `how-to`: somebody asks how to handle explosives; null: neither. */
  classify(text: string): 'find' | 'how-to' | null;
  /** The card that tells what to do after a find. */
  card(language: AnswerLanguage): readonly AnswerBlock[];
  /** The refusal of a how-to question. */
  refusal(language: AnswerLanguage): readonly AnswerBlock[];
}

/** Durable delivery; absent in the terminal, where messages are printed at once. */
export interface Delivery {
  readonly outbox: Outbox;
  readonly sender: Sender;
  /** True when this update came while the inbox was full. */
  isOverflow(updateId: number): boolean;
  /** Says that the handler of this update has got a message into the outbox. */
  noteProgress(updateId: number): void;
}

/** Everything handlers may use. Features of their own add their needs here. */
export interface Deps {
  readonly config: Config;
  readonly log: Logger;
  readonly clock: Clock;
  readonly texts: Texts;
  readonly people: People;
  readonly answers: Answers;
  readonly votes: Votes;
  readonly presses: Presses;
  readonly conversations: Conversations;
  readonly asker: Asker;
  readonly safety: SafetyRules;
  readonly evidence: EvidenceReader;
  readonly delivery: Delivery | null;
  readonly moderation: Moderation;
  readonly digesting: Digesting;
  /** Tells moderators about a question that found nothing; without who asked. */
  readonly noteUnanswered: (question: string, language: Language) => Promise<void>;
}
