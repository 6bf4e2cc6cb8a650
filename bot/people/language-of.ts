import type { People, UiLanguage } from './people.ts';

/** Language for a message that answers no update: the one chosen in that chat, else the configured one. */
export function languageOf(people: People, chatId: number, fallback: UiLanguage): UiLanguage {
  return people.find(chatId)?.preferences.language ?? fallback;
}
