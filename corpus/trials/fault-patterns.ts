/**
 * Times every regular expression of the program on hostile texts of 50 kB. Not part of `npm test`, where a timing decides nothing;
 * a short form on short texts, which only has to end, is in patterns.test.ts.
 */
import { parseArgs } from 'node:util';
import { attacksOn, attackText } from './pattern-attacks.ts';
import { builtPatterns, type PatternSite, patternLiterals } from './patterns.ts';

const usage =
  'Usage: tsx corpus/trials/fault-patterns.ts [--length 50000] [--most-ms 50] [--only part of a place]\n' +
  'Times are of the processor. Nothing in it is random.';

interface Slowest {
  readonly ms: number;
  readonly attack: string;
}

function slowestOn({ source, flags }: PatternSite, length: number, mostMs: number): Slowest {
  let worst: Slowest = { ms: 0, attack: '' };
  for (const attack of attacksOn(source, flags)) {
    const text = attackText(attack, length);
    const first = spentMs(source, flags, text);
    // What stumbled over a collection of garbage is tried again.
    const ms = first > mostMs ? Math.min(first, spentMs(source, flags, text)) : first;
    if (ms > worst.ms) worst = { ms, attack: JSON.stringify(attack).slice(0, 120) };
    if (ms > mostMs * 10) break;
  }
  return worst;
}

/** Every meeting of the whole text is looked for, as \`matchAll\` and \`replace\` do; one of them is all that others want. */
function spentMs(source: string, flags: string, text: string): number {
  const pattern = new RegExp(source, flags.replace('y', ''));
  const before = process.cpuUsage().user;
  if (pattern.global) text.replace(pattern, '');
  else pattern.test(text);
  return (process.cpuUsage().user - before) / 1000;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      length: { type: 'string', default: '50000' },
      'most-ms': { type: 'string', default: '50' },
      only: { type: 'string', default: '' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(usage);
    return 0;
  }
  const [length, mostMs] = [Number(values.length), Number(values['most-ms'])];
  const literals = patternLiterals();
  const built = await builtPatterns();
  const sites = [...literals, ...built.sites].filter(({ place }) => place.includes(values.only));
  let slow = 0;
  let tried = 0;
  for (const site of sites) {
    tried += attacksOn(site.source, site.flags).length;
    const { ms, attack } = slowestOn(site, length, mostMs);
    if (ms <= mostMs) continue;
    slow += 1;
    console.log(
      `${site.place}  ${ms.toFixed(0)} ms on ${attack}  /${site.source.slice(0, 100)}/${site.flags}`,
    );
  }
  for (const place of built.unseen) console.log(`${place}  builds an expression that was not seen`);
  console.log(
    `${sites.length} expressions (${built.sites.length} of them built from strings), ${tried} attacks of ${length} characters; ` +
      `${slow} took more than ${mostMs} ms, ${built.unseen.length} not seen`,
  );
  return slow + built.unseen.length === 0 ? 0 : 1;
}

process.exitCode = await main();
