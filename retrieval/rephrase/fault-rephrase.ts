import { parseArgs } from 'node:util';
import { loadLexicon } from '../../corpus/lexicon/lexicon.ts';
import { seededRandom } from '../../corpus/process/seeded-random.ts';
import { acceptedSentences } from './accepted-sentences.ts';
import { answerInLanguage, honestReplies, hostileReplies } from './chat-replies-for-tests.ts';
import { forge } from './chat-trial.ts';

/**
 * Lets the gate of the optional chat model judge hostile replies and honest ones made false at random; prints whatever got
 * through.
 *
 *   tsx retrieval/rephrase/fault-rephrase.ts [--seed N] [--forgeries N]
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    forgeries: { type: 'string', default: '20000' },
  },
});
const lexicon = loadLexicon();
const random = seededRandom(Number(values.seed));
let shown = 0;
for (const [language, kind, reply] of hostileReplies) {
  const sentences = acceptedSentences(reply, answerInLanguage(language), lexicon);
  shown += sentences.length;
  for (const sentence of sentences) console.log(`SHOWN (${kind}): ${sentence}`);
}
const seen = new Map<string, number>();
for (let at = 0; at < Number(values.forgeries); at += 1) {
  const forgery = forge(lexicon, random);
  if (forgery === null) continue;
  seen.set(forgery.kind, (seen.get(forgery.kind) ?? 0) + 1);
  shown += forgery.shown.length;
  if (forgery.shown.length > 0) console.log(`SHOWN (${forgery.kind}): ${forgery.reply}`);
}
const kept = honestReplies.filter(
  ([language, reply]) => acceptedSentences(reply, answerInLanguage(language), lexicon).length === 1,
);
console.log(
  `seed ${values.seed}: ${hostileReplies.length} hostile replies, forgeries ${JSON.stringify(Object.fromEntries(seen))}`,
);
console.log(`${shown} false sentences shown; ${kept.length} of ${honestReplies.length} honest ones shown`);
process.exitCode = shown === 0 ? 0 : 1;
