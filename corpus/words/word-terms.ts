import type { FullTextFields } from '../documents/searchable.ts';
import { type FullTextColumn, fullTextColumns } from './full-text.ts';

/** Terms of a passage for the three columns, separated by spaces. */
export type WordFields = Pick<FullTextFields, FullTextColumn>;

/** Makes the terms of a passage. */
export type WordIndexer = (passage: { readonly text: string; readonly context: string }) => WordFields;

/** A term of a column as one string: `stems:дрон`. */
export function columnTerm(column: FullTextColumn, term: string): string {
  return `${column}:${term}`;
}

/** The terms of a passage by {@link columnTerm}, with how often each stands in it. */
export interface CountedTerms {
  readonly times: ReadonlyMap<string, number>;
  /** Terms in all, repeated ones each time. */
  readonly total: number;
}

/** Counts the terms of a passage. */
export function countTerms(fields: WordFields): CountedTerms {
  const times = new Map<string, number>();
  let total = 0;
  for (const column of fullTextColumns) {
    for (const term of fields[column].split(' ')) {
      if (term === '') continue;
      const key = columnTerm(column, term);
      times.set(key, (times.get(key) ?? 0) + 1);
      total += 1;
    }
  }
  return { times, total };
}
