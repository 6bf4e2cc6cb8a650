/** Rows of features of which one decides, and what should come out: the sentences found for a question. */
export interface Example {
  readonly rows: readonly (readonly number[])[];
  readonly positive: boolean;
}

interface Row {
  readonly features: readonly number[];
  readonly positive: boolean;
}

/** Weights of a logistic regression; `weights` in the order of the features. */
export interface Logistic {
  readonly bias: number;
  readonly weights: readonly number[];
}

// Full-batch gradient descent on a few hundred rows, started from the weights of before: three digits stand well before this.
const steps = 1500;
const rate = 0.5;
// The deciding rows no longer change after five to ten turns.
const turns = 12;
// A little shrinkage: without it a feature that separates perfectly grows without end.
const ridge = 0.002;

/** Chance of a positive: that of the row that speaks most for it. No rows is 0. */
export function predict(model: Logistic, rows: Example['rows']): number {
  const row = deciding(model, rows);
  return row === null ? 0 : chance(model, row);
}

function deciding(model: Logistic, rows: Example['rows']): readonly number[] | null {
  return rows.reduce<readonly number[] | null>(
    (best, row) => (best === null || chance(model, row) > chance(model, best) ? row : best),
    null,
  );
}

function chance({ bias, weights }: Logistic, features: readonly number[]): number {
  const logit = features.reduce((sum, value, at) => sum + value * weights[at]!, bias);
  return 1 / (1 + Math.exp(-logit));
}

/**
 * Fits by turns: the deciding row of each example under the weights so far, then the weights for these rows (the usual way to learn
 * from bags of which one instance counts). Both classes weigh the same, so the share of unanswerable questions does not matter.
 * @param start weights that choose the first deciding rows.
 */
export function fitBestRow(examples: readonly Example[], start: Logistic): Logistic {
  let model = start;
  for (let turn = 0; turn < turns; turn += 1) {
    const rows = examples.flatMap(({ rows: all, positive }) => {
      const features = deciding(model, all);
      return features === null ? [] : [{ features, positive }];
    });
    model = fitRows(rows, model);
  }
  return model;
}

function fitRows(examples: readonly Row[], start: Logistic): Logistic {
  const size = start.weights.length;
  const positives = examples.filter(({ positive }) => positive).length;
  const classWeight = { yes: 0.5 / positives, no: 0.5 / (examples.length - positives) };
  let model = start;
  for (let step = 0; step < steps; step += 1) {
    const gradient = Array.from({ length: size }, () => 0);
    let biasGradient = 0;
    for (const { features, positive } of examples) {
      const error =
        (chance(model, features) - (positive ? 1 : 0)) * (positive ? classWeight.yes : classWeight.no);
      biasGradient += error;
      for (let at = 0; at < size; at += 1) gradient[at]! += error * features[at]!;
    }
    model = {
      bias: model.bias - rate * biasGradient * 4,
      weights: model.weights.map((weight, at) => weight - rate * 4 * (gradient[at]! + ridge * weight)),
    };
  }
  return model;
}

/** Predictions for each example by a model that has not seen its fold. @param folds number of the fold of each example. */
export function crossValidate(
  examples: readonly Example[],
  folds: readonly number[],
  start: Logistic,
): readonly number[] {
  const models = new Map<number, Logistic>();
  for (const fold of new Set(folds))
    models.set(
      fold,
      fitBestRow(
        examples.filter((_, at) => folds[at] !== fold),
        start,
      ),
    );
  return examples.map(({ rows }, at) => predict(models.get(folds[at]!)!, rows));
}
