import { readFileSync } from 'node:fs';
import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import type { UiLanguage } from './people/people.ts';

/** Every language a sentence must exist in. */
export const uiLanguages: readonly UiLanguage[] = ['uk', 'en'];

/** Values put into a sentence. */
export type TextArguments = Readonly<Record<string, FluentVariable>>;

/** Every sentence a person can see. */
export interface Texts {
  /** @throws Error for a key or a value that is missing: a test finds these before a person does. */
  get(language: UiLanguage, key: string, args?: TextArguments): string;
  /** All keys of a language. */
  keys(language: UiLanguage): readonly string[];
}

/** Reads `locales/*.ftl`. */
export function loadTexts(): Texts {
  const bundles = new Map(uiLanguages.map((language) => [language, loadBundle(language)]));
  return {
    get: (language, key, args) => format(bundles.get(language)!.bundle, key, args),
    keys: (language) => bundles.get(language)!.keys,
  };
}

function loadBundle(language: UiLanguage): { bundle: FluentBundle; keys: string[] } {
  const source = readFileSync(new URL(`./locales/${language}.ftl`, import.meta.url), 'utf8');
  // Isolation marks around values would end up in copied text and shift entity offsets.
  const bundle = new FluentBundle(language, { useIsolating: false });
  const resource = new FluentResource(source);
  const problems = bundle.addResource(resource);
  if (problems.length > 0) throw new Error(`locales/${language}.ftl: ${problems.map(String).join('; ')}`);
  return { bundle, keys: resource.body.map((entry) => entry.id) };
}

function format(bundle: FluentBundle, key: string, args: TextArguments | undefined): string {
  const message = bundle.getMessage(key);
  if (message?.value == null) throw new Error(`no text "${key}" in ${bundle.locales.join()}`);
  const problems: Error[] = [];
  const text = bundle.formatPattern(message.value, args ?? null, problems);
  if (problems.length > 0) throw new Error(`text "${key}": ${problems.map(String).join('; ')}`);
  return text;
}
