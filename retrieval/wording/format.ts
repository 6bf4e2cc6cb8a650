import type { PublishedDate } from '../../corpus/document.ts';
import type { AnswerLanguage } from '../answer.ts';
import type { Quantity } from '../figures/quantity.ts';
import { phrasesIn } from './phrases.ts';

const englishMonths =
  'January February March April May June July August September October November December'.split(' ');

/** A publication date as far as it is known: 20.11.2024, 11.2024, 2024; "20 November 2024" in English. */
export function formatDate(date: PublishedDate, language: AnswerLanguage): string {
  if (date === null) return phrasesIn(language).undated;
  const [year, month, day] = date.split('-');
  if (language === 'ja')
    return `${year}年${month === undefined ? '' : `${Number(month)}月`}${day === undefined ? '' : `${Number(day)}日`}`;
  if (language === 'en')
    return [day && String(Number(day)), month && englishMonths[Number(month) - 1], year]
      .filter(Boolean)
      .join(' ');
  return [day, month, year].filter(Boolean).join('.');
}

type UnitNames = Readonly<Record<string, string>>;

const unitNames: Readonly<Record<AnswerLanguage, UnitNames>> = {
  uk: {
    usd: 'доларів США', eur: 'євро', jpy: 'єн', gbp: 'фунтів', chf: 'швейцарських франків', nok: 'норвезьких крон', sek: 'шведських крон',
    dkk: 'данських крон', czk: 'чеських крон', krona: 'крон', pln: 'злотих', krw: 'вон', uah: 'грн', cad: 'канадських доларів', aud: 'австралійських доларів',
    isk: 'ісландських крон', try: 'турецьких лір', huf: 'форинтів', ron: 'румунських леїв', bgn: 'болгарських левів', cny: 'юанів', kwd: 'кувейтських динарів',
    qar: 'катарських ріялів', aed: 'дирхамів', ils: 'шекелів', inr: 'рупій', kzt: 'тенге', gel: 'грузинських ларі', azn: 'манатів',
    nzd: 'новозеландських доларів', km2: 'км²', m2: 'м²', ha: 'га', percent: '%', km: 'км', m: 'м', t: 'т', kg: 'кг', day: 'дн.', week: 'тиж.', month: 'міс.', year: 'р.',
  },
  en: {
    usd: 'US dollars', eur: 'euros', jpy: 'yen', gbp: 'pounds', chf: 'Swiss francs', nok: 'Norwegian kroner', sek: 'Swedish kronor', dkk: 'Danish kroner',
    czk: 'Czech crowns', krona: 'crowns', pln: 'zloty', krw: 'won', uah: 'hryvnias', cad: 'Canadian dollars', aud: 'Australian dollars', nzd: 'New Zealand dollars',
    isk: 'Icelandic krónur', try: 'Turkish lira', huf: 'forints', ron: 'Romanian lei', bgn: 'Bulgarian leva', cny: 'yuan', kwd: 'Kuwaiti dinars',
    qar: 'Qatari riyals', aed: 'dirhams', ils: 'shekels', inr: 'rupees', kzt: 'tenge', gel: 'Georgian lari', azn: 'manats',
    km2: 'km²', m2: 'm²', ha: 'ha', percent: '%', km: 'km', m: 'm', t: 't', kg: 'kg', day: 'days', week: 'weeks', month: 'months', year: 'years',
  },
  ru: {
    usd: 'долларов США', eur: 'евро', jpy: 'иен', gbp: 'фунтов', chf: 'швейцарских франков', nok: 'норвежских крон', sek: 'шведских крон', dkk: 'датских крон',
    czk: 'чешских крон', krona: 'крон', pln: 'злотых', krw: 'вон', uah: 'грн', cad: 'канадских долларов', aud: 'австралийских долларов', nzd: 'новозеландских долларов',
    isk: 'исландских крон', try: 'турецких лир', huf: 'форинтов', ron: 'румынских леев', bgn: 'болгарских левов', cny: 'юаней', kwd: 'кувейтских динаров',
    qar: 'катарских риалов', aed: 'дирхамов', ils: 'шекелей', inr: 'рупий', kzt: 'тенге', gel: 'грузинских лари', azn: 'манатов',
    km2: 'км²', m2: 'м²', ha: 'га', percent: '%', km: 'км', m: 'м', t: 'т', kg: 'кг', day: 'дн.', week: 'нед.', month: 'мес.', year: 'г.',
  },
  ja: {
    usd: '米ドル', eur: 'ユーロ', jpy: '円', gbp: 'ポンド', chf: 'スイスフラン', nok: 'ノルウェークローネ', sek: 'スウェーデンクローナ', dkk: 'デンマーククローネ',
    czk: 'チェココルナ', krona: 'クローナ', pln: 'ズウォティ', krw: 'ウォン', uah: 'フリヴニャ', cad: 'カナダドル', aud: '豪ドル', nzd: 'NZドル',
    isk: 'アイスランドクローナ', try: 'トルコリラ', huf: 'フォリント', ron: 'ルーマニア・レウ', bgn: 'ブルガリア・レフ', cny: '人民元', kwd: 'クウェート・ディナール',
    qar: 'カタール・リヤル', aed: 'ディルハム', ils: 'シェケル', inr: 'ルピー', kzt: 'テンゲ', gel: 'ラリ', azn: 'マナト',
    km2: '平方キロメートル', m2: '平方メートル', ha: 'ヘクタール', percent: '%', km: 'キロメートル', m: 'メートル', t: 'トン', kg: 'キログラム', day: '日', week: '週', month: 'か月', year: '年',
  },
}; // biome-ignore format: tables of names read better in rows

const scaleNames: Readonly<Record<AnswerLanguage, readonly (readonly [number, string])[]>> = {
  uk: [[1e9, 'млрд'], [1e6, 'млн']],
  en: [[1e9, 'billion'], [1e6, 'million']],
  ru: [[1e9, 'млрд'], [1e6, 'млн']],
  ja: [[1e8, '億'], [1e4, '万']],
}; // biome-ignore format: tables of names read better in rows

/** A figure in the words of a language. The value is never rounded: what cannot be said shortly is written out. */
export function formatQuantity(quantity: Quantity, language: AnswerLanguage): string {
  const number = formatNumber(quantity.value, language);
  if (quantity.kind === 'count') return number;
  const unit = unitNames[language][quantity.unit] ?? quantity.unit;
  return quantity.kind === 'percent'
    ? `${number}%`
    : language === 'ja'
      ? `${number}${unit}`
      : `${number} ${unit}`;
}

/** A number with scale words and the decimal and grouping marks of the language. */
export function formatNumber(value: number, language: AnswerLanguage): string {
  for (const [scale, name] of scaleNames[language]) {
    const scaled = Number((value / scale).toPrecision(12));
    // Two decimals at most: more would round, and "405,639 млн" could be read as grouped thousands.
    if (value >= scale && Number(scaled.toFixed(2)) === scaled) {
      return `${plainNumber(scaled, language)}${language === 'ja' ? '' : ' '}${name}`;
    }
  }
  return plainNumber(value, language);
}

function plainNumber(value: number, language: AnswerLanguage): string {
  const [whole, fraction] = String(value).split('.');
  const mark = language === 'en' || language === 'ja' ? ',' : '\u00a0';
  const grouped = whole!.replace(/\B(?=(?:\d{3}){1,9}$)/g, mark);
  return fraction === undefined
    ? grouped
    : `${grouped}${language === 'en' || language === 'ja' ? '.' : ','}${fraction}`;
}
