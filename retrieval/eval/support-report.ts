import { search } from '../search.ts';
import { answerThreshold, judgeSupport, supportModel, type WeighedFeature } from '../support.ts';
import { type SupportFeatures, supportPlaces } from '../support-places.ts';
import type { EvalContext } from './evaluate.ts';
import { crossValidate, type Example, fitBestRow, type Logistic } from './logistic.ts';
import { mean, rocAuc } from './metrics.ts';
import { type EvalQuestion, hashOf, isAnswerable } from './questions.ts';

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
}

/** Prints how well the support score tells answerable from unanswerable, and what a new fit would choose. */
export async function reportSupport({ questions, asker }: EvalContext): Promise<number> {
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
    const { probability, features } = judgeSupport(found);
    judged.push({
      question,
      probability,
      best: features,
      rows: supportPlaces(found).map((place) => featureNames.map((name) => place[name])),
      positive: isAnswerable(question),
    });
  }
  const scores = judged.map(({ probability }) => probability);
  console.log(`${judged.length} questions; now (threshold ${answerThreshold})`);
  printQuality(judged, scores);
  printFeatures(judged);
  const folds = judged.map(({ question }) => hashOf(`fold ${question.id}`) % foldCount);
  console.log(`\nFitted anew, ${foldCount}-fold cross validation; both classes weigh the same`);
  printQuality(judged, crossValidate(judged, folds, start));
  printModel('all questions', judged);
  printModel(
    'tuning half',
    judged.filter(({ question }) => question.split === 'tune'),
  );
  return 0;
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
