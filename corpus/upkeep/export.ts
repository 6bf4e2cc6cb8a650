import type { Corpus } from '../corpus.ts';
import type { Language, PublishedDate } from '../document.ts';

/** A document as `corpus export` prints it, one JSON object a line. */
export interface ExportedDocument {
  /** Public key of the document. */
  readonly id: string;
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: PublishedDate;
  readonly language: Language;
  /** In reading order; only what answers may quote. */
  readonly passages: readonly {
    /** Public key of the passage. */
    readonly id: string;
    readonly text: string;
    readonly heading: string | null;
    readonly page: number | null;
  }[];
}

/** Documents looked up per turn. */
const batchSize = 100;

/** Every document that answers may quote, by ascending number. Other processes may go on writing. */
export async function* exportDocuments(corpus: Pick<Corpus, 'passages'>): AsyncGenerator<ExportedDocument> {
  for await (const ids of corpus.passages.documentIds(batchSize)) {
    const documents = await corpus.passages.documents(ids);
    for (const id of ids) {
      const document = documents.get(id);
      const passages = await corpus.passages.ofDocument(id);
      if (document === undefined || passages.length === 0) continue;
      const { key, url, title, publisher, published, language } = document;
      yield {
        id: key,
        url,
        title,
        publisher,
        published,
        language,
        passages: passages.map((passage) => ({
          id: passage.key,
          text: passage.text,
          heading: passage.heading,
          page: passage.page,
        })),
      };
    }
  }
}
