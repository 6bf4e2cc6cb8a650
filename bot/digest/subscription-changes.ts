import type { Lexicon } from '../../corpus/lexicon/lexicon.ts';
import { maxTopics, type SubscriptionWish } from './subscription.ts';
import { isTopic } from './topic-names.ts';
import { isTimeZone } from './zone-time.ts';

/** What a press on a button of the editor changes; null for data that no button of ours has. Pure. */
export function changeOfPress(
  wish: SubscriptionWish,
  what: string,
  value: string,
  lexicon: Lexicon,
): Partial<SubscriptionWish> | null {
  switch (what) {
    case 'with':
      if (!isTopic(value, lexicon) || wish.topics.length >= maxTopics) return null;
      return { topics: [...wish.topics.filter((topic) => topic !== value), value] };
    case 'without':
      return { topics: wish.topics.filter((topic) => topic !== value) };
    case 'official':
      return { officialOnly: value === '1' };
    case 'match':
      return value === 'any' || value === 'all' ? { match: value } : null;
    case 'every':
      return value === 'instant' || value === 'daily' || value === 'weekly' ? { frequency: value } : null;
    case 'hour':
      return isBetween(value, 0, 23) ? { hour: Number(value) } : null;
    case 'day':
      return isBetween(value, 1, 7) ? { weekday: Number(value) } : null;
    case 'zone':
      return isTimeZone(value) ? { zone: value } : null;
    case 'lang':
      return value === 'uk' || value === 'en' ? { language: value } : null;
    case 'quiet':
      return quietOf(value);
    default:
      return null;
  }
}

function quietOf(value: string): Partial<SubscriptionWish> | null {
  if (value === 'off') return { quiet: null };
  const [from = '', to = '', ...more] = value.split('-');
  if (more.length > 0 || !isBetween(from, 0, 23) || !isBetween(to, 0, 23)) return null;
  return { quiet: { from: Number(from), to: Number(to) } };
}

function isBetween(value: string, min: number, max: number): boolean {
  return /^\d{1,2}$/.test(value) && Number(value) >= min && Number(value) <= max;
}
