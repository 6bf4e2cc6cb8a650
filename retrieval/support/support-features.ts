/** What speaks for one sentence being the answer; each 0..1 but `terms`. A gap is the rarity of the rarest word that is missing. */
export interface SupportFeatures {
  /** 1 when it holds the type of thing asked for, or nothing particular is asked for; less for a figure of another measure. */
  readonly typed: number;
  /** 1 when the property asked for is spoken of in it or the sentence before, or none is asked for. */
  readonly told: number;
  /** Share of what is asked about, names left out, that it covers with the sentence before it and the title. */
  readonly rest: number;
  /** Share of the names that it, the sentence before it or the title has. */
  readonly bound: number;
  /** The same without the title. */
  readonly boundHere: number;
  /** Rarity of the rarest name that stands nowhere in passage and title. */
  readonly nameGap: number;
  /** How surely its number counts the thing asked for; 1 when nothing is counted. */
  readonly counts: number;
  /** 1 when something is counted and its figure, if it has one, counts something else. */
  readonly miscounts: number;
  /** 1 when people are counted and its figures count hectares or lessons: things known to be of another class. */
  readonly countsElse: number;
  /** How surely it is of the period asked for; 1 when none is. */
  readonly period: number;
  /** 1 when it names a date within that period, or none is asked for. */
  readonly dated: number;
  /** 1 when it names dates and all of them lie outside that period. */
  readonly otherTime: number;
  /** 1 when a period is asked for. */
  readonly hasPeriod: number;
  /** 1 when that period has not come yet. */
  readonly ahead: number;
  /** Cosine of its passage to the question. */
  readonly similarity: number;
  /** Ranking score of its passage. */
  readonly score: number;
  /** By how much the best passage of all is ranked above the second. */
  readonly lead: number;
  /** Share of the question that its passage covers. */
  readonly passage: number;
  /** Share of the question that the title covers. */
  readonly inTitle: number;
  /** log(1 + content words): a long question that is covered says more than a short one. */
  readonly terms: number;
  /** Gap of it, the sentence before and the title, of words that the lexicon knows in every language. */
  readonly gap: number;
  /** Gap of the sentence alone, names left out, of words that the lexicon knows. */
  readonly gapHere: number;
  /**
   * Gap of passage and title among nouns: a word that the lexicon does not know is missing in every other language, so the more the
   * rest has to count.
   */
  readonly nounGap: number;
  /** The same among nouns that the lexicon knows, which speaks against an answer. */
  readonly knownNounGap: number;
  /** Gap of passage and title among verbs, which texts vary more. */
  readonly verbGap: number;
  /** 1 for a comparison, of which one sentence seldom holds both sides. */
  readonly compares: number;
  /** 1 when a property such as a price is asked for, which seldom stands beside the thing. */
  readonly attribute: number;
  /** 1 when the newest is asked for. */
  readonly latest: number;
  /** 1 when a company is asked for and none can be named in it. */
  readonly companyless: number;
  /** 1 when the gift of a named country is asked for and neither it nor the sentence before names that country. */
  readonly giverless: number;
  /** 1 when a country is asked about and it names others only. */
  readonly otherCountry: number;
  /** Gap of what "which" asks for ("which engine") in it and the sentence before. */
  readonly askedGap: number;
  /** 1 when the price of one piece is asked for and neither it nor the sentence before speaks of one piece. */
  readonly pieceless: number;
  /** 1 when a region or town is asked about and it, the sentence before and the title name others only. */
  readonly otherPlace: number;
  /**
   * 1 when regions or towns are asked about and passage and title name none of them; not of a
   * comparison, of which a page may tell one side.
   */
  readonly placeGap: number;
  /** 1 when a sum in a currency is asked for and it holds sums in others only, or none. */
  readonly otherCurrency: number;
  /** 1 when land in one state is asked for ("cleared") and its figures are told of another ("signed for"). */
  readonly otherState: number;
  /** 1 when a figure of the whole country is asked for and it, the sentence before or the title names a part of it, or another country. */
  readonly narrower: number;
}

/**
 * Every feature at 0: what is spread over a copy of it keeps the shape of the copy. Without it V8 makes a shape for each feature that
 * is added, 40 microseconds a sentence in place of 1.
 */
export const noFeatures: SupportFeatures = {
  typed: 0,
  told: 0,
  rest: 0,
  bound: 0,
  boundHere: 0,
  nameGap: 0,
  counts: 0,
  miscounts: 0,
  countsElse: 0,
  period: 0,
  dated: 0,
  otherTime: 0,
  hasPeriod: 0,
  ahead: 0,
  similarity: 0,
  score: 0,
  lead: 0,
  passage: 0,
  inTitle: 0,
  terms: 0,
  gap: 0,
  gapHere: 0,
  nounGap: 0,
  knownNounGap: 0,
  verbGap: 0,
  compares: 0,
  attribute: 0,
  latest: 0,
  companyless: 0,
  giverless: 0,
  otherCountry: 0,
  askedGap: 0,
  pieceless: 0,
  otherPlace: 0,
  placeGap: 0,
  otherCurrency: 0,
  otherState: 0,
  narrower: 0,
};
