import type { AnswerBlock } from '../../retrieval/answer.ts';
import { quoteLink } from '../answering/quote-link.ts';
import { renderBlocks } from '../messages/render.ts';
import { messageParts } from '../messages/send-parts.ts';
import { type FormattedText, splitText } from '../messages/split.ts';
import { refusalOf } from './fake-telegram-rules.ts';
import { naughtyText } from './naughty-text.ts';

const kinds: readonly AnswerBlock['kind'][] = ['lead', 'quote', 'source', 'note', 'hint', 'card', 'plain'];
const addresses = [
  'https://example.org/a',
  'http://президент.укр/б?в=г',
  'tg://user?id=1',
  'javascript:alert(1)',
  'not an address',
  '',
];

/** Makes a message of random words, renders and splits it; a line for each thing that Telegram or a reader would mind. */
export function tryMessage(random: () => number, mostPieces: number): readonly string[] {
  const blocks = Array.from({ length: 1 + Math.floor(random() * 5) }, () => randomBlock(random, mostPieces));
  const whole = renderBlocks(blocks);
  const parts = splitText(whole);
  const problems = [...lostWords(blocks, whole, parts), ...foreignLinks(blocks, whole)];
  for (const part of messageParts(whole)) {
    const refusal = refusalOf('sendMessage', {
      text: part.text,
      entities: part.entities,
      link_preview_options: { is_disabled: true },
    });
    if (refusal !== null) problems.push(`refused: ${refusal}`);
  }
  const [first] = blocks;
  const link = quoteLink({
    url: addresses[0]!,
    quote: first!.text,
    documentText: first!.text,
    page: null,
    isRetold: false,
  });
  if (!URL.canParse(link)) problems.push(`no link to the quote: ${link.slice(0, 80)}`);
  return problems;
}

function randomBlock(random: () => number, mostPieces: number): AnswerBlock {
  const text = naughtyText(random, mostPieces);
  const stretch = () => {
    const start = Math.floor(random() * (text.length + 2)) - 1;
    return { start, end: start + Math.floor(random() * 40) - 2 };
  };
  const links = Array.from({ length: Math.floor(random() * 3) }, () => ({
    ...stretch(),
    url: addresses[Math.floor(random() * addresses.length)]!,
  }));
  const kind = kinds[Math.floor(random() * kinds.length)]!;
  return {
    kind,
    text,
    links: random() < 0.5 ? links : undefined,
    strong: random() < 0.3 ? [stretch(), stretch()] : undefined,
  };
}

// Direction controls are taken out of everything but quotes, and half a surrogate pair becomes a sign as long.
function lostWords(
  blocks: readonly AnswerBlock[],
  whole: FormattedText,
  parts: readonly FormattedText[],
): string[] {
  const problems: string[] = [];
  if (parts.map(({ text }) => text).join('') !== whole.text) problems.push('the parts are not the whole');
  for (const { kind, text } of blocks) {
    const sent = text.replace(/\p{Cs}/gu, '\ufffd');
    if (kind === 'quote' && !whole.text.includes(sent)) problems.push('a quote lost characters');
  }
  return problems;
}

function foreignLinks(blocks: readonly AnswerBlock[], whole: FormattedText): string[] {
  const ours = new Set(blocks.flatMap(({ links }) => (links ?? []).map(({ url }) => url)));
  return whole.entities.flatMap((entity) => {
    if (entity.type !== 'text_link') return entity.type === 'text_mention' ? ['a mention'] : [];
    return ours.has(entity.url) && /^https?:/.test(entity.url) ? [] : [`a link of nobody: ${entity.url}`];
  });
}
