const monthsNamed =
  'січень|лютий|березень|квітень|травень|червень|липень|серпень|вересень|жовтень|листопад|грудень|январь|февраль|март|апрель|май|июнь|июль|август|сентябрь|октябрь|ноябрь|декабрь';
// "Лютий 26" is a year: a day would stand before the month, in another case. In English only the apostrophe tells ("Feb '26").
const afterMonth = new RegExp(
  `(?<!\\p{L})(${monthsNamed})\\s+['’]?(2\\d)(?!\\d|[.,:]\\d|\\s*(?:го|числ|тис|млн|год?ин|час))`,
  'giu',
);
const anyMonth =
  'січ|лют|берез|квіт|трав|черв|лип|серп|верес|жовт|листоп|груд|янв|фев|март|апр|ма[йяе]|июн|июл|авг|сен|окт|ноя|дек';
// "У лютому 26-го", "з листопада 25 по лютий 26": of a day the number would stand before the month, and of what is counted it would
// stand before its noun.
const afterBentMonth = new RegExp(
  `(?<!\\p{L})((?:${anyMonth})\\p{L}*)\\s+['’]?(2\\d)(?=-?(?:го|му|ого|ому|й)(?!\\p{L})|\\s*(?:[,;?!)–—-](?!\\d)|$)|\\s+(?:по|до|і|й|та|и|а|чи|проти|против|или)\\s)`,
  'giu',
);
const afterApostrophe = /(?<![\p{L}\p{N}])['’](2\d)(?![\p{L}\p{N}])/gu;
const beforeYear =
  /(?<![\d.,])(2\d)(?=(?:-?(?:й|го|му|м|ий|ого|ому|ом))?\s+(?:рік|року|році|роки|год|году|года)(?!\p{L}))/giu;
// "За 25 років" is a time of so many years, "у 25 році" one year.
const earliest = 22;

/** The question with the years that people shorten ("вересень 25", "у 24 році", "'25") written out. */
export function withWholeYears(text: string): string {
  const whole = (short: string) => (Number(short) < earliest ? short : `20${short}`);
  return text
    .replace(afterMonth, (_, month: string, year: string) => `${month} ${whole(year)}`)
    .replace(afterBentMonth, (_, month: string, year: string) => `${month} ${whole(year)}`)
    .replace(afterApostrophe, (written, year: string) => (Number(year) < earliest ? written : `20${year}`))
    .replace(beforeYear, (year) => whole(year));
}
