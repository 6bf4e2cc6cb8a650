import {
  columnsToIndex,
  type FullTextFields,
  type FullTextIndexer,
  openSearchable,
  type PassageToIndex,
  toIndexedText,
} from '../documents/searchable.ts';
import { contentHash } from '../keys/keys.ts';
import { breathe, type Db, inTransaction, statementCache } from '../storage/sqlite.ts';
import { haveSameWords } from '../terms/passage-terms.ts';
import type { Progress } from './embed-missing.ts';

/** Passages per transaction, at 0.1 ms each: other processes wait for tens of milliseconds, not for the whole. */
const passagesPerTransaction = 200;

interface CurrentPassage extends PassageToIndex {
  readonly searchable: number;
  /** The stored block of its terms. */
  readonly terms: Uint8Array | null;
}

/** How {@link rebuildWords} goes about it. */
export interface RebuildWordsOptions {
  /**
   * Leaves alone what would be stored as it is: writing takes three times as long as making terms, and a new lexicon changes
   * those of few passages. Of a passage whose words are the same only the block of its terms is replaced, which neither the word
   * index nor the journal hears of. Only for a word index that is whole.
   */
  readonly onlyChanged?: boolean;
  readonly onProgress?: Progress;
}

/**
 * Gives every passage that answers may use its terms anew, a few documents per transaction. What was found before is
 * found all the time. Returns the number of documents looked at.
 */
export async function rebuildWords(
  db: Db,
  indexFields: FullTextIndexer,
  { onlyChanged = false, onProgress = () => undefined }: RebuildWordsOptions = {},
): Promise<number> {
  const searchable = openSearchable(db, indexFields);
  const passagesOf = statementCache(db)<CurrentPassage>(
    `SELECT ${columnsToIndex}, passages.searchable, ranking_terms.terms FROM passages
     JOIN documents ON documents.id = passages.document_id LEFT JOIN ranking_terms ON passage_id = passages.id
     WHERE passages.document_id = ? AND passages.current = 1`,
  );
  const groups = groupDocuments(db);
  const total = groups.reduce((sum, group) => sum + group.length, 0);
  let done = 0;
  for (const group of groups) {
    const read = () => group.flatMap((id) => passagesOf.all(id));
    const fields = await fieldsOf(read(), indexFields);
    const isStale = (passage: CurrentPassage) => !onlyChanged || !isStored(passage, fields);
    const hasItsWords = (passage: CurrentPassage) => onlyChanged && wordsAreStored(passage, fields);
    if (read().some(isStale)) {
      inTransaction(db, () => {
        for (const passage of read().filter(isStale)) {
          refreshHash(db, passage);
          if (hasItsWords(passage)) replaceTerms(db, passage.id, fields.get(passage.contentHash)!.terms!);
          else if (passage.searchable === 1) searchable.unindex(passage.id);
        }
        searchable.sync(group, fields);
      });
    }
    done += group.length;
    onProgress(done, total);
  }
  return total;
}

/** Numbers of the documents with passages, in groups small enough for one transaction. */
function groupDocuments(db: Db): number[][] {
  const groups: number[][] = [];
  let room = 0;
  const sizes = db.prepare<[], { id: number; passages: number }>(
    'SELECT document_id AS id, count(*) AS passages FROM passages WHERE current = 1 GROUP BY document_id',
  );
  for (const { id, passages } of sizes.iterate()) {
    if (groups.length === 0 || passages > room) {
      groups.push([]);
      room = passagesPerTransaction;
    }
    groups.at(-1)!.push(id);
    room -= passages;
  }
  return groups;
}

async function fieldsOf(
  passages: readonly CurrentPassage[],
  indexFields: FullTextIndexer,
): Promise<Map<string, FullTextFields>> {
  const fields = new Map<string, FullTextFields>();
  for (const passage of passages) {
    fields.set(contentHash(passage), indexFields(toIndexedText(passage)));
    await breathe();
  }
  return fields;
}

function isStored(passage: CurrentPassage, fields: ReadonlyMap<string, FullTextFields>): boolean {
  const made = fields.get(passage.contentHash)?.terms;
  return (
    passage.searchable === 1 &&
    passage.terms !== null &&
    made !== undefined &&
    Buffer.compare(passage.terms, made) === 0
  );
}

function wordsAreStored(passage: CurrentPassage, fields: ReadonlyMap<string, FullTextFields>): boolean {
  const made = fields.get(passage.contentHash)?.terms;
  return (
    passage.searchable === 1 &&
    passage.terms !== null &&
    made !== undefined &&
    haveSameWords(passage.terms, made)
  );
}

function replaceTerms(db: Db, passageId: number, terms: Uint8Array): void {
  statementCache(db)('UPDATE ranking_terms SET terms = ? WHERE passage_id = ?').run(terms, passageId);
}

// The recipe of the hash may have changed with the program.
function refreshHash(db: Db, passage: CurrentPassage): void {
  const hash = contentHash(passage);
  if (hash === passage.contentHash) return;
  statementCache(db)('UPDATE passages SET content_hash = ? WHERE id = ?').run(hash, passage.id);
}
