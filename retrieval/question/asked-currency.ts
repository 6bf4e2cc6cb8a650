import { findQuantities } from '../figures/quantity.ts';

const currencyAsked =
  /(?<!\p{L})(?:в|у|in|скільки|скіки|скілки|сколько|скоко|how many|how much in)\s+((?:\p{L}{3,14}\s)?\p{L}{2,12})(?!\p{L})/giu;
const japaneseCurrency = /(?:何|いくら.{0,4})(円|ドル|ユーロ)|(円|ドル|ユーロ)で/u;

/** Code of the currency in which a sum is asked for ("in euros", "скільки гривень"); null when none is named. */
export function askedCurrency(question: string): string | null {
  const japanese = japaneseCurrency.exec(question);
  const named = japanese === null ? [] : [japanese[1] ?? japanese[2]!];
  for (const [, words] of question.matchAll(currencyAsked)) {
    named.push(words!, words!.split(' ').at(-1)!, words!.split(' ')[0]!);
  }
  for (const words of named) {
    const money = findQuantities(`100 ${words}`).find(({ kind }) => kind === 'money');
    if (money !== undefined) return money.unit;
  }
  return null;
}
