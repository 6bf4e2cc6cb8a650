import type { Config } from '../../corpus/config.ts';
import type { UiLanguage } from '../people/people.ts';
import type { DigestTimes } from './schedule.ts';

/** What a chat wants to hear of and when; encrypted as one value. */
export interface SubscriptionWish extends DigestTimes {
  /** Concept ids and kinds (`kind-money`); none at all means everything. */
  readonly topics: readonly string[];
  /** `all`: only events that are about every topic. */
  readonly match: 'any' | 'all';
  readonly officialOnly: boolean;
  /** News must also answer to this question; null for none. */
  readonly question: string | null;
  readonly language: UiLanguage;
}

/** `draft`: being put together; nothing is sent yet, and it is forgotten after a day. */
export type SubscriptionState = 'draft' | 'active' | 'paused';

/** A stored subscription. */
export interface Subscription {
  readonly row: number;
  /** Short name for buttons, [a-z0-9]{10}; says nothing about the chat. */
  readonly code: string;
  readonly chatId: number;
  readonly wish: SubscriptionWish;
  readonly state: SubscriptionState;
  /** Place in the order of news up to which the chat has been told. */
  readonly afterSeq: number;
  /** When the next digest is due, milliseconds since 1970; null while there is no such time. */
  readonly dueMs: number | null;
}

/** Most subscriptions of one chat; more would be a mistake or an attack. */
export const maxPerChat = 10;
/** Most topics of one subscription; they must fit on one screen of buttons. */
export const maxTopics = 20;

/** A subscription to everything, once a day at nine, before anything was chosen. */
export function defaultWish(
  config: Pick<Config, 'DEFAULT_TIME_ZONE'>,
  language: UiLanguage,
): SubscriptionWish {
  return {
    topics: [],
    match: 'any',
    officialOnly: false,
    question: null,
    frequency: 'daily',
    hour: 9,
    weekday: 1,
    zone: config.DEFAULT_TIME_ZONE,
    quiet: null,
    language,
  };
}
