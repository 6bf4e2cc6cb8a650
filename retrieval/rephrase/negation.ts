// Words that turn a statement around. "No more than", "not only" and "без" in "безпека" turn nothing around.
const negations =
  /(?<![\p{L}'’])(?:not(?! only)|no(?! (?:more|less|fewer|later|longer than)\b|\.)|never|none|nobody|nothing|neither|nor|without|cannot|failed to|fails to|refused to|refuses to|denied|denies|refused|declined)(?![\p{L}'’])|n['’]t(?!\p{L})|(?<!\p{L})(?:не(?! (?:лише|тільки|только|менш|більш|меньше|более|менее|пізніш|раніш))|ні|ані|ніколи|жодн\p{L}{0,4}|немає|нема|без|нет|никогда|ни|нельзя|неможливо|відмовил\p{L}{1,3}|відмовивс\p{L}|отказал\p{L}{1,4}|заперечи\p{L}{1,3}|опроверг\p{L}{0,3})(?!\p{L})|ません|(?<=[\p{L}])ない|なかった|ず(?=[、。に])/giu;

/** True when a sentence says that something is not so: an odd number of negations, "не без" being a plain yes. */
export function isNegated(sentence: string): boolean {
  return [...sentence.matchAll(negations)].length % 2 === 1;
}

/** True when a sentence holds any negation at all. */
export function holdsNegation(sentence: string): boolean {
  return sentence.search(negations) >= 0;
}
