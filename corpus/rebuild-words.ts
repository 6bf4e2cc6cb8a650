import type { Progress } from './embed-missing.ts';
import { contentHash } from './keys.ts';
import { type FullTextFields, type FullTextIndexer, openSearchable } from './searchable.ts';
import { breathe, type Db, inTransaction, statementCache } from './sqlite.ts';

/** Passages per transaction, at 0.1 ms each: other processes wait for tens of milliseconds, not for the whole. */
const passagesPerTransaction = 200;

interface CurrentPassage {
  readonly id: number;
  readonly text: string;
  readonly context: string;
  readonly contentHash: string;
  readonly searchable: number;
}

/**
 * Gives every passage that answers may use its terms anew, a few documents per transaction. What was found before is
 * found all the time. Returns the number of documents.
 */
export async function rebuildWords(
  db: Db,
  indexFields: FullTextIndexer,
  onProgress: Progress = () => undefined,
): Promise<number> {
  const searchable = openSearchable(db, indexFields);
  const passagesOf = statementCache(db)<CurrentPassage>(
    'SELECT id, text, context, content_hash AS contentHash, searchable FROM passages WHERE document_id = ? AND current = 1',
  );
  const groups = groupDocuments(db);
  const total = groups.reduce((sum, group) => sum + group.length, 0);
  let done = 0;
  for (const group of groups) {
    const read = () => group.flatMap((id) => passagesOf.all(id));
    const fields = await fieldsOf(read(), indexFields);
    inTransaction(db, () => {
      for (const passage of read()) {
        refreshHash(db, passage);
        if (passage.searchable === 1) searchable.unindex(passage.id);
      }
      searchable.sync(group, fields);
    });
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
    fields.set(contentHash(passage), indexFields(passage));
    await breathe();
  }
  return fields;
}

// The recipe of the hash may have changed with the program.
function refreshHash(db: Db, passage: CurrentPassage): void {
  const hash = contentHash(passage);
  if (hash === passage.contentHash) return;
  statementCache(db)('UPDATE passages SET content_hash = ? WHERE id = ?').run(hash, passage.id);
}
