import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import { kindOfTopic } from '../../retrieval/digest/digest-topics.ts';
import type { UiLanguage } from '../people/people.ts';
import type { Texts } from '../texts.ts';

/** A topic as people call it; the id itself when the lexicon no longer knows it. */
export function topicName(
  topic: string,
  language: UiLanguage,
  { texts, lexicon }: { readonly texts: Texts; readonly lexicon: Lexicon },
): string {
  const kind = kindOfTopic(topic);
  if (kind !== null) return texts.get(language, `kind-${kind}`);
  return lexicon.findConcept(topic)?.forms[language][0] ?? topic;
}

/** True for topics a subscription may have; data of buttons and links may be forged. */
export function isTopic(topic: string, lexicon: Lexicon): boolean {
  return kindOfTopic(topic) !== null || (topic !== 'ukraine' && lexicon.findConcept(topic) !== null);
}

/** Donors offered as buttons, the most frequent in the news first; any other can be named in words. */
export const offeredDonors: readonly string[] =
  'japan united-states european-union germany switzerland norway canada united-kingdom lithuania sweden netherlands denmark croatia iceland belgium luxembourg france italy austria finland estonia poland slovenia republic-of-korea united-nations-development-programme osce'.split(
    ' ',
  );

/** Every oblast, those with most mines first. */
export const offeredOblasts: readonly string[] =
  'kharkiv kherson mykolaiv donetsk zaporizhzhia chernihiv sumy kyiv dnipropetrovsk luhansk odesa zhytomyr poltava kirovohrad cherkasy vinnytsia khmelnytskyi rivne volyn lviv ternopil ivano-frankivsk zakarpattia chernivtsi'
    .split(' ')
    .map((name) => `${name}-region`);
