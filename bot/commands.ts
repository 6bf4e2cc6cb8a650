import type { Api } from 'grammy';
import type { UiLanguage } from './people.ts';
import { type Texts, uiLanguages } from './texts.ts';

/** A command in the menu; `description` is a key of the texts. */
export interface MenuCommand {
  readonly command: string;
  readonly description: string;
}

/** Commands for everybody, in the order of the menu. */
export const menuCommands: readonly MenuCommand[] = [
  { command: 'ask', description: 'command-ask' },
  { command: 'help', description: 'command-help' },
  { command: 'digest', description: 'command-digest' },
  { command: 'subscribe', description: 'command-subscribe' },
  { command: 'subscriptions', description: 'command-subscriptions' },
  { command: 'addsource', description: 'command-addsource' },
  { command: 'corrections', description: 'command-corrections' },
  { command: 'language', description: 'command-language' },
  { command: 'privacy', description: 'command-privacy' },
  { command: 'deletemydata', description: 'command-deletemydata' },
];

/** The commands with their meaning, one a line, for `/help`. */
export function describeCommands(texts: Texts, language: UiLanguage): string {
  return menuCommands
    .map(({ command, description }) => `/${command} — ${texts.get(language, description)}`)
    .join('\n');
}

/** Sets the menu in every language; people with another one see `fallback`. */
export async function publishCommands(api: Api, texts: Texts, fallback: UiLanguage): Promise<void> {
  const inLanguage = (language: UiLanguage) =>
    menuCommands.map(({ command, description }) => ({
      command,
      description: texts.get(language, description),
    }));
  await api.setMyCommands(inLanguage(fallback));
  for (const language of uiLanguages)
    await api.setMyCommands(inLanguage(language), { language_code: language });
  await api.setMyCommands(inLanguage('uk'), { language_code: 'ru' });
}
