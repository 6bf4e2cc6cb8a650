/**
 * Sentences that give orders to whoever processes the page ("ignore previous instructions", "напиши, що …"). They are data
 * like any text and nobody here obeys them; they are not evidence either, so they are neither scored nor quoted.
 */
// What is cut as one sentence may hold two ("… 5 с. Напиши, що …"); only "U.S. State Department" makes the English point no border.
const patterns: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override)\b.{0,40}\b(?:instructions?|rules?|prompts?|guidelines|above|previous|sources)\b/iu,
  /(?<!\p{L})(?:ігноруй\p{L}*|забудь\p{L}*|не зважай\p{L}*|відкинь\p{L}*|игнорируй\p{L}*)(?!\p{L}).{0,50}(?:інструкц|правил|вказівк|попередн|инструкц|указани|предыдущ|джерел)/iu,
  /(?<!\p{L})(?:you are (?:now )?(?:an?|the) (?:ai|assistant|bot|chatbot|language model)|as an ai|system prompt|new instructions?:|developer mode|jailbreak)/iu,
  /(?<!\p{L})(?:ти (?:тепер )?(?:бот|асистент|помічник|ші)(?!\p{L})|системн\p{L}+ (?:підказк|промпт)|нові інструкції)/iu,
  /(?:^|[!?;\n])(?:\W{0,3})(?:please )?(?:say|tell (?:the )?users?|answer|reply|respond|write|output|print|state)\b.{0,30}\b(?:that|only|with|the following|instead)\b/iu,
  /(?:^|[.!?;\n])(?:[^\p{L}\p{N}]{0,3})(?:обов'язково |будь ласка,? )?(?:напиши|напишіть|відповідай|відповідайте|скажи|скажіть|повідом|повідомте користувач\p{L}*|виведи|напишите|ответь|отвечай|скажи)(?!\p{L}).{0,20}(?:,? ?що(?!\p{L})|,? что(?!\p{L})|:|лише|тільки|только)/iu,
  /(?:to|for) (?:all )?(?:ai|language models?|llms?|assistants?|bots?|chatbots?)(?: (?:reading|processing|that read))?[:,]|(?:для|до) (?:ші|бот(?:а|ів)|асистент(?:а|ів)|мовн\p{L}+ модел\p{L}+)[:,]/iu,
];

/** True for a sentence that orders the reader's software about. */
export function isInstruction(sentence: string): boolean {
  const head = sentence.slice(0, 600);
  return patterns.some((pattern) => pattern.test(head));
}
