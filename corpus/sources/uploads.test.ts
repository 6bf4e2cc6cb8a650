import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../trials/corpus-for-tests.ts';
import { keepUpload } from './suggest-source.ts';
import { shownAddress, uploadAddress, uploadName } from './uploads.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.dispose());

describe('uploaded files', () => {
  it('are refused when all of them together would be too large, but never the same file again', async () => {
    const keep = (text: string) => {
      const bytes = Buffer.from(text);
      return keepUpload(folder.path, uploadName('a.txt', bytes)!, bytes, 10);
    };
    const first = await keep('six by');
    expect(first).toMatch(/^file:uploads\/a-[0-9a-f]{8}\.txt$/);
    expect(await keep('five!')).toBeNull();
    expect(await keep('six by')).toBe(first);
    expect(await keep('four')).not.toBeNull();
  });

  it('are shown by the name their owner gave them', () => {
    const name = uploadName('Звіт 2025.pdf', Buffer.from('x'))!;
    expect(shownAddress(uploadAddress(name))).toBe('📎 Звіт 2025.pdf');
    expect(shownAddress('https://a.org/x-12345678.pdf')).toBe('https://a.org/x-12345678.pdf');
  });
});
