import { codeOf } from '../storage/sqlite.ts';
import { corpusIn, countingEmbedder, draftOf } from './corpus-for-tests.ts';

/**
 * Saves documents until the disk gives out, then goes on trying, and prints what came of it as JSON. Run by disk-trial.ts with a
 * limit on the size of files.
 */
const corpus = await corpusIn(process.argv[2]!);
const embed = countingEmbedder();
const codes: string[] = [];
let saved = 0;
for (let n = 0; n < 400 && codes.length < 20; n += 1) {
  const text = Array.from({ length: 1 + (n % 9) }, (_, at) => `paragraph ${at} of ${n} `.repeat(40));
  try {
    await corpus.documents.save(draftOf(text, { url: `https://example.org/${n}` }), { embed });
    saved += 1;
  } catch (error) {
    codes.push(codeOf(error));
  }
}
const found = (await corpus.fullText.match('"paragraph"', { limit: 1 })).length;
console.log(
  JSON.stringify({ saved, codes: [...new Set(codes)], failures: codes.length, answers: found === 1 }),
);
process.exit(0);
