/** True when two values are one at the precision of the coarser one, or of `fewestDigits` where that is too coarse to tell. */
export function sameRounded(a: number, b: number, fewestDigits = 1): boolean {
  const digits = Math.max(fewestDigits, Math.min(significantDigits(a), significantDigits(b)));
  return Number(a.toPrecision(digits)) === Number(b.toPrecision(digits));
}

function significantDigits(value: number): number {
  return value.toExponential().split('e')[0]!.replace(/[-.]/g, '').length;
}
