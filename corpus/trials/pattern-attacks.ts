import { type PatternNode, parsePattern } from './pattern-tree.ts';

/** A text by its parts, so that thousands need no room until one is tried. */
export interface Attack {
  readonly prefix: string;
  readonly unit: string;
  readonly ending: string;
}

/** The attack as a text of about this length. */
export function attackText({ prefix, unit, ending }: Attack, length: number): string {
  return `${prefix}${unit.repeat(Math.ceil(length / unit.length)).slice(0, length)}${ending}`;
}

// What fits nowhere; and a letter with a sign, where a rule wants no more than a border.
const endings = ['\u0001', 'ъ!', '\u0001 \n\u0001 \u0001'] as const;
// More of either makes the run longer and finds nothing else.
const mostUnits = 200;
const mostSamples = 4;

/**
 * Texts that make an expression try as often as it can. Drawn from the expression itself: every loop turned over and over
 * behind what leads to it, alone and with what follows it, and all that the expression begins with, repeated; besides, signs
 * and words of any text.
 */
export function attacksOn(source: string, flags: string): readonly Attack[] {
  const sampler = new Sampler(flags);
  const found = new Map<string, Attack>();
  const add = (prefix: string, unit: string) => {
    if (unit === '' || unit.length > 2_000) return;
    for (const ending of endings)
      found.set(`${prefix}\u0000${unit}\u0000${ending}`, { prefix, unit, ending });
  };
  const tree = parsePattern(source);
  for (const unit of plainUnits) {
    add('', unit);
    // What is anchored to the beginning as well meets nothing there.
    add('\u0001', unit);
  }
  for (const { before, body, after } of loopsIn(tree, '', sampler)) {
    for (const one of sampler.samples(body)) {
      add('', one);
      add('\u0001', one);
      add(before, one);
      add('', `${one}${after}`);
      add('', `${before}${one}`);
      add('', `${before}${one}${after}`);
    }
  }
  for (const whole of sampler.samples(tree)) add('', whole);
  const spread = Math.max(1, found.size / (endings.length * mostUnits));
  return [...found.values()].filter((_one, index) => Math.floor(index / endings.length) % spread < 1);
}

// biome-ignore format: signs in a row
const plainUnits = [' ', '\n', '\t', 'a', 'а', 'Я', 'A', '1', '1,', '1 ', 'a ', 'а, ', 'A ', '1.', '"', '<', '<a ', '-', '.', '[', '(', '*', '_', '`', '|', '#', '://', '@', '&', ';', 'を', '漢'];

interface LoopSite {
  readonly before: string;
  readonly body: PatternNode;
  readonly after: string;
}

/** A loop that turns fewer times costs what its bound says. */
const leastTurns = 8;

function* loopsIn(node: PatternNode, before: string, sampler: Sampler): Generator<LoopSite> {
  if (node.kind === 'group') for (const choice of node.choices) yield* loopsIn(choice, before, sampler);
  if (node.kind === 'nothing' && node.inside !== null) yield* loopsIn(node.inside, before, sampler);
  if (node.kind === 'loop') yield* loopsIn(node.body, before, sampler);
  if (node.kind !== 'row') return;
  let so = before;
  for (const [index, item] of node.items.entries()) {
    if (item.kind === 'loop' && item.most >= leastTurns) {
      const next = node.items.slice(index + 1).find(({ kind }) => kind !== 'nothing');
      yield { before: so, body: item.body, after: next ? (sampler.samples(next)[0] ?? '') : '' };
    }
    yield* loopsIn(item, so, sampler);
    so += sampler.samples(item)[0] ?? '';
  }
}

const alphabet = [
  ...'a1 Aа,.-і"(<Яb0\n\t_/:;!?«—)]>=&#@*+x\'їを漢e\u00a0\u0301',
  ...Array.from({ length: 95 }, (_gap, index) => String.fromCharCode(32 + index)),
];

/** Texts that parts of an expression meet. */
class Sampler {
  private readonly flags: string;
  private readonly known = new Map<string, readonly string[]>();

  constructor(flags: string) {
    this.flags = flags.replace(/[gyd]/g, '');
  }

  samples(node: PatternNode): readonly string[] {
    if (node.kind === 'unit') return this.charactersOf(node.source);
    if (node.kind === 'group') {
      return [...new Set(node.choices.flatMap((choice) => this.samples(choice).slice(0, 2)))].slice(0, 12);
    }
    if (node.kind === 'loop')
      return this.samples(node.body).map((one) => one.repeat(Math.min(20, Math.max(1, node.least))));
    if (node.kind === 'nothing') return [''];
    const parts = node.items.map((item) => this.samples(item));
    const count = Math.min(mostSamples, Math.max(1, ...parts.map((part) => part.length)));
    return Array.from({ length: count }, (_gap, index) =>
      parts.map((part) => part[index % Math.max(1, part.length)] ?? '').join(''),
    );
  }

  private charactersOf(source: string): readonly string[] {
    const found = this.known.get(source) ?? this.meeting(source);
    this.known.set(source, found);
    return found;
  }

  private meeting(source: string): readonly string[] {
    if (!/^[.[\\]/.test(source)) return [source];
    const pattern = new RegExp(`^(?:${source})$`, this.flags);
    const met = alphabet.filter((sign) => pattern.test(sign)).slice(0, mostSamples);
    if (met.length > 0) return met;
    const own = [...source].find((sign) => sign > '\u007f');
    return own !== undefined && pattern.test(own) ? [own] : [];
  }
}
