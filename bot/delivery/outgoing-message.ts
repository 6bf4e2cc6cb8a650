/** What a message is for. `answer` (also a card to decide about) may be sent twice after a crash; `digest` and `notice` never are. */
export type MessageKind = 'answer' | 'digest' | 'notice';

/** Bot API methods that create a message and therefore go through the outbox. */
export type SendMethod = 'sendMessage' | 'sendPhoto' | 'sendDocument';

/** A message to be sent. `payload` is JSON: files are stored with `packFiles`. */
export interface OutgoingMessage {
  /** Same key, same message: adding it again has no effect. Holds no personal id. */
  readonly key: string;
  readonly kind: MessageKind;
  readonly chatId: number;
  readonly method: SendMethod;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Overtakes everything; for safety cards. */
  readonly urgent?: boolean;
}

/** `uncertain`: the reply was lost after the request left, so nobody knows whether the message arrived. */
export type OutboxState = 'pending' | 'sending' | 'sent' | 'failed' | 'uncertain';

/** A row that may be sent now. */
export interface OutboxItem {
  readonly id: number;
  readonly kind: MessageKind;
  readonly lane: string;
  readonly isGroup: boolean;
  readonly chatId: number;
  readonly method: SendMethod;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempts: number;
  readonly createdAt: number;
}

/** How a row ended, or where it stands. */
export interface OutboxStatus {
  readonly state: OutboxState;
  readonly messageId: number | null;
  /** Why it failed, in Telegram's words; null otherwise. */
  readonly problem: string | null;
}

/** What a row looks like before it is known whether it may be sent now. */
export interface WaitingRow {
  readonly id: number;
  readonly kind: MessageKind;
  readonly lane: string;
  readonly isGroup: boolean;
  readonly urgent: boolean;
}

/** A verdict on a waiting row: send it, look at the next one, or send nothing now. */
export type Choice = 'go' | 'skip' | 'stop';
