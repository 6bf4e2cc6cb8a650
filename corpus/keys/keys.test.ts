import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseAddress } from './address.ts';
import { contentHash, documentKey, embeddingText, passageKeys } from './keys.ts';

describe('normaliseAddress', () => {
  it.each([
    'http://www.example.org/news/1/',
    'https://EXAMPLE.org:443/news/1#comments',
    'http://example.org:80/news/1?utm_source=x&fbclid=y',
    '  https://example.org/news/1  ',
  ])('knows %s as one page', (url) => {
    expect(normaliseAddress(url)).toBe('https://example.org/news/1');
  });

  it('keeps what names another page', () => {
    const urls = [
      'https://a.org/x?id=1',
      'https://a.org/x?id=2',
      'https://a.org/X?id=1',
      'https://b.a.org/x?id=1',
      'https://a.org:8080/x?id=1',
    ];
    expect(new Set(urls.map(normaliseAddress)).size).toBe(urls.length);
  });

  it('does not care for the order of parameters', () => {
    expect(normaliseAddress('https://a.org/?b=2&a=1')).toBe(normaliseAddress('https://a.org/?a=1&b=2'));
  });

  it('leaves what is no web address', () => {
    expect(normaliseAddress(' starter:briefs ')).toBe('starter:briefs');
    expect(normaliseAddress('file:///data/a.pdf')).toBe('file:///data/a.pdf');
    expect(normaliseAddress('not an address')).toBe('not an address');
  });

  it('changes nothing a second time', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (url) => {
        const once = normaliseAddress(url);
        expect(normaliseAddress(once)).toBe(once);
      }),
    );
  });
});

describe('documentKey', () => {
  it('is d and 15 hex digits, the same for every spelling of the address', () => {
    const key = documentKey({ url: 'http://www.example.org/a/' });
    expect(key).toMatch(/^d[0-9a-f]{15}$/);
    expect(documentKey({ url: 'https://example.org/a' })).toBe(key);
  });

  it('of a brief is not the key of its page', () => {
    expect(documentKey({ url: 'https://a.org', isBrief: true })).not.toBe(
      documentKey({ url: 'https://a.org' }),
    );
  });
});

describe('passageKeys', () => {
  it('are twelve letters or digits, all different, and the same every time', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', 'b', 'Слова', 'два слова')), (texts) => {
        const keys = passageKeys('document', texts);
        expect(keys.every((key) => /^[a-z0-9]{12}$/.test(key))).toBe(true);
        expect(new Set(keys).size).toBe(texts.length);
        expect(passageKeys('document', texts)).toEqual(keys);
      }),
    );
  });

  it('do not change for an edit elsewhere in the document', () => {
    expect(passageKeys('d', ['new', 'kept'])[1]).toBe(passageKeys('d', ['kept'])[0]);
  });

  it('differ between documents', () => {
    expect(passageKeys('d1', ['text'])).not.toEqual(passageKeys('d2', ['text']));
  });
});

describe('contentHash', () => {
  it('names exactly what the model is given', () => {
    expect(embeddingText({ text: 'body', context: 'Title' })).toBe('Title\nbody');
    expect(embeddingText({ text: 'body', context: '' })).toBe('body');
    expect(contentHash({ text: 'body', context: 'Title' })).not.toBe(
      contentHash({ text: 'body', context: 'Other' }),
    );
    expect(contentHash({ text: 'body', context: '' })).toMatch(/^[0-9a-f]{32}$/);
  });
});
