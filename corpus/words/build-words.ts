import type { Passages } from '../documents/passages.ts';
import { WordFileWriter } from './word-file.ts';
import { countTerms, type WordIndexer } from './word-terms.ts';

/** What a file is made from and where it goes. */
export interface BuildWords {
  readonly passages: Pick<Passages, 'all' | 'journalPosition'>;
  readonly indexWords: WordIndexer;
  readonly folder: string;
  readonly rules: string;
}

/** Makes the file of all passages that may be answered from. What changes meanwhile is read from the journal afterwards. */
export async function buildWords({ passages, indexWords, folder, rules }: BuildWords): Promise<void> {
  const position = await passages.journalPosition();
  const writer = new WordFileWriter();
  for await (const batch of passages.all()) {
    for (const passage of batch) writer.add(passage.id, countTerms(indexWords(passage)));
  }
  await writer.write(folder, { rules, ...position });
}
