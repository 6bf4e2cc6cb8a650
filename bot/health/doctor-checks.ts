import { UserError } from '../../corpus/errors.ts';

/** How one check of the doctor ended. `warn` does not keep the bot from working. */
export interface Finding {
  readonly check: string;
  readonly state: 'ok' | 'warn' | 'bad';
  /** What was found. */
  readonly says: string;
  /** What to do about it; empty when all is well. */
  readonly advice: string;
}

/** One thing to look at. What it throws becomes a bad finding. */
export interface Check {
  readonly name: string;
  /** A check before it: when that one found something bad, this one could only say the same again. */
  readonly needs?: string;
  readonly look: () => Promise<Omit<Finding, 'check'> | readonly Omit<Finding, 'check'>[]>;
}

/** All is well. */
export function ok(says: string): Omit<Finding, 'check'> {
  return { state: 'ok', says, advice: '' };
}

/** Worth knowing. */
export function warn(says: string, advice: string): Omit<Finding, 'check'> {
  return { state: 'warn', says, advice };
}

/** Must be mended. */
export function bad(says: string, advice: string): Omit<Finding, 'check'> {
  return { state: 'bad', says, advice };
}

/** Looks at everything, one after the other; a check that breaks does not keep the others from being made. */
export async function runChecks(
  checks: readonly Check[],
  explain: (error: unknown) => string,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  const unusable = new Set<string>();
  for (const { name, needs, look } of checks) {
    if (needs !== undefined && unusable.has(needs)) {
      unusable.add(name);
      findings.push({ check: name, ...warn('not looked at', `mend "${needs}" first`) });
      continue;
    }
    try {
      const found = await look();
      for (const one of Array.isArray(found) ? found : [found]) findings.push({ check: name, ...one });
    } catch (error) {
      // What is meant for people says itself what to do.
      const advice = error instanceof UserError ? '' : 'nobody expected this; the check itself failed';
      findings.push({ check: name, ...bad(explain(error), advice) });
    }
    if (findings.some(({ check, state }) => check === name && state === 'bad')) unusable.add(name);
  }
  return findings;
}

const signs = { ok: 'ok  ', warn: 'warn', bad: 'BAD ' } as const;

/** The findings as lines for a terminal. */
export function reportText(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ check }) => check.length));
  const lines = findings.map(({ check, state, says, advice }) => {
    const line = `${signs[state]}  ${check.padEnd(width)}  ${says}`;
    return advice === '' ? line : `${line}\n${' '.repeat(width + 8)}-> ${advice}`;
  });
  const wrong = findings.filter(({ state }) => state === 'bad').length;
  const end = wrong === 0 ? 'Nothing keeps the bot from working.' : `${wrong} to mend before the bot works.`;
  return [...lines, '', end].join('\n');
}
