import { describe, expect, it } from 'vitest';
import type { StoredDocument } from '../../corpus/documents/documents.ts';
import { loadLexicon } from '../../corpus/lexicon/lexicon.ts';
import type { CitedSentence, DigestEvent } from './digest-event.ts';
import { toldTo } from './told-to.ts';

const lexicon = loadLexicon();

function document(language: string, title: string): StoredDocument {
  return { language, title } as StoredDocument;
}

function sentence(text: string): CitedSentence {
  return { passageKey: text.slice(0, 8), sentence: { text } } as CitedSentence;
}

const ukrainian = {
  document: document('uk', 'Нові машини для саперів'),
  quotes: [
    sentence('Рятувальники отримали 15 машин розмінування.'),
    sentence('Чотири з них надала Німеччина.'),
  ],
};
const english = {
  document: document('en', 'Fifteen machines for deminers'),
  quotes: [sentence('Rescuers received 15 demining machines.')],
};
const event = {
  kind: 'new',
  document: ukrainian.document,
  quote: ukrainian.quotes[0],
  tellings: [ukrainian, english],
} as unknown as DigestEvent;
const quoteFor = (language: string, topics: readonly string[], told = event) =>
  toldTo(told, { language, topics }, lexicon).quote.sentence.text;

describe('an event', () => {
  it('is told by an outlet of the language of the reader where there is one', () => {
    expect(quoteFor('en', [])).toBe('Rescuers received 15 demining machines.');
    expect(quoteFor('uk', [])).toBe('Рятувальники отримали 15 машин розмінування.');
    expect(quoteFor('ja', [])).toBe('Рятувальники отримали 15 машин розмінування.');
  });

  it('is told in the sentence that names what the reader follows', () => {
    expect(quoteFor('uk', ['germany'])).toBe('Чотири з них надала Німеччина.');
    expect(quoteFor('uk', ['kind-machines'])).toBe('Рятувальники отримали 15 машин розмінування.');
    expect(quoteFor('uk', ['japan'])).toBe('Рятувальники отримали 15 машин розмінування.');
  });

  it('stays as it is when it is about a page that changed', () => {
    const corrected = { ...event, kind: 'corrected' } as DigestEvent;
    expect(toldTo(corrected, { language: 'en', topics: ['germany'] }, lexicon)).toBe(corrected);
  });
});
