import { describe, expect, it } from 'vitest';
import { withoutCourtesies } from './courtesies.ts';

describe('withoutCourtesies', () => {
  it.each([
    ['Доброго дня! Підкажіть, будь ласка, скільки машин дала Японія?', 'скільки машин дала Японія?'],
    ['Добрый день, подскажите пожалуйста кто платит фермерам', 'кто платит фермерам'],
    ['Hello, could you please tell me how many dogs Norway trained', 'how many dogs Norway trained'],
    ["I'd like to know the price per hectare, thanks in advance", 'the price per hectare,'],
    ['日本の支援額を教えてください', '日本の支援額を'],
    ['Хотіла би дізнатися, хто фінансує собак. Дякую!', 'хто фінансує собак.'],
  ])('leaves the question of %s', (text, rest) => {
    expect(withoutCourtesies(text)).toBe(rest);
  });

  it.each(['привіт', 'дякую', 'hi', 'скільки днів тривали навчання', 'history of the coalition', 'Hinomoto'])(
    'leaves %s as it is',
    (text) => {
      expect(withoutCourtesies(text)).toBe(text);
    },
  );
});
