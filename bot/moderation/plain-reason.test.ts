import { describe, expect, it } from 'vitest';
import { loadTexts } from '../texts.ts';
import { plainProgress, plainReason } from './plain-reason.ts';

const texts = loadTexts();
const inUkrainian = (reason: string) => plainReason(reason, (key, args) => texts.get('uk', key, args));

describe('what the worker says about a site', () => {
  // One of each kind of sentence that fetching and reading end in.
  it.each([
    ['no host is named nowhere.example', 'nowhere.example'],
    ['the site answered 503 (server error)', '503'],
    ['the site answered 418', '418'],
    ['127.0.0.1:8080 asked to be left alone for another 3559 s', '60 хв'],
    ['only ports 80 and 443 are fetched, not 22', 'порт'],
    ['only http and https are fetched, not ftp:', 'https://'],
    ['addresses with a user name or password are not fetched', 'https://'],
    ['no answer within 10 s', 'вчасно'],
    ['more than 5 redirects', 'переспрямовує'],
    ['robots.txt of a.org forbids this page', 'robots.txt'],
    ['10.0.0.1 is a private address', 'приватну'],
    ['the body is larger than 10 MB', 'Завелике'],
    ['the header of the answer is larger than 32 KB', 'Завелике'],
    ['took longer than 10 s to read', 'Завелике'],
    ['needed 512 MB of memory to read', 'Завелике'],
    ['the XML is nested more than 256 deep', 'Завелике'],
    ['the feed is empty', 'порожні'],
    ['the file is empty', 'немає тексту'],
    ['the PDF has no text layer (a scan?)', 'немає тексту'],
    ['the page has no text of its own (perhaps scripts fill it)', 'немає тексту'],
    ['the PDF is damaged', 'пошкоджений'],
    ['is named .pdf but holds no PDF', 'пошкоджений'],
    ['the XML defines entities of its own, which feeds never need', 'пошкоджений'],
    ['the archive is cut off or damaged', 'пошкоджений'],
    ['the reader gave no valid answer', 'пошкоджений'],
    ['the file is a spreadsheet (.xlsx); save it as PDF', 'Збережіть'],
    ['the file is an OpenDocument file; save it as .docx or PDF', 'Збережіть'],
    ['the file holds binary data, not text', 'Таких файлів я не читаю|Такі файли'],
    ['the file holds data (JSON), not a text', 'Такі файли'],
    ['the file is an image (PNG)', 'Такі файли'],
    ['the file is XML of an unknown kind (<kml>)', 'Такі файли'],
    ['the document is protected by a password', 'паролем'],
    ['looks like a "page not found" notice', 'немає'],
    ['asks the reader to log in', 'увійти'],
    ['asks the reader to pay or subscribe before the text', 'передплатників'],
    ['shows only a cookie or consent notice', 'кукі'],
    ['looks like a parked or empty domain', 'продається'],
    ['asks whether the reader is a robot, or blocks access', 'людина'],
    ['the worker was stopped', 'перервано'],
    ['The worker stopped without a word on every attempt.', 'перервано'],
  ])('is told in the language of the moderator: %s', (reason, words) => {
    expect(inUkrainian(reason)).toMatch(new RegExp(words));
    expect(inUkrainian(reason)).toMatch(/\p{Script=Cyrillic}/u);
  });

  it('is passed on as it is when there are no better words', () => {
    expect(inUkrainian('something never seen before')).toBe('something never seen before');
  });

  it('while it works, is told in words too', () => {
    const progress = (text: string | null) => plainProgress(text, (key, args) => texts.get('en', key, args));
    expect(progress('started')).toBe('');
    expect(progress(null)).toBe('');
    expect(progress('page 2 of 3')).toBe('Sample page 2 of 3.');
    expect(progress('12 pages')).toBe('Pages so far: 12.');
  });
});
