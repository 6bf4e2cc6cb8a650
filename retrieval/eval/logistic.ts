/** A row of features with what should come out. */
export interface Example {
  readonly features: readonly number[];
  readonly positive: boolean;
}

/** Weights of a logistic regression; `weights` in the order of the features. */
export interface Logistic {
  readonly bias: number;
  readonly weights: readonly number[];
}

// Full-batch gradient descent on at most a few hundred rows: converged to three digits well before this.
const steps = 4000;
const rate = 0.5;
// A little shrinkage: without it a feature that separates perfectly grows without end.
const ridge = 0.002;

/** Chance of a positive. */
export function predict({ bias, weights }: Logistic, features: readonly number[]): number {
  const logit = features.reduce((sum, value, at) => sum + value * weights[at]!, bias);
  return 1 / (1 + Math.exp(-logit));
}

/** Fits by gradient descent; both classes weigh the same, so the share of unanswerable questions does not matter. */
export function fitLogistic(examples: readonly Example[]): Logistic {
  const size = examples[0]?.features.length ?? 0;
  const positives = examples.filter(({ positive }) => positive).length;
  const classWeight = { yes: 0.5 / positives, no: 0.5 / (examples.length - positives) };
  let model: Logistic = { bias: 0, weights: Array.from({ length: size }, () => 0) };
  for (let step = 0; step < steps; step += 1) {
    const gradient = Array.from({ length: size }, () => 0);
    let biasGradient = 0;
    for (const { features, positive } of examples) {
      const error =
        (predict(model, features) - (positive ? 1 : 0)) * (positive ? classWeight.yes : classWeight.no);
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
export function crossValidate(examples: readonly Example[], folds: readonly number[]): readonly number[] {
  const models = new Map<number, Logistic>();
  for (const fold of new Set(folds))
    models.set(fold, fitLogistic(examples.filter((_, at) => folds[at] !== fold)));
  return examples.map(({ features }, at) => predict(models.get(folds[at]!)!, features));
}
