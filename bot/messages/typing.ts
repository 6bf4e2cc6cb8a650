import type { BotContext } from '../context.ts';
import { loggable } from '../process/loggable.ts';

// Telegram shows the action for five seconds.
const repeatMs = 4500;

/** Shows "typing" while `work` runs. A failure to show it is of no consequence. */
export async function whileTyping<Result>(ctx: BotContext, work: () => Promise<Result>): Promise<Result> {
  const show = () => {
    ctx
      .replyWithChatAction('typing')
      .catch((error: unknown) => ctx.deps.log.debug({ err: loggable(error) }, 'no typing action'));
  };
  show();
  const timer = setInterval(show, repeatMs);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}
