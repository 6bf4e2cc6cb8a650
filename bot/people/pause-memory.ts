import type { PeopleDatabase } from './people-database.ts';

/** Remembers over a restart until when Telegram wants to be left alone. */
export function openPause({ sql }: PeopleDatabase): { load(): number; save(openAtMs: number): void } {
  return {
    load: () => {
      const row = sql<{ value: Buffer }>("SELECT value FROM meta WHERE key = 'pause-until'").get();
      return row === undefined ? 0 : Number(row.value.toString());
    },
    save: (openAtMs) =>
      void sql("INSERT OR REPLACE INTO meta (key, value) VALUES ('pause-until', ?)").run(
        Buffer.from(String(openAtMs)),
      ),
  };
}
