import { stem } from '../text/stem.ts';
import { isStopword } from '../text/stopwords.ts';
import type { Unanswered, UnansweredQuestion } from './unanswered.ts';

/** Questions that ask for the same thing in other words or another order. */
export interface QuestionGroup {
  /** The one asked most; its number stands for the group. */
  readonly first: UnansweredQuestion;
  readonly ids: readonly number[];
  /** Times asked, all spellings together. */
  readonly asked: number;
}

/** Groups questions by the stems of the words that carry a topic, most asked first. Pure. */
export function groupQuestions(questions: readonly UnansweredQuestion[]): QuestionGroup[] {
  const groups = new Map<string, UnansweredQuestion[]>();
  for (const question of questions) {
    const key = topicOf(question.question);
    groups.set(key, [...(groups.get(key) ?? []), question]);
  }
  return [...groups.values()]
    .map((members) => {
      const [first] = [...members].sort((a, b) => b.askedCount - a.askedCount || a.id - b.id);
      const asked = members.reduce((sum, member) => sum + member.askedCount, 0);
      return { first: first!, ids: members.map((member) => member.id), asked };
    })
    .sort((a, b) => b.asked - a.asked || a.first.id - b.first.id);
}

// Enough for months; beyond it the rarest wait until others are settled.
const maxQuestions = 1000;

/** The open questions, grouped. */
export async function openGroups(unanswered: Pick<Unanswered, 'list'>): Promise<QuestionGroup[]> {
  return groupQuestions(await unanswered.list({ limit: maxQuestions }));
}

/**
 * Numbers of the open questions that ask for the same as this one, its own last: whoever settles them one by one and is cut
 * off finds the rest again by it.
 */
export async function spellingsOf(unanswered: Pick<Unanswered, 'list'>, id: number): Promise<number[]> {
  const group = (await openGroups(unanswered)).find(({ ids }) => ids.includes(id));
  return [...(group?.ids ?? []).filter((other) => other !== id), id];
}

function topicOf(question: string): string {
  const words =
    question
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+(?:['’ʼ][\p{L}]+)*/gu) ?? [];
  const topics = words.filter((word) => !isStopword(word)).map(stem);
  // A question of nothing but small words is a group of its own.
  return [...new Set(topics.length > 0 ? topics : words)].sort().join(' ');
}
