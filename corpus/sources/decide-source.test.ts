import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Corpus } from '../corpus.ts';
import { corpusIn, countingEmbedder, draftOf, temporaryFolder } from '../trials/corpus-for-tests.ts';
import { type Decider, decideSource, endTrials } from './decide-source.ts';
import { type SourceReport, sourceReport } from './source-report.ts';
import type { Decision } from './source-rules.ts';
import { settleCheck, suggestSource, webAddress } from './suggest-source.ts';

const start = new Date('2026-01-01T00:00:00Z');
const later = (hours: number) => new Date(start.getTime() + hours * 3_600_000);
const moderator = (actor: string): Decider => ({ actor, unlimited: false });

const goodReport: SourceReport = {
  url: 'https://a.org/feed',
  finalUrl: 'https://a.org/feed',
  host: 'a.org',
  addresses: [],
  redirects: [],
  kind: 'feed',
  title: 'News of A',
  publisher: 'A',
  language: 'uk',
  charset: 'utf-8',
  feeds: [],
  samples: ['Sample.'],
  items: 10,
  itemsPerDay: 2,
  overlap: { looked: 10, sameAddress: 0, sameText: 0 },
  lookAlike: null,
  robots: null,
  suggestedTier: 'official',
  problem: null,
  warning: null,
};

let folder: ReturnType<typeof temporaryFolder>;
let corpus: Corpus;
beforeEach(async () => {
  folder = temporaryFolder();
  corpus = await corpusIn(folder.path);
});
afterEach(async () => {
  await corpus.close();
  folder.dispose();
});

async function suggested(report: Partial<SourceReport> = {}): Promise<number> {
  const by = { actor: 'p9', isModerator: false };
  const { source } = await suggestSource(corpus, { url: 'https://a.org/feed', by, now: start });
  const job = await corpus.jobs.claim(['add-source'], 1000, start);
  await corpus.jobs.complete(job!, { ...goodReport, ...report }, start);
  expect(await settleCheck(corpus, source.id, start)).toEqual({ kind: 'done' });
  return source.id;
}

async function decide(sourceId: number, decision: Decision, by = moderator('p1'), now = start) {
  return decideSource(corpus, { sourceId, decision, by, now });
}

const refused = (code: string) => ({ kind: 'refused', code });

describe('a suggestion', () => {
  it('waits for a decision with what the worker found', async () => {
    const id = await suggested();
    expect(await corpus.sources.find(id)).toMatchObject({
      status: 'pending',
      kind: 'feed',
      title: 'News of A',
      publisher: 'A',
      language: 'uk',
    });
    expect((await corpus.sourceChecks.find(id))?.report).toEqual(goodReport);
  });

  it('is one, however often it is made', async () => {
    const id = await suggested();
    const again = await suggestSource(corpus, {
      url: 'http://www.a.org/feed/?utm_source=x',
      by: { actor: 'p8', isModerator: false },
      now: start,
    });
    expect(again).toMatchObject({ kind: 'waiting', source: { id } });
    expect(await corpus.jobs.list()).toHaveLength(1);
  });

  it('brings back what was rejected only for moderators', async () => {
    const id = await suggested();
    await decide(id, { act: 'reject', reason: 'spam' });
    const suggest = (isModerator: boolean) =>
      suggestSource(corpus, { url: 'https://a.org/feed', by: { actor: 'p2', isModerator }, now: later(1) });
    expect(await suggest(false)).toMatchObject({ kind: 'unwanted', source: { reason: 'spam' } });
    expect(await suggest(true)).toMatchObject({ kind: 'started', source: { id, status: 'pending' } });
  });

  it.each([
    ['dsns.gov.ua/rss', 'https://dsns.gov.ua/rss'],
    ['http://a.org:8080/x', 'http://a.org:8080/x'],
    ['a.org:8080/x', 'https://a.org:8080/x'],
    ['ftp://a.org', null],
    ['javascript:alert(1)', null],
    ['https://user:pass@a.org', null],
    ['https://t.me/channel/1', null],
    ['localhost', null],
    ['two words.org', null],
    ['', null],
  ])('understands %j as %j', (text, address) => expect(webAddress(text)).toBe(address));
});

