import { describe, expect, it } from 'vitest';
import { poolTokens } from './pool-tokens.ts';

const tokens = { data: Float32Array.from([3, 0, 0, 4, 9, 9, 0, 5, 1, 1, 1, 1]), dims: [2, 3, 2] };

describe('poolTokens', () => {
  it('gives the direction of the mean of the tokens that are not padding', () => {
    const pooled = poolTokens(tokens, [1n, 1n, 0n, 1n, 0n, 0n], 'mean');
    expect([...pooled].map((value) => Number(value.toFixed(4)))).toEqual([0.6, 0.8, 0, 1]);
  });

  it('gives the direction of the first token when the model keeps the meaning there', () => {
    const pooled = poolTokens(tokens, [1, 1, 0, 1, 0, 0], 'cls');
    expect([...pooled]).toEqual([1, 0, 0, 1]);
  });
});
