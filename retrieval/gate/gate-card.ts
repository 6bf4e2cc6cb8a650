import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { messageOf } from '../../corpus/errors.ts';
import type { AnswerLanguage } from '../answer.ts';

/** A safety card as it stands in its file. */
export interface SafetyCard {
  /** Owner, date, review: for the people who run the bot, never shown to readers. */
  readonly about: Readonly<Record<string, unknown>>;
  /** What a person who found something reads. */
  readonly body: string;
}

const bundledDir = fileURLToPath(new URL('../safety-cards', import.meta.url));
const frontMatter = /^---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)/;
const alreadyWarned = new Set<string>();

/**
 * The fixed card of a language, from `cardDir` when the owner has put one there, else the bundled one. A replacement
 * that is missing, unreadable or empty is reported once through `warn` and the bundled card is shown: somebody who
 * stands beside a mine gets a card in any case.
 */
export function safetyCard(
  language: AnswerLanguage,
  cardDir?: string,
  warn: (message: string) => void = (message) => process.emitWarning(message),
): string {
  if (cardDir !== undefined && cardDir !== '') {
    const path = join(cardDir, `${language}.md`);
    const replacement = readReplacement(path);
    if (typeof replacement === 'string') return replacement;
    if (!alreadyWarned.has(path))
      warn(`${replacement.problem}; the bundled safety card is shown. Put a text there.`);
    alreadyWarned.add(path);
  }
  return readCard(readFileSync(join(bundledDir, `${language}.md`), 'utf8')).body;
}

function readReplacement(path: string): string | { readonly problem: string } {
  try {
    const { body } = readCard(readFileSync(path, 'utf8'));
    return body === '' ? { problem: `Safety card ${path} is empty` } : body;
  } catch (error) {
    return { problem: `Safety card ${path} cannot be read (${messageOf(error)})` };
  }
}

/** Parts front matter from the text of a card. A card without front matter is all body. */
export function readCard(text: string): SafetyCard {
  const clean = text.replace(/^\ufeff/, '');
  const match = frontMatter.exec(clean);
  if (!match) return { about: {}, body: clean.trim() };
  const about: unknown = parse(match[1]!);
  const isRecord = typeof about === 'object' && about !== null && !Array.isArray(about);
  return {
    about: isRecord ? (about as Record<string, unknown>) : {},
    body: clean.slice(match[0].length).trim(),
  };
}
