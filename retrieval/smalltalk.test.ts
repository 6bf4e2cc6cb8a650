import { describe, expect, it } from 'vitest';
import { smalltalkOf } from './smalltalk.ts';

describe('smalltalkOf', () => {
  it.each([
    ['Привіт!', 'greeting'],
    ['Доброго дня', 'greeting'],
    ['hello there', 'greeting'],
    ['こんにちは', 'greeting'],
    ['Дякую за відповідь', 'thanks'],
    ['thank you very much', 'thanks'],
    ['що ти вмієш?', 'about'],
    ['who are you', 'about'],
  ])('knows %s', (text, kind) => {
    expect(smalltalkOf(text)).toBe(kind);
  });

  it.each([
    'Привіт, скільки дала Японія?',
    'help for farmers with mined fields',
    'thanks to whom were the machines bought',
    'hi, what did Norway pledge',
    'допомога Японії на розмінування',
  ])('leaves the question %s alone', (text) => {
    expect(smalltalkOf(text)).toBeNull();
  });
});
