import { describe, expect, it } from 'vitest';
import { detectLanguage } from './language.ts';

describe('detectLanguage', () => {
  it('tells Ukrainian from Russian where no letter and no small word tells', () => {
    for (const text of [
      'Хорватия техника разминирование',
      'нашли в лесу боеприпасы',
      'сколько собак',
      'Швеция помощь',
    ])
      expect(detectLanguage(text), text).toBe('ru');
    for (const text of [
      'Литва коаліція',
      'скільки собак',
      'знайшли гранату',
      'хто навчав саперів',
      'техника розминування хорватия дала',
    ])
      expect(detectLanguage(text), text).toBe('uk');
  });

  it('tells English and Japanese by their letters, also with names in other letters', () => {
    expect(detectLanguage('Who gave Харків dogs?')).toBe('en');
    expect(detectLanguage('JICAはNikkenの機械を何台')).toBe('ja');
  });

  it('names no language for digits, nothing, or a long text in Latin letters that is not English', () => {
    for (const text of ['', '2025', '🙂']) expect(detectLanguage(text)).toBe('und');
    expect(
      detectLanguage(
        'Der deutsche Minister sagte gestern Abend, dass weitere Maschinen bald geliefert werden',
      ),
    ).toBe('und');
  });
});
