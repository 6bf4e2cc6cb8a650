import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Update } from 'grammy/types';
import { FakeChats, type FakeMessage, Refusal } from './fake-chats.ts';
import { readRequestBody, type UploadedFile } from './fake-telegram-body.ts';
import { refusalOf } from './fake-telegram-rules.ts';
import { FakeUpdates, type Incoming, type Press } from './fake-updates.ts';

/** One request the bot made. */
export interface FakeCall {
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly files: ReadonlyMap<string, UploadedFile>;
  /** Milliseconds since 1970. */
  readonly atMs: number;
  /** What it got: the HTTP status, or how the connection was broken. */
  outcome: number | 'dropped' | 'hanging';
}

/**
 * A planned failure. `drop-before`: the connection is cut before the request has an effect; `drop-after`: after it;
 * `reset-after`: after it, with a reset; `hang`: no reply ever comes;
 * `error`: an answer with `status`, also as a page that is no JSON when `body` is given.
 */
export interface Fault {
  /** Method it applies to; `*` for all. */
  readonly method: string;
  /** How many calls it hits; 1 unless told. */
  times?: number;
  readonly when?: (params: Readonly<Record<string, unknown>>) => boolean;
  readonly kind: 'error' | 'drop-before' | 'drop-after' | 'reset-after' | 'hang';
  readonly status?: number;
  readonly description?: string;
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Sent as it is instead of JSON, as a proxy would. */
  readonly body?: string;
  /** With `error` and `hang`: the message was accepted all the same. */
  readonly accepted?: boolean;
}

/** A Bot API server on loopback for tests: long polling, messages, buttons, strict checks, planned failures. */
export class FakeTelegram {
  readonly token = '123456789:AAFakeTokenForTestsOnly_0123456789abc';
  readonly me = {
    id: 123456789,
    is_bot: true,
    first_name: 'Demining aid',
    username: 'demining_aid_bot',
  } as const;
  readonly calls: FakeCall[] = [];
  readonly faults: Fault[] = [];
  readonly chats = new FakeChats();
  /** Builds updates without queueing them. */
  readonly from = new FakeUpdates(this.me, () => this.chats.nextMessageId());
  /** Files people sent, by the id under which a message names them. */
  readonly uploads = new Map<string, Buffer>();
  webhook: { url: string; secret: string } | null = null;
  private updates: Update[] = [];
  private poll: { release: () => void; conflict: () => void } | null = null;
  private readonly server = createServer((request, response) => void this.serve(request, response));

