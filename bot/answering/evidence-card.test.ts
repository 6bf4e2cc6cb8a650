import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageParts } from '../messages/send-parts.ts';
import { loadTexts, type TextArguments } from '../texts.ts';
import { sampleEvidence } from '../trials/bot-for-tests.ts';
import { refusalOf } from '../trials/fake-telegram-rules.ts';
import { type CardRequest, evidenceCard, storedCopy } from './evidence-card.ts';
import { evidenceKeyboard } from './evidence-keyboard.ts';
import type { Evidence } from './evidence-reader.ts';

const texts = loadTexts();
const card = (evidence: Evidence, quote: CardRequest['quote']) =>
  evidenceCard({
    evidence,
    quote,
    language: 'uk',
    t: (key, args) => texts.get('uk', key, args),
    shareUrl: 'https://t.me/x?start=e_y',
  });

const documentOf = (changes: Partial<Evidence['document']>, evidence = sampleEvidence): Evidence => ({
  ...evidence,
  document: { ...evidence.document, ...changes },
});

describe('the evidence card', () => {
  it('is accepted by the Bot API and holds the whole quote, whatever the document is like', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        'слово ',
        'довге'.repeat(60),
        '\n\n',
        '👩‍💻',
        '\u202e',
        '@evil ',
        'x.org ',
        '<b>',
        '. ',
      ),
      fc.lorem(),
    );
    const text = fc.array(piece, { minLength: 1, maxLength: 400 }).map((parts) => parts.join(''));
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        text,
        fc.tuple(place, place, place, place),
        fc.string({ unit: 'binary' }),
        (documentText, places, title) => {
          const [start, quoteStart, quoteEnd, end] = [...places]
            .sort((a, b) => a - b)
            .map((at) => grapheme(documentText, at * documentText.length));
          fc.pre(quoteEnd! > quoteStart! && documentText.slice(quoteStart, quoteEnd).trim() !== '');
          const passage = {
            ...sampleEvidence.passage,
            text: documentText.slice(start, end),
            start: start!,
            end: end!,
          };
          const evidence = { ...documentOf({ title }), passage, documentText };
          const shown = card(evidence, { n: 1, start: quoteStart! - start!, end: quoteEnd! - start! });
          expect(shown.text).toContain(documentText.slice(quoteStart, quoteEnd));
          for (const part of messageParts(shown)) {
            const params = {
              text: part.text,
              entities: part.entities,
              link_preview_options: { is_disabled: true },
            };
            expect(refusalOf('sendMessage', params)).toBeNull();
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('shows nothing of a document that was withdrawn', () => {
    const shown = card(documentOf({ status: 'retracted' }), null);
    expect(shown.text).toContain('вилучили');
    expect(shown.text).not.toContain('спецавтомобілів');
  });

  it('says what is special about a source', () => {
    const old = { ...documentOf({ isBrief: true, tier: 'unreviewed', published: null }), version: 1 };
    const { text } = card(old, null);
    for (const words of ['короткий переказ', 'не перевірене', 'без дати', 'версія 1 з 2'])
      expect(text).toContain(words);
  });

  it('marks the quote in the stored copy', () => {
    const words = {
      language: 'uk',
      t: (key: string, args?: TextArguments) => texts.get('uk', key, args),
    } as const;
    const copy = storedCopy(documentOf({ isBrief: true }), { start: 0, end: 6 }, words);
    expect(copy).toContain('Початок.>>>Японія<<< передала');
    expect(copy).toMatch(
      /Ostriv · опубліковано 20\.11\.2024\nОтримано 02\.01\.2025\nЦе наш короткий переказ/,
    );
  });

  it('offers the stored copy of a page that is gone, of the quote or of the whole passage', () => {
    const gone = documentOf({ status: 'vanished' });
    const dataOf = (quote: { start: number; end: number } | null) =>
      JSON.stringify(evidenceKeyboard(gone, quote, (key) => key)?.inline_keyboard);
    expect(dataOf({ start: 2, end: 9 })).toContain('~k:passage00001:2:9');
    expect(dataOf(null)).toContain(`~k:passage00001:0:${gone.passage.text.length}`);
    expect(evidenceKeyboard(sampleEvidence, null, (key) => key)).toBeUndefined();
  });
});

/** The nearest place at or before that cuts no surrogate pair. */
function grapheme(text: string, at: number): number {
  const position = Math.floor(at);
  return /[\udc00-\udfff]/.test(text[position] ?? '') ? position - 1 : position;
}