describe('a decision', () => {
  it('is carried out and noted together', async () => {
    const id = await suggested();
    const { verdict, source } = await decide(id, { act: 'approve' });
    expect([verdict.kind, source.status, source.tier]).toEqual(['go', 'active', 'established']);
    expect((await corpus.audit.list({ subject: `source:${id}`, limit: 1 }))[0]).toMatchObject({
      actor: 'p1',
      act: 'approve',
      details: { tier: 'established', from: 'pending' },
    });
    expect((await decide(id, { act: 'approve' }, moderator('p2'))).verdict).toEqual(refused('already'));
  });

  it('lets "official" be said by two different people only', async () => {
    const id = await suggested();
    const official: Decision = { act: 'approve', tier: 'official' };
    expect((await decide(id, official)).verdict.kind).toBe('second');
    expect((await decide(id, official)).verdict).toEqual(refused('same-person'));
    expect((await corpus.sources.find(id))?.status).toBe('pending');
    const second = await decide(id, official, moderator('p2'));
    expect([second.verdict.kind, second.source.tier, second.source.status]).toEqual([
      'go',
      'official',
      'active',
    ]);
  });

  it('does not count the voice of somebody who may not decide any more, nor one from before another decision', async () => {
    const id = await suggested();
    const official: Decision = { act: 'approve', tier: 'official' };
    await decide(id, official, moderator('p1'));
    const withoutFirst = { ...moderator('p2'), stillDecides: (actor: string) => actor !== 'p1' };
    expect((await decide(id, official, withoutFirst)).verdict.kind).toBe('second');
    await decide(id, { act: 'trial' }, moderator('p3'));
    expect((await decide(id, official, moderator('p4'))).verdict.kind).toBe('second');
  });

  it('asks for two people when the tier of a source in use is raised', async () => {
    const id = await suggested();
    await decide(id, { act: 'approve', tier: 'established' });
    expect((await decide(id, { act: 'tier', tier: 'official' })).verdict.kind).toBe('second');
    expect((await decide(id, { act: 'tier', tier: 'official' }, moderator('p2'))).source.tier).toBe(
      'official',
    );
    expect((await decide(id, { act: 'tier', tier: 'established' })).source.tier).toBe('established');
    expect((await decide(id, { act: 'tier', tier: 'official' }, moderator('p2'))).verdict.kind).toBe(
      'second',
    );
  });

  it('does not let in what could not be read', async () => {
    const id = await suggested({ problem: 'the site answered 500' });
    expect((await decide(id, { act: 'approve' })).verdict).toEqual(refused('not-checked'));
    expect((await decide(id, { act: 'trial' })).verdict).toEqual(refused('not-checked'));
    expect((await decide(id, { act: 'reject', reason: 'broken' })).source.status).toBe('rejected');
  });

  it.each<[Decision, string]>([
    [{ act: 'reject', reason: '  ' }, 'no-reason'],
    [{ act: 'pause' }, 'not-possible'],
    [{ act: 'resume' }, 'not-possible'],
    [{ act: 'refetch' }, 'not-possible'],
    [{ act: 'undo' }, 'not-possible'],
    [{ act: 'schedule', minutes: 5 }, 'bad-schedule'],
    [{ act: 'schedule', minutes: 60.5 }, 'bad-schedule'],
    [{ act: 'schedule', minutes: 60 }, 'already'],
    [{ act: 'tier', tier: 'established' }, 'already'],
  ])('%j about a source that waits is refused: %s', async (decision, code) => {
    expect((await decide(await suggested(), decision)).verdict).toEqual(refused(code));
  });

  it('about a source that is not there is an error in words', async () => {
    await expect(decide(77, { act: 'pause' })).rejects.toThrow('There is no source with number 77');
  });

  it('takes passages out of the index at once, and brings them back within a day', async () => {
    const id = await suggested();
    await decide(id, { act: 'approve' });
    await corpus.documents.save(draftOf(['Passage.'], { sourceId: id }), { embed: countingEmbedder() });
    expect(await corpus.passages.count()).toBe(1);
    await decide(id, { act: 'remove' });
    expect(await corpus.passages.count()).toBe(0);
    expect((await decide(id, { act: 'undo' }, moderator('p2'), later(25))).verdict).toEqual(
      refused('too-late'),
    );
    expect((await decide(id, { act: 'undo' }, moderator('p2'), later(23))).source.status).toBe('active');
    expect(await corpus.passages.count()).toBe(1);
  });

  it('to remove is limited to twenty a day for a moderator, and not for an owner', async () => {
    const id = await suggested();
    for (let n = 0; n < 20; n += 1) {
      await decide(id, { act: 'remove' });
      await decide(id, { act: 'undo' });
    }
    expect((await decide(id, { act: 'remove' })).verdict).toEqual(refused('too-many-removals'));
    expect((await decide(id, { act: 'remove' }, moderator('p2'))).verdict.kind).toBe('go');
    await decide(id, { act: 'undo' });
    expect((await decide(id, { act: 'remove' }, { actor: 'p1', unlimited: true })).verdict.kind).toBe('go');
  });

  it('answers the question that the source was suggested for', async () => {
    await corpus.unanswered.record('Who gave tents?', 'en', start);
    const [question] = await corpus.unanswered.list();
    const by = { actor: 'p1', isModerator: true };
    const id = await suggested();
    await decide(id, { act: 'remove' });
    await suggestSource(corpus, { url: 'https://a.org/feed', by, now: start, questionId: question!.id });
    const job = await corpus.jobs.claim(['add-source'], 1000, start);
    await corpus.jobs.complete(job!, goodReport, start);
    await settleCheck(corpus, id, start);
    await decide(id, { act: 'approve' });
    expect(await corpus.unanswered.count()).toBe(0);
  });
});