  /** Starts listening on a free port of the loopback address. */
  async start(): Promise<this> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get apiRoot(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.poll?.release();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Plans a failure; faults apply in the order they were added. */
  fail(fault: Fault): void {
    this.faults.push(fault);
  }

  /** Queues an update as it is, for instance the same one again. */
  push(...updates: Update[]): void {
    this.updates.push(...updates);
    this.poll?.release();
  }

  /** Updates that were not confirmed yet. */
  get unconfirmed(): number {
    return this.updates.length;
  }

  /** A message from a person. */
  say(incoming: Incoming | string): Update {
    return this.queue(this.from.message(typeof incoming === 'string' ? { text: incoming } : incoming));
  }

  /** The same message with other words. */
  edit(original: Update, text: string): Update {
    return this.queue(this.from.edit(original, text));
  }

  /** A press on a button with this data under a message of the bot. */
  press(press: Press): Update {
    return this.queue(this.from.press(press));
  }

  private queue(update: Update): Update {
    const said = update.message ?? update.edited_message;
    if (said !== undefined) this.chats.said.set(`${said.chat.id}:${said.message_id}`, said);
    this.push(update);
    return update;
  }

  /** What the bot sent, in order. */
  get messages(): readonly FakeMessage[] {
    return this.chats.messages;
  }

  /** Calls of one method, in order. */
  callsOf(method: string): readonly FakeCall[] {
    return this.calls.filter((call) => call.method === method);
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const file = request.url?.split(`/file/bot${this.token}/files/`)[1];
    if (file !== undefined) return void response.end(this.uploads.get(decodeURIComponent(file)));
    const method = /^\/bot[^/]+\/(\w+)/.exec(request.url ?? '')?.[1] ?? '';
    try {
      const body = await readRequestBody(request);
      const call: FakeCall = {
        method,
        params: body.params,
        files: body.files,
        atMs: Date.now(),
        outcome: 200,
      };
      this.calls.push(call);
      if (!request.url?.startsWith(`/bot${this.token}/`))
        return reply(response, call, 401, { description: 'Unauthorized' });
      if (await this.break(call, response)) return;
      const result = await this.answer(call, response);
      reply(response, call, 200, { result });
    } catch (error) {
      const call = this.calls.at(-1)!;
      if (error instanceof Refusal)
        reply(response, call, error.status, { description: error.message, parameters: error.parameters });
      else if (!response.destroyed) reply(response, call, 500, { description: String(error) });
    }
  }

  /** @returns true when a planned failure ended the request. */
  private async break(call: FakeCall, response: ServerResponse): Promise<boolean> {
    const index = this.faults.findIndex(
      (fault) =>
        (fault.method === '*' || fault.method === call.method) && (fault.when?.(call.params) ?? true),
    );
    const fault = this.faults[index];
    if (fault === undefined) return false;
    fault.times = (fault.times ?? 1) - 1;
    if (fault.times <= 0) this.faults.splice(index, 1);
    if (fault.kind.endsWith('-after') || fault.accepted) await this.answer(call, response);
    if (fault.kind === 'hang') {
      call.outcome = 'hanging';
      return true;
    }
    if (fault.kind === 'error') replyWithFault(response, call, fault);
    else {
      call.outcome = 'dropped';
      if (fault.kind === 'reset-after') response.socket?.resetAndDestroy();
      else response.destroy();
    }
    return true;
  }

  private async answer(call: FakeCall, response: ServerResponse): Promise<unknown> {
    const refusal = refusalOf(call.method, call.params);
    if (refusal !== null) throw new Refusal(400, `Bad Request: ${refusal}`);
    switch (call.method) {
      case 'getMe':
        return {
          ...this.me,
          can_join_groups: true,
          can_read_all_group_messages: false,
          supports_inline_queries: true,
        };
      case 'getUpdates':
        return this.getUpdates(call.params, response);
      case 'sendMessage':
      case 'sendPhoto':
      case 'sendDocument':
        return this.chats.accept(call);
      case 'editMessageText':
      case 'editMessageReplyMarkup':
        return this.chats.change(call);
      case 'getFile': {
        const id = String(call.params.file_id);
        return {
          file_id: id,
          file_unique_id: id,
          file_size: this.uploads.get(id)?.length,
          file_path: `files/${id}`,
        };
      }
      case 'getChatMember':
      case 'getChat':
        return this.chats.lookUp(call.method, call.params, this.me.id);
      case 'setWebhook':
        this.webhook = { url: String(call.params.url), secret: String(call.params.secret_token ?? '') };
        return true;
      case 'deleteWebhook':
        this.webhook = null;
        return true;
      default:
        return true;
    }
  }

  private async getUpdates(params: FakeCall['params'], response: ServerResponse): Promise<Update[]> {
    if (this.webhook !== null) {
      throw new Refusal(
        409,
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
      );
    }
    this.poll?.conflict();
    const offset = Number(params.offset ?? 0);
    this.updates = this.updates.filter((update) => update.update_id >= offset);
    if (this.updates.length === 0) await this.waitForUpdate(Number(params.timeout ?? 0) * 1000, response);
    return this.updates.slice(0, Number(params.limit ?? 100));
  }

  private async waitForUpdate(timeoutMs: number, response: ServerResponse): Promise<void> {
    let conflict = false;
    await new Promise<void>((resolve) => {
      const poll = {
        release: () => {
          clearTimeout(timer);
          if (this.poll === poll) this.poll = null;
          resolve();
        },
        conflict: () => {
          conflict = true;
          poll.release();
        },
      };
      const timer = setTimeout(poll.release, timeoutMs);
      response.on('close', poll.release);
      this.poll = poll;
    });
    if (conflict) {
      throw new Refusal(
        409,
        'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
      );
    }
  }
}

function reply(
  response: ServerResponse,
  call: FakeCall,
  status: number,
  body: Record<string, unknown>,
): void {
  call.outcome = status;
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(
    JSON.stringify(status === 200 ? { ok: true, ...body } : { ok: false, error_code: status, ...body }),
  );
}

function replyWithFault(response: ServerResponse, call: FakeCall, fault: Fault): void {
  const status = fault.status ?? 500;
  if (fault.body === undefined) {
    reply(response, call, status, {
      description: fault.description ?? 'planned failure',
      parameters: fault.parameters,
    });
    return;
  }
  call.outcome = status;
  response.writeHead(status, { 'content-type': 'text/html' });
  response.end(fault.body);
}
