const price =
  /кошту|коштов|вартіст|варті|цін[аиуоі]|почім|почем|за (?:скільки|сколько)|обійш|обход|стоит|стоил|стоимост|цен[аыу]|price|cost|how much (?:is|was|for)|いくら|価格|値段|単価/iu;
const oneAsked =
  /(?<!\p{L})(?:одн(?:а|ого|ієї|у|е|ой|о)|один|окремо|поштучно|штук[аиу]|одиниц[яіюи]|единиц[аыу]|отдельно|one|single|a piece|apiece|per (?:unit|piece|machine)|unit price|each)(?!\p{L})|(?:за|стоит|коштує) (?:1|шт)(?![\p{L}\d])|[1一](?:台|頭|個|基|機|着)|単価/iu;
const oneTold =
  /(?<!\p{L})(?:кожн\p{L}{1,4}|одн(?:а|ого|ієї|у|е|ой|о|ій|им|ією)|один|одиниц[яіюи]|единиц[аыу]|каждо?\p{L}{1,4}|штук[аиу]|окремо|поштучно|each|every|one|single|apiece|per|a piece|individual)(?!\p{L})|(?:за|на) (?:шт|людину|комплект|человека)|[1一](?:台|頭|個|基|機|着)|当たり|あたり|単価/iu;

/** True when the price of one piece is asked for, apart from the parcel it came in: "скільки коштує одна машина". */
export function asksForPiece(question: string): boolean {
  return price.test(question) && oneAsked.test(question);
}

/** True for a sentence that speaks of one piece, or of each. */
export function isOfOnePiece(sentence: string): boolean {
  return oneTold.test(sentence);
}
