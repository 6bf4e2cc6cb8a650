// Скілько, скилькы, скікі, скоки: one word, typed as it is heard.
const misspelled =
  /(?<![\p{L}\p{N}])(?!(?:скільки|сколько)(?!\p{L}))(?:ск[іиы]л?ь?к[іиыоьа]|скоки|скількиж|сколька|скольки|скоко|скока)(?!\p{L})/giu;

/** The question with "how much" in the one spelling that rules and index know. */
export function withPlainHowMuch(text: string): string {
  return text.replace(misspelled, (word) => (/^[Сс]ко/u.test(word) ? 'сколько' : 'скільки'));
}
