import type { Context, MiddlewareFn } from 'grammy';
import type { AnswerLanguage } from '../retrieval/answer.ts';
import type { Deps } from './deps.ts';
import type { UiLanguage } from './people/people.ts';
import type { TextArguments } from './texts.ts';

/** What every handler gets beside Telegram's own things. */
export interface BotContext extends Context {
  deps: Deps;
  /** Language of the bot's sentences for this person in this chat. */
  language: UiLanguage;
  /** Language of an answer when the question itself does not show one. */
  answerLanguage: AnswerLanguage;
  /** One of the bot's sentences in {@link BotContext.language}. */
  t(key: string, args?: TextArguments): string;
}

/** Puts {@link Deps} and the person's language into the context. */
export function withDeps(deps: Deps): MiddlewareFn<BotContext> {
  return (ctx, next) => {
    const chosen = ctx.chat === undefined ? undefined : deps.people.find(ctx.chat.id)?.preferences.language;
    const profile = ctx.from?.language_code;
    ctx.deps = deps;
    ctx.language = chosen ?? languageOfProfile(profile) ?? deps.config.DEFAULT_LANGUAGE;
    ctx.answerLanguage = chosen ?? answerLanguageOf(profile) ?? ctx.language;
    ctx.t = (key, args) => deps.texts.get(ctx.language, key, args);
    return next();
  };
}

/** Sentences exist in two languages; a Russian profile reads Ukrainian, any other unknown one English. */
export function languageOfProfile(code: string | undefined): UiLanguage | null {
  if (code === undefined) return null;
  return /^(uk|ru)\b/i.test(code) ? 'uk' : 'en';
}

function answerLanguageOf(code: string | undefined): AnswerLanguage | null {
  const found = /^(uk|en|ru|ja)\b/i.exec(code ?? '')?.[1];
  return found === undefined ? null : (found.toLowerCase() as AnswerLanguage);
}
