import { describe, expect, it } from 'vitest';
import { Settlements } from './settlements.ts';

const transaction = <Result>(work: () => Result): Result => work();
const fullDisk = (): never => {
  throw new Error('disk full');
};

describe('outcomes that wait for a commit', () => {
  it('are written in order with the next commit, before its own work', async () => {
    const settlements = new Settlements();
    const written: string[] = [];
    const ends = ['a', 'b'].map((name) => settlements.add(() => written.push(name)));
    expect(
      settlements.commitWith(transaction, () => {
        written.push('claim');
        return 7;
      }),
    ).toBe(7);
    await Promise.all(ends);
    expect(written).toEqual(['a', 'b', 'claim']);
    expect(settlements.count).toBe(0);
  });

  it('go on waiting when the commit fails', async () => {
    const settlements = new Settlements();
    let times = 0;
    let isKnown = false;
    void settlements
      .add(() => {
        times += 1;
      })
      .then(() => {
        isKnown = true;
      });
    expect(() => settlements.commitWith(transaction, fullDisk)).toThrow('disk full');
    await Promise.resolve();
    expect([isKnown, settlements.count]).toEqual([false, 1]);
    settlements.commitWith(transaction, () => null);
    await Promise.resolve();
    expect([isKnown, times]).toEqual([true, 2]);
  });

  it('can be given up, so that a stop does not wait for a full disk', async () => {
    const settlements = new Settlements();
    const end = settlements.add(fullDisk);
    settlements.abandon();
    await end;
    expect(settlements.count).toBe(0);
  });
});
