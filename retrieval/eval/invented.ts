import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Corpus } from '../../corpus/corpus.ts';
import { UserError } from '../../corpus/errors.ts';
import { type EvalQuestion, readQuestions } from './questions.ts';

const folder = fileURLToPath(new URL('./invented/', import.meta.url));

/** Names of the sets of invented pages. */
export function inventedSets(): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Folder of a set: `pages/` and `*.jsonl`. @throws UserError when there is no such set. */
export function inventedFolder(set: string): string {
  const path = `${folder}${set}`;
  if (!inventedSets().includes(set) || !existsSync(path))
    throw new UserError(`There is no invented set ${set}; there are ${inventedSets().join(', ')}.`);
  return path;
}

/** The questions of a set, their gold documents by key: files name a page by its own name and a brief by its id. */
export async function inventedQuestions(
  set: string,
  { documents }: Pick<Corpus, 'documents'>,
): Promise<readonly EvalQuestion[]> {
  const keys = new Map(
    (await documents.list({ limit: 100_000 })).map(({ url, key }) => [pageName(url), key] as const),
  );
  return readQuestions(inventedFolder(set)).map((question) => ({
    ...question,
    set: `invented-${set}`,
    gold: question.gold.map((name) => keys.get(name) ?? name),
  }));
}

function pageName(url: string): string {
  return decodeURIComponent(url.split('/').at(-1) ?? '').replace(/\.\w+$/, '');
}
