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
  for (const { name, look } of checks) {
    try {
      const found = await look();
      for (const one of Array.isArray(found) ? found : [found]) findings.push({ check: name, ...one });
    } catch (error) {
      findings.push({ check: name, ...bad(explain(error), 'see the message; the check itself failed') });
    }
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