describe('the tier "official"', () => {
  it('does not make pages of other sites official that the source only leads to', async () => {
    const id = await suggested();
    await decide(id, { act: 'trial' });
    const embed = countingEmbedder();
    for (const url of ['https://www.a.org/own', 'https://other.org/foreign'])
      await corpus.documents.save(draftOf([`Text of ${url}.`], { url, sourceId: id, tier: 'unreviewed' }), {
        embed,
      });
    await decide(id, { act: 'approve', tier: 'official' }, moderator('p1'));
    await decide(id, { act: 'approve', tier: 'official' }, moderator('p2'));
    const tiers = (await corpus.documents.list({ sourceId: id })).map(({ url, tier }) => [url, tier]);
    expect(new Map(tiers as [string, string][])).toEqual(
      new Map([
        ['https://www.a.org/own', 'official'],
        ['https://other.org/foreign', 'established'],
      ]),
    );
  });
});

describe('a trial', () => {
  it('is shown as unreviewed and ends by itself after seven days', async () => {
    const id = await suggested();
    const { source } = await decide(id, { act: 'trial' });
    expect([source.status, source.tier]).toEqual(['trial', 'unreviewed']);
    expect(await endTrials(corpus, later(7 * 24 - 1))).toBe(0);
    expect(await endTrials(corpus, later(7 * 24))).toBe(1);
    expect(await endTrials(corpus, later(7 * 24))).toBe(0);
    expect(await corpus.sources.find(id)).toMatchObject({ status: 'paused', tier: 'unreviewed' });
    expect((await decide(id, { act: 'resume' }, moderator('p1'), later(200))).verdict).toEqual(
      refused('trial-over'),
    );
    expect((await decide(id, { act: 'tier', tier: 'established' })).verdict).toEqual(refused('on-trial'));
    expect((await decide(id, { act: 'approve' }, moderator('p1'), later(200))).source).toMatchObject({
      status: 'active',
      tier: 'established',
    });
  });

  it('goes on after a pause', async () => {
    const id = await suggested();
    await decide(id, { act: 'trial' });
    await decide(id, { act: 'pause' });
    const { source } = await decide(id, { act: 'resume' }, moderator('p1'), later(24));
    expect([source.status, source.trialUntil]).toEqual(['trial', later(168).toISOString()]);
  });
});

describe('the audit log', () => {
  it('refuses to be changed', async () => {
    await suggested();
    expect(() => corpus.database.exec("UPDATE audit SET actor = 'x'")).toThrow('append only');
    expect(() => corpus.database.exec('DELETE FROM audit')).toThrow('append only');
    expect(sourceReport.safeParse({}).success).toBe(false);
  });
});
