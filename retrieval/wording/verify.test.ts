import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../corpus/lexicon/lexicon.ts';
import { findObjection, isVerbatim } from './verify.ts';

const lexicon = loadLexicon();
const quotes = ['Японія 9 липня 2024 року передала ДСНС чотири машини на 4 млрд єн.'];
const objection = (sentence: string) => findObjection(sentence, quotes, lexicon);

describe('findObjection', () => {
  it('lets through what the quotes say, also in another language', () => {
    expect(objection('Japan handed over four machines for 4 billion yen on 9 July 2024.')).toBeNull();
    expect(objection('Японія дала 4 машини.')).toBeNull();
  });

  it.each([
    ['Японія дала 5 машин.', 'number'],
    ['Japan gave 4 billion dollars.', 'number'],
    ['Японія передала машини 10 липня 2024 року.', 'date'],
    ['Литва передала ДСНС машини.', 'name'],
    ['Машини передав посол Matsuda.', 'name'],
  ])('objects to %s', (sentence, kind) => {
    expect(objection(sentence)?.kind).toBe(kind);
  });
});

describe('isVerbatim', () => {
  it('holds only for the exact characters of the passage', () => {
    const text = 'Перше речення. Друге речення.';
    expect(isVerbatim({ text: 'Друге речення.', start: 15, end: 29 }, text)).toBe(true);
    expect(isVerbatim({ text: 'Друге речення', start: 15, end: 29 }, text)).toBe(false);
    expect(isVerbatim({ text: '', start: 3, end: 3 }, text)).toBe(false);
  });
});
