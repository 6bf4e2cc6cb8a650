import type { MiddlewareFn } from 'grammy';
import type { BotContext } from '../context.ts';
import { addressedText } from '../messages/addressed.ts';

// A button costs a fifth of a question: it is cheap to serve, and people press several in a row.
const buttonCost = 0.2;
const windowMs = 60_000;
const noticeMs = 60_000;
// Beyond it the oldest entries go; a flood of strangers must not fill the memory.
const maxPeople = 50_000;

interface Usage {
  readonly spent: { readonly atMs: number; readonly cost: number }[];
  noticedAtMs: number;
}

/** Counts what each person asks of the bot within a minute. In memory only. */
export class RateLimit {
  private readonly people = new Map<number, Usage>();

  constructor(
    private readonly questionsPerMinute: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** Takes `cost` from the person's minute. `notice`: over the limit, and to be told so for the first time in a minute. */
  spend(userId: number, cost: number): 'ok' | 'notice' | 'silent' {
    const nowMs = this.now();
    const usage = this.usage(userId);
    while (usage.spent.length > 0 && usage.spent[0]!.atMs <= nowMs - windowMs) usage.spent.shift();
    const total = usage.spent.reduce((sum, entry) => sum + entry.cost, 0);
    // Tenths add up with an error in the last binary digit.
    if (total + cost <= this.questionsPerMinute + 1e-9) {
      usage.spent.push({ atMs: nowMs, cost });
      return 'ok';
    }
    return this.mayNotice(userId) ? 'notice' : 'silent';
  }

  /** True when this person got no notice within the last minute; the notice counts as given. */
  mayNotice(userId: number): boolean {
    const usage = this.usage(userId);
    if (this.now() - usage.noticedAtMs < noticeMs) return false;
    usage.noticedAtMs = this.now();
    return true;
  }

  private usage(userId: number): Usage {
    const usage = this.people.get(userId) ?? { spent: [], noticedAtMs: Number.NEGATIVE_INFINITY };
    this.people.delete(userId);
    this.people.set(userId, usage);
    if (this.people.size > maxPeople) this.people.delete(this.people.keys().next().value!);
    return usage;
  }
}

/** Turns away what comes too fast or while the queue is full, with one honest sentence a minute. */
export function rateLimited(limit: RateLimit): MiddlewareFn<BotContext> {
  return async (ctx, next) => {
    const userId = ctx.from?.id;
    if (userId === undefined || !wantsSomething(ctx)) return next();
    if (ctx.deps.delivery?.isOverflow(ctx.update.update_id) === true) {
      if (limit.mayNotice(userId)) await say(ctx, 'limit-busy');
      return;
    }
    const verdict = limit.spend(userId, ctx.callbackQuery === undefined ? 1 : buttonCost);
    if (verdict === 'ok') return next();
    if (verdict === 'notice') await say(ctx, 'limit-questions');
    else if (ctx.callbackQuery !== undefined) await ctx.answerCallbackQuery();
  };
}

async function say(ctx: BotContext, key: 'limit-busy' | 'limit-questions'): Promise<void> {
  if (ctx.callbackQuery !== undefined) await ctx.answerCallbackQuery(ctx.t(key));
  else if (ctx.chat !== undefined && ctx.inlineQuery === undefined) await ctx.reply(ctx.t(key));
}

// Talk in a group that is not meant for us is neither counted nor answered.
function wantsSomething(ctx: BotContext): boolean {
  if (ctx.callbackQuery !== undefined || ctx.inlineQuery !== undefined) return true;
  if (ctx.message === undefined && ctx.editedMessage === undefined) return false;
  return (
    ctx.chat?.type === 'private' || addressedText(ctx) !== null || ctx.msg?.text?.startsWith('/') === true
  );
}
