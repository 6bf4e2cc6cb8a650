/**
 * Times every regular expression of the program on hostile texts of 50 kB. Not part of `npm test`, where a timing decides nothing;
 * a short form on short texts, which only has to end, is in patterns.test.ts.
 */
import { parseArgs } from 'node:util';
import { attacksOn, patternLiterals } from './patterns.ts';

const usage = 'Usage: tsx corpus/fault-patterns.ts [--length 50000] [--most-ms 50]';

function slowestMs(
  source: string,
  flags: string,
  length: number,
  mostMs: number,
): { ms: number; attack: string } {
  let worst = { ms: 0, attack: '' };
  for (const attack of attacksOn(source, length)) {
    // A fresh expression for each: a global one goes on where it was.
    const pattern = new RegExp(source, flags.replace(/[gy]/g, ''));
    const from = performance.now();
    pattern.test(attack);
    const ms = performance.now() - from;
    if (ms > worst.ms) worst = { ms, attack: attack.slice(0, 12) };
    if (ms > mostMs * 20) break;
  }
  return worst;
}

function main(): number {
  const { values } = parseArgs({
    options: {
      length: { type: 'string', default: '50000' },
      'most-ms': { type: 'string', default: '50' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const [length, mostMs] = [Number(values.length), Number(values['most-ms'])];
  const sites = patternLiterals();
  let slow = 0;
  for (const { place, source, flags } of sites) {
    const { ms, attack } = slowestMs(source, flags, length, mostMs);
    if (ms <= mostMs) continue;
    slow += 1;
    console.log(
      `${place}  ${ms.toFixed(0)} ms on ${JSON.stringify(attack)}…  /${source.slice(0, 80)}/${flags}`,
    );
  }
  console.log(`${sites.length} expressions, ${length} characters each; ${slow} took more than ${mostMs} ms`);
  return slow === 0 ? 0 : 1;
}

process.exitCode = main();
