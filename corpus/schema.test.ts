import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCorpus } from './corpus.ts';
import { silentLog } from './log.ts';
import { corpusMigrations } from './schema.ts';
import { appliedMigrations } from './storage/migrations.ts';
import { openDatabase } from './storage/sqlite.ts';
import {
  corpusIn,
  countingEmbedder,
  draftOf,
  plainFields,
  temporaryFolder,
} from './trials/corpus-for-tests.ts';
import { verifyCorpus } from './upkeep/verify.ts';

describe('the history of the corpus database', () => {
  // Published names: a change here breaks every database in the field.
  it('begins with the names that are in the field', () => {
    const names = corpusMigrations.map((migration) => migration.name);
    expect(names.slice(0, 7)).toEqual([
      'meta',
      'sources',
      'documents',
      'passages',
      'full-text',
      'jobs',
      'readers',
    ]);
  });

  it.each(corpusMigrations.map((migration, index) => [index, migration.name] as const))(
    'leads on from a database that stopped at step %i (%s)',
    async (index) => {
      const folder = temporaryFolder();
      const path = join(folder.path, 'corpus.db');
      const old = openDatabase({ path, migrations: corpusMigrations.slice(0, index + 1), log: silentLog() });
      const hasSources = index >= 1;
      if (hasSources) {
        old.exec(`INSERT INTO sources (url, address, kind, title, publisher, language, tier, status, schedule_minutes, added_at)
          VALUES ('https://a.org', 'https://a.org', 'feed', 'A', 'A', 'uk', 'official', 'active', 60, '2024-01-01T00:00:00.000Z')`);
      }
      old.close();
      const corpus = await corpusIn(folder.path);
      expect(appliedMigrations(corpus.database)).toEqual(corpusMigrations.map((migration) => migration.name));
      expect((await corpus.sources.list()).map((source) => source.title)).toEqual(hasSources ? ['A'] : []);
      const embed = countingEmbedder();
      await corpus.documents.save(draftOf(['Works.']), { embed });
      expect((await verifyCorpus(corpus, embed)).problems).toEqual([]);
      await corpus.close();
      folder.dispose();
    },
  );

  it('is refused by a program that is older than the file', async () => {
    const folder = temporaryFolder();
    const newer = [...corpusMigrations, { name: 'from-the-future', run: () => undefined }];
    openDatabase({ path: join(folder.path, 'corpus.db'), migrations: newer, log: silentLog() }).close();
    const opening = openCorpus({ dataDir: folder.path, log: silentLog(), indexFields: plainFields });
    await expect(opening).rejects.toThrow(/newer .*"from-the-future".*update the program/);
    folder.dispose();
  });
});
