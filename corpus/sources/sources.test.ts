import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Corpus } from '../corpus.ts';
import { corpusIn, draftOf, temporaryFolder } from '../trials/corpus-for-tests.ts';
import { canMove, type SourceStatus, sourceHealth } from './source-status.ts';
import type { SourceDraft } from './sources.ts';

let folder: ReturnType<typeof temporaryFolder>;
let corpus: Corpus;
const now = new Date('2024-05-01T12:00:00Z');
const minutesLater = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

beforeEach(async () => {
  folder = temporaryFolder();
  corpus = await corpusIn(folder.path);
});
afterEach(async () => {
  await corpus.close();
  folder.dispose();
});

const feed = (change: Partial<SourceDraft> = {}): SourceDraft => ({
  url: 'https://example.org/feed',
  kind: 'feed',
  title: 'Example',
  publisher: 'Example',
  language: 'uk',
  tier: 'established',
  status: 'active',
  ...change,
});

const saveUnder = (sourceId: number, url: string, text = `Text of ${url}.`) =>
  corpus.documents.save(draftOf([text], { url, sourceId }), { embed: null });

describe('add', () => {
  it('stores a suggestion as pending and finds it under other spellings', async () => {
    const source = await corpus.sources.add(feed({ status: undefined, addedBy: 'someone' }), now);
    expect(source).toMatchObject({ status: 'pending', addedBy: 'someone', failures: 0, nextAt: null });
    expect((await corpus.sources.findByUrl('http://www.example.org/feed/'))?.id).toBe(source.id);
  });

  it('refuses an address that is a source already', async () => {
    await corpus.sources.add(feed(), now);
    await expect(corpus.sources.add(feed({ url: 'http://example.org/feed/' }), now)).rejects.toThrow(
      /already \(number 1/,
    );
  });

  it('starts a rejected source again under its number', async () => {
    const { id } = await corpus.sources.add(feed({ status: 'pending' }), now);
    await corpus.sources.setStatus(id, 'rejected', { reason: 'gossip' });
    const again = await corpus.sources.add(feed({ status: 'pending', title: 'New' }), now);
    expect(again).toMatchObject({ id, status: 'pending', reason: null, title: 'New' });
  });
});

describe('due', () => {
  it('lists trial and active sources whose time has come, longest waiting first', async () => {
    const never = await corpus.sources.add(feed({ url: 'https://a.org' }), now);
    const waiting = await corpus.sources.add(feed({ url: 'https://b.org', status: 'trial' }), now);
    const later = await corpus.sources.add(feed({ url: 'https://c.org' }), now);
    await corpus.sources.add(feed({ url: 'https://d.org', status: 'pending' }), now);
    await corpus.sources.add(feed({ url: 'starter:briefs', kind: 'starter' }), now);
    await corpus.sources.recordFetch(waiting.id, { ok: false, error: 'x', nextAt: now.toISOString() }, now);
    await corpus.sources.recordFetch(
      later.id,
      { ok: false, error: 'x', nextAt: minutesLater(5).toISOString() },
      now,
    );
    const ids = async (at: Date) => (await corpus.sources.due(at)).map((source) => source.id);
    expect(await ids(now)).toEqual([never.id, waiting.id]);
    expect(await ids(minutesLater(5))).toEqual([never.id, waiting.id, later.id]);
  });
});

describe('recordFetch', () => {
  it('counts failures in a row and forgets them after a success', async () => {
    const { id } = await corpus.sources.add(feed(), now);
    const nextAt = minutesLater(60).toISOString();
    await corpus.sources.recordFetch(id, { ok: false, error: 'host not found', nextAt }, now);
    await corpus.sources.recordFetch(id, { ok: false, error: 'timed out', nextAt }, now);
    expect(await corpus.sources.find(id)).toMatchObject({
      failures: 2,
      lastError: 'timed out',
      lastSuccessAt: null,
    });
    await corpus.sources.recordFetch(id, { ok: true, nextAt, etag: '"1"', lastModified: null }, now);
    expect(await corpus.sources.find(id)).toMatchObject({
      failures: 0,
      lastError: null,
      etag: '"1"',
      nextAt,
    });
  });
});

describe('remove and restore', () => {
  it('takes every passage of the source out of answers and brings them back', async () => {
    const { id } = await corpus.sources.add(feed(), now);
    await saveUnder(id, 'https://example.org/1');
    await saveUnder(id, 'https://example.org/2');
    await corpus.documents.save(draftOf(['Of nobody.'], { url: 'https://other.org' }), { embed: null });
    await corpus.sources.remove(id, { now, reason: 'closed' });
    expect(await corpus.passages.count()).toBe(1);
    expect(await corpus.sources.list()).toEqual([]);
    expect((await corpus.sources.list({ statuses: ['removed'] }))[0]).toMatchObject({
      reason: 'closed',
      documents: 2,
      passages: 0,
    });
    const restored = await corpus.sources.restore(id);
    expect(restored).toMatchObject({ status: 'active', removedAt: null });
    expect((await corpus.sources.list())[0]).toMatchObject({ documents: 2, passages: 2 });
  });

  it('has nothing to undo for a source in use', async () => {
    const { id } = await corpus.sources.add(feed(), now);
    await expect(corpus.sources.restore(id)).rejects.toThrow('nothing to undo');
  });

  it('hands a page to another source that brings it after the removal', async () => {
    const first = await corpus.sources.add(feed(), now);
    const second = await corpus.sources.add(
      feed({ url: 'https://example.org/other-feed', publisher: 'Second' }),
      now,
    );
    await saveUnder(first.id, 'https://example.org/1');
    expect((await saveUnder(second.id, 'https://example.org/1')).outcome).toBe('unchanged');
    await corpus.sources.remove(first.id, { now });
    expect(await corpus.passages.count()).toBe(0);
    const { document } = await saveUnder(second.id, 'https://example.org/1');
    expect(document.sourceId).toBe(second.id);
    expect(await corpus.passages.count()).toBe(1);
  });
});

describe('setStatus', () => {
  it('hides what a pending or rejected source brought', async () => {
    const { id } = await corpus.sources.add(feed({ status: 'pending' }), now);
    await saveUnder(id, 'https://example.org/1');
    expect(await corpus.passages.count()).toBe(0);
    await corpus.sources.setStatus(id, 'trial', { trialUntil: minutesLater(1) });
    expect(await corpus.passages.count()).toBe(1);
    await corpus.sources.setStatus(id, 'rejected', { reason: 'no' });
    expect(await corpus.passages.count()).toBe(0);
  });

  it('refuses a move that the rules do not have, naming those they have', async () => {
    const { id } = await corpus.sources.add(feed(), now);
    await corpus.sources.setStatus(id, 'paused');
    await expect(corpus.sources.setStatus(id, 'pending')).rejects.toThrow(
      /paused cannot become pending; possible: active/,
    );
    await corpus.sources.remove(id, { now });
    await expect(corpus.sources.setStatus(id, 'active')).rejects.toThrow(/possible: restore/);
  });

  it('says which source does not exist', async () => {
    await expect(corpus.sources.setStatus(5, 'active')).rejects.toThrow('no source with number 5');
  });
});

describe('update', () => {
  it('passes a new tier on to the documents', async () => {
    const { id } = await corpus.sources.add(feed(), now);
    const { document } = await saveUnder(id, 'https://example.org/1');
    await corpus.sources.update(id, { tier: 'official', scheduleMinutes: 30 });
    expect((await corpus.documents.findByKey(document.key))?.tier).toBe('official');
    expect((await corpus.sources.find(id))?.scheduleMinutes).toBe(30);
  });
});

describe('the life of a source', () => {
  const all: SourceStatus[] = ['pending', 'trial', 'active', 'paused', 'rejected', 'removed'];
  it('never moves to the same status and always can end in removal', () => {
    for (const status of all) {
      expect(canMove(status, status)).toBe(false);
      expect(canMove(status, 'removed')).toBe(status !== 'removed');
    }
  });

  it.each([
    ['off', { status: 'paused' as const }],
    ['never-fetched', {}],
    ['ok', { lastAttemptAt: now.toISOString(), lastSuccessAt: now.toISOString() }],
    [
      'failing',
      { lastAttemptAt: now.toISOString(), lastSuccessAt: minutesLater(-100).toISOString(), failures: 1 },
    ],
    [
      'stale',
      { lastAttemptAt: now.toISOString(), lastSuccessAt: minutesLater(-200).toISOString(), failures: 9 },
    ],
    ['stale', { lastAttemptAt: now.toISOString(), failures: 9 }],
  ])('shows as %s', (health, change) => {
    const source = {
      kind: 'feed',
      status: 'active' as SourceStatus,
      scheduleMinutes: 60,
      lastSuccessAt: null,
      lastAttemptAt: null,
      failures: 0,
    };
    expect(sourceHealth({ ...source, ...change }, now)).toBe(health);
  });
});
