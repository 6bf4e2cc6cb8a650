import type { AnswerLanguage } from './answer.ts';

/** Why a message is not searched for: a person reports a find, or wants to handle explosives. */
export type Danger = 'find' | 'how-to';

const hazard =
  /мін[ауиоу]|снаряд|гранат|розтяжк|пелюстк|мин[ауыо]|растяжк|mine(?!\s*action)|shell|grenade|unexploded|地雷|不発弾/iu;
const found = /знайш|нашел|нашл|лежит|лежить|бачу|стирчить|i (?:think|found|see)|found a|just saw|見つけ/iu;
const howTo =
  /як(?: самому)? (?:розрядити|знешкодити|зробити)|как (?:разрядить|обезвредить|сделать)|how to (?:defuse|disarm|make|build)/iu;

/** Classifies a message before anything else is done with it. */
export function classifySafety(text: string): Danger | null {
  if (howTo.test(text) && hazard.test(text)) return 'how-to';
  return hazard.test(text) && found.test(text) ? 'find' : null;
}

/** The fixed card of a language. */
export function safetyCard(language: AnswerLanguage): string {
  return language === 'en' ? 'Call 101 or 102.' : 'Телефонуйте 101 або 102.';
}
