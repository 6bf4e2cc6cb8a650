import { loadEnvironment, readConfig } from '../../corpus/config.ts';
import { createLog } from '../../corpus/log.ts';
import { type OpenAsker, openAsker } from '../asker.ts';
import { type Found, search } from '../search/search.ts';
import { answerThreshold, judgeSupport, supportModel, type WeighedFeature } from '../support/support.ts';
import type { SupportFeatures } from '../support/support-features.ts';
import { supportPlaces } from '../support/support-places.ts';
import { askedAt } from './asked-at.ts';
import type { EvalContext } from './evaluate.ts';
import { inventedQuestions } from './invented.ts';
import { crossValidate, type Example, fitBestRow, type Logistic } from './logistic.ts';
import { contains, normalise } from './match.mjs';
import { mean, rocAuc } from './metrics.ts';
import { type EvalKind, type EvalQuestion, hashOf, isAnswerable } from './questions.ts';
import { starterDataDir } from './starter-corpus.ts';

const foldCount = 5;
const featureNames = Object.keys(supportModel.weights) as readonly WeighedFeature[];
const start: Logistic = {
  bias: supportModel.bias,
  weights: featureNames.map((name) => supportModel.weights[name]),
};

interface Judged extends Example {
  readonly question: EvalQuestion;
  readonly probability: number;
  /** Of the sentence that speaks most for an answer. */
  readonly best: SupportFeatures | null;
  /** The documents that answer were taken away. */
  readonly leftOut: boolean;
}

/** Prints how well the support score tells answerable from unanswerable, and what a new fit would choose. */
export async function reportSupport({ questions, asker }: EvalContext): Promise<number> {
  const own = await judgeAll(questions, asker);
  const invented = await judgeInvented();
  const asked = [...own, ...invented].filter(({ leftOut }) => !leftOut);
  console.log(`${asked.length} questions; now (threshold ${answerThreshold})`);
  printQuality(
    asked,
    asked.map(({ probability }) => probability),
  );
  printFeatures(asked);
  const all = [...own, ...invented];
  const count = all.length - asked.length;
  console.log(`\n${count} of them again with the documents that answer them taken away; answered now:`);
  console.log(
    share(all.filter(({ leftOut, probability }) => leftOut && probability >= answerThreshold).length, count),
  );
  const folds = all.map(({ question }) => hashOf(`fold ${question.id}`) % foldCount);
  console.log(`\nFitted anew, ${foldCount}-fold cross validation; both classes weigh the same`);
  const scores = crossValidate(all, folds, start);
  const isAsked = all.map(({ leftOut }) => !leftOut);
  printQuality(
    asked,
    scores.filter((_, at) => isAsked[at]),
  );
  printModel('all questions', all);
  return 0;
}

function share(part: number, whole: number): string {
  return `${part} of ${whole}`;
}

// Nothing was fitted to the others.
const fittedSets = ['a', 'b'] as const;

async function judgeInvented(): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const set of fittedSets) {
    const config = readConfig({ ...loadEnvironment(), DATA_DIR: await starterDataDir(set) });
    const asker = await openAsker(config, createLog({ level: 'error' }), { now: askedAt });
    try {
      judged.push(...(await judgeAll(await inventedQuestions(set, asker.corpus), asker)));
    } finally {
      await asker.close();
    }
  }
  return judged;
}

async function judgeAll(questions: readonly EvalQuestion[], asker: OpenAsker): Promise<readonly Judged[]> {
  const judged: Judged[] = [];
  for (const question of questions) {
    if (question.kind === 'safety' || question.kind === 'refuse') continue;
    const found = await search(
      {
        text: question.question,
        language: question.language,
        ...(question.previous === undefined ? {} : { previous: question.previous }),
      },
      asker.deps,
    );
    judged.push(judge(question, found, isAnswerable(question), false));
    const rest = withoutGold(question, found);
    if (rest !== null) judged.push(judge(question, rest, false, true));
  }
  return judged;
}

function judge(question: EvalQuestion, found: Found, positive: boolean, leftOut: boolean): Judged {
  const { probability, features } = judgeSupport(found);
  const rows = supportPlaces(found).map((place) => featureNames.map((name) => place[name]));
  return { question, probability, best: features, rows, positive, leftOut };
}

// An older figure, half a list or one side of a comparison would still be an answer of sorts.
const partlyAnswered: ReadonlySet<EvalKind> = new Set(['update', 'timeline', 'list', 'comparison']);
const lookedFor = 5;

/**
 * What a question finds when the documents that answer it are taken away: what comes so near to an answer and is none is the best
 * teacher of silence. Null when something of the answer stands elsewhere too.
 */
function withoutGold(question: EvalQuestion, found: Found): Found | null {
  if (!isAnswerable(question) || partlyAnswered.has(question.kind)) return null;
  const ranked = found.ranked.filter(({ document }) => !question.gold.includes(document.key));
  const holds = ranked.slice(0, lookedFor).some(({ document, passage }) => {
    const text = normalise(`${document.title} ${passage.text}`);
    return question.answer.some((group) => group.some((one) => contains(text, one)));
  });
  return holds ? null : { ...found, ranked };
}

function printQuality(judged: readonly Judged[], scores: readonly number[]): void {
  const scored = judged.map(({ positive }, at) => ({ positive, score: scores[at]! }));
  console.log(`ROC AUC ${rocAuc(scored).toFixed(3)}\n`);
  console.log('predicted      n   mean predicted   really answerable');
  for (let decile = 0; decile < 10; decile += 1) {
    const members = scored.filter(({ score }) => Math.min(9, Math.floor(score * 10)) === decile);
    if (members.length === 0) continue;
    const predicted = mean(members.map(({ score }) => score)).toFixed(2);
    const actual = mean(members.map(({ positive }) => (positive ? 1 : 0))).toFixed(2);
    console.log(
      `${(decile / 10).toFixed(1)} - ${((decile + 1) / 10).toFixed(1)}  ${String(members.length).padStart(4)}   ${predicted.padStart(14)}   ${actual.padStart(17)}`,
    );
  }
  console.log('\nthreshold  false silence  missed silence');
  for (let step = 1; step < 20; step += 1) {
    const threshold = step / 20;
    const below = (positive: boolean) => {
      const side = scored.filter((item) => item.positive === positive);
      return side.filter(({ score }) => score < threshold).length / side.length;
    };
    console.log(
      `${threshold.toFixed(2).padStart(9)}  ${below(true).toFixed(3).padStart(13)}  ${(1 - below(false)).toFixed(3).padStart(14)}`,
    );
  }
}

function printFeatures(judged: readonly Judged[]): void {
  console.log('\nfeature        AUC alone   mean answerable   mean unanswerable');
  for (const name of featureNames) {
    const scored = judged.map(({ best, positive }) => ({ score: best?.[name] ?? 0, positive }));
    const side = (wanted: boolean) =>
      mean(scored.filter(({ positive }) => positive === wanted).map(({ score }) => score)).toFixed(2);
    console.log(
      `${name.padEnd(14)} ${rocAuc(scored).toFixed(3).padStart(9)} ${side(true).padStart(17)} ${side(false).padStart(19)}`,
    );
  }
}

function printModel(name: string, judged: readonly Judged[]): void {
  const { bias, weights } = fitBestRow(judged, start);
  const parts = featureNames.map((feature, at) => `${feature}: ${weights[at]!.toFixed(2)}`);
  console.log(`fit on ${name}: bias: ${bias.toFixed(2)}, ${parts.join(', ')}`);
}
