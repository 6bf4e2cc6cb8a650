// A list kept for moderators must not collect what people should not have to share: phone and card numbers, mail
// addresses, coordinates. Too strict costs one entry, too lax costs somebody's privacy.
const patterns = [/@[^\s@]+\.\S/, /(?:\d[\s().-]?){7,}/, /\d{1,2}[.,]\d{3,}\D+\d{1,3}[.,]\d{3,}/];

/** True when a question seems to hold something about a person or an exact place. */
export function looksPersonal(text: string): boolean {
  return patterns.some((pattern) => pattern.test(text));
}
