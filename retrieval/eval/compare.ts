import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { tokenise } from '../../corpus/text/text.ts';
import { findCandidates } from '../search/candidates.ts';
import { fuse } from '../search/fuse.ts';
import { type Found, type SearchDeps, search } from '../search/search.ts';
import { askedAt } from './asked-at.ts';
import type { EvalContext } from './evaluate.ts';
import { hitAt, mean, reciprocalRank } from './metrics.ts';
import { openPlainWords, type PlainWords } from './plain-words.ts';
import { type EvalQuestion, isAnswerable } from './questions.ts';

const reportPath = fileURLToPath(new URL('./comparison.md', import.meta.url));
const depth = 100;

/** A question with what the project's own search made of it, so that each engine gets the same terms. */
interface Prepared {
  readonly question: EvalQuestion;
  readonly asked: string;
  readonly found: Found;
  readonly crossLanguage: boolean;
}

/** One way of searching: passage ids, best first. */
interface Engine {
  readonly name: string;
  readonly run: (prepared: Prepared) => Promise<readonly number[]>;
}

/** Compares the engines alone and together, prints the table and writes it to `comparison.md`. */
export async function compareEngines({ questions, asker }: EvalContext): Promise<number> {
  const { deps, corpus } = asker;
  const plain = await openPlainWords(corpus.passages);
  const prepared = await Promise.all(
    questions.filter(isAnswerable).map((question) => prepare(question, asker)),
  );
  const documentOf = new Map<number, string>();
  for await (const batch of corpus.passages.all()) {
    const documents = await corpus.passages.documents(batch.map(({ documentId }) => documentId));
    for (const { id, documentId } of batch) documentOf.set(id, documents.get(documentId)!.key);
  }
  const rows: string[] = [];
  for (const engine of enginesOver(deps, plain)) {
    rows.push(await measure(engine, prepared, documentOf));
    console.log(rows.at(-1));
  }
  plain.close();
  const size = `${await corpus.documents.count()} documents, ${await corpus.passages.count()} passages`;
  writeFileSync(reportPath, report(rows, prepared, size));
  console.log(`Written: ${reportPath}`);
  return 0;
}

async function prepare(question: EvalQuestion, { deps, corpus }: EvalContext['asker']): Promise<Prepared> {
  const found = await search(
    {
      text: question.question,
      language: question.language,
      ...(question.previous === undefined ? {} : { previous: question.previous }),
    },
    deps,
  );
  const { text, followsUp } = found.understanding;
  const documents = await Promise.all(question.gold.map((key) => corpus.documents.findByKey(key)));
  return {
    question,
    found,
    asked: followsUp ? `${text} ${question.previous ?? ''}` : text,
    crossLanguage: documents.every((document) => document?.language !== question.language),
  };
}

function enginesOver(deps: SearchDeps, plain: PlainWords): readonly Engine[] {
  const { fullText, vectors, embedQuery } = deps.engines;
  const words = (columns: readonly ('stems' | 'concepts' | 'grams')[]) => async (prepared: Prepared) => {
    const wanted = columns.flatMap((column) => {
      const terms = new Set(prepared.found.understanding.terms.flatMap((term) => term[column]));
      return [...terms].map((term) => ({ column, term }));
    });
    return (await fullText.search(wanted, { limit: depth })).map(({ passageId }) => passageId);
  };
  const dense = async ({ asked }: Prepared) => {
    if (vectors === null || embedQuery === null) return [];
    const hits = await vectors.search(Float32Array.from(await embedQuery(asked)), depth);
    return hits.map(({ passageId }) => passageId);
  };
  const fused = async ({ asked, found }: Prepared) =>
    (await findCandidates(asked, found.understanding.terms, deps.engines)).map(({ passageId }) => passageId);
  const lexical = async ({ asked, found }: Prepared) =>
    (await findCandidates(asked, found.understanding.terms, { ...deps.engines, vectors: null })).map(
      ({ passageId }) => passageId,
    );
  return [
    {
      name: 'FTS5, plain words',
      run: async ({ question }) =>
        plain.search(tokenise(`${question.question} ${question.previous ?? ''}`).map(({ text }) => text)),
    },
    { name: 'stems', run: words(['stems']) },
    { name: 'stems + concept expansion', run: words(['stems', 'concepts']) },
    { name: 'grams of unknown names', run: words(['grams']) },
    { name: 'dense (bundled model)', run: dense },
    {
      name: 'stems + concepts in one list, and dense, by RRF',
      run: async (prepared) => {
        const lists = [await words(['stems', 'concepts'])(prepared), await dense(prepared)];
        return [...fuse(lists.map((ids) => ({ ids, weight: 1 }))).keys()];
      },
    },
    { name: 'all words fused, no dense', run: lexical },
    { name: 'all fused by RRF', run: fused },
    { name: 'all fused + ranked', run: async ({ found }) => found.ranked.map(({ passage }) => passage.id) },
  ];
}

async function measure(
  engine: Engine,
  prepared: readonly Prepared[],
  documentOf: ReadonlyMap<number, string>,
): Promise<string> {
  const results: { readonly crossLanguage: boolean; readonly figures: readonly number[] }[] = [];
  for (const item of prepared) {
    const keys = (await engine.run(item)).map((id) => documentOf.get(id) ?? '');
    const { gold } = item.question;
    results.push({
      crossLanguage: item.crossLanguage,
      figures: [hitAt(keys, gold, 1), hitAt(keys, gold, 5), reciprocalRank(keys, gold)],
    });
  }
  const cells = [false, true].flatMap((cross) => {
    const side = results.filter(({ crossLanguage }) => crossLanguage === cross);
    return [0, 1, 2].map((at) => mean(side.map(({ figures }) => figures[at]!)).toFixed(3));
  });
  return `| ${engine.name} | ${cells.join(' | ')} |`;
}

function report(rows: readonly string[], prepared: readonly Prepared[], size: string): string {
  const cross = prepared.filter(({ crossLanguage }) => crossLanguage).length;
  return `# Engines alone and together

Made by \`npm run eval -- --compare\`, questions asked as of ${askedAt().toISOString().slice(0, 10)}, over the starter corpus (${size}).
${prepared.length - cross} questions have a gold document in their own language ("same"), ${cross} have none ("cross"). A hit is a passage of a
gold document among the first one or five passages; no diversity rule is applied here.

| engine | same hit@1 | same hit@5 | same MRR | cross hit@1 | cross hit@5 | cross MRR |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
`;
}
