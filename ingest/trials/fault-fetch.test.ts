import { describe, expect, it } from 'vitest';
import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { hostileAddresses, tryAddresses, tryBodies } from './fetch-trial.ts';

// A part of the addresses and a few bodies; `tsx ingest/trials/fault-fetch.ts` tries them all.
describe('hostile addresses', () => {
  it('never lead to a server on loopback or a private network', async () => {
    expect(hostileAddresses(80).length).toBeGreaterThan(700);
    const trial = await tryAddresses(seededRandom(20_260_104), 0.12);
    expect(trial).toMatchObject({ canaryVisits: 0, wrong: [] });
  }, 60_000);
});

describe('hostile bodies', () => {
  it('end in time, whatever they are', async () => {
    expect((await tryBodies(seededRandom(20_260_105), 12)).wrong).toEqual([]);
  }, 60_000);
});
