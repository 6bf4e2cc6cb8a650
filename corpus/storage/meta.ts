import { type Db, statementCache } from './sqlite.ts';

/** Small facts about the corpus as a whole, by name. */
export interface Meta {
  get(key: string): Promise<string | null>;
  set(key: string, value: string): Promise<void>;
  delete(key: string): Promise<void>;
}

/** Opens the facts in a corpus database. */
export function openMeta(db: Db): Meta {
  const sql = statementCache(db);
  return {
    get: async (key) =>
      sql<{ value: string }>('SELECT value FROM meta WHERE key = ?').get(key)?.value ?? null,
    set: async (key, value) =>
      void sql(
        'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value',
      ).run(key, value),
    delete: async (key) => void sql('DELETE FROM meta WHERE key = ?').run(key),
  };
}
