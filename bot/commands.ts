import type { Api } from 'grammy';
import type { Logger } from '../corpus/log.ts';
import type { UiLanguage } from './people/people.ts';
import type { Role } from './people/roles.ts';
import { loggable } from './process/loggable.ts';
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

const moderatorCommands: readonly MenuCommand[] = [
  { command: 'sources', description: 'command-sources' },
  { command: 'document', description: 'command-document' },
  { command: 'unanswered', description: 'command-unanswered' },
];

const ownerCommands: readonly MenuCommand[] = [
  { command: 'invite', description: 'command-invite' },
  { command: 'moderators', description: 'command-moderators' },
  { command: 'broadcast', description: 'command-broadcast' },
  { command: 'delivery', description: 'command-delivery' },
  { command: 'audit', description: 'command-audit' },
];

/** The commands of a role, in the order of its menu. */
export function commandsOf(role: Role): readonly MenuCommand[] {
  if (role === 'reader') return menuCommands;
  return [...menuCommands, ...moderatorCommands, ...(role === 'owner' ? ownerCommands : [])];
}

/** Sets the menu of everybody in every language; people with another one see `fallback`. */
export async function publishCommands(api: Api, texts: Texts, fallback: UiLanguage): Promise<void> {
  for (const { language, code } of menuLanguages(fallback))
    await api.setMyCommands(inLanguage(menuCommands, texts, language), code);
}

/**
 * Gives one person the menu of their role, in their private chat only; a reader gets the one of everybody back. Somebody
 * who never wrote to the bot has no chat yet: that is only logged, and their first `/start` does it.
 */
export async function publishCommandsOf(
  person: { readonly userId: number; readonly role: Role },
  world: {
    readonly api: Api;
    readonly texts: Texts;
    readonly fallback: UiLanguage;
    readonly log: Logger;
  },
): Promise<void> {
  const { api, texts, fallback, log } = world;
  const scope = { type: 'chat', chat_id: person.userId } as const;
  try {
    for (const { language, code } of menuLanguages(fallback)) {
      const target = { scope, ...code };
      if (person.role === 'reader') await api.deleteMyCommands(target);
      else await api.setMyCommands(inLanguage(commandsOf(person.role), texts, language), target);
    }
  } catch (error) {
    log.debug({ err: loggable(error) }, 'the command menu of a moderator or owner could not be set');
  }
}

function inLanguage(commands: readonly MenuCommand[], texts: Texts, language: UiLanguage) {
  return commands.map(({ command, description }) => ({
    command,
    description: texts.get(language, description),
  }));
}

// Without a code it is the menu of all other languages.
function menuLanguages(fallback: UiLanguage) {
  return [
    { language: fallback, code: {} },
    ...uiLanguages.map((language) => ({ language, code: { language_code: language } })),
    { language: 'uk', code: { language_code: 'ru' } },
  ] as const;
}
