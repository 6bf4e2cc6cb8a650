import type { CallbackManagerForRetrieverRun } from '@langchain/core/callbacks/manager';
import { Document } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import { type SearchDeps, search } from './search.ts';

/** Where a passage stands, as metadata of a LangChain document. */
export interface PassageMetadata extends Record<string, unknown> {
  readonly url: string;
  readonly title: string;
  readonly publisher: string;
  readonly published: string | null;
  readonly language: string;
  readonly documentId: string;
  readonly passageId: string;
  readonly page: number | null;
  readonly score: number;
}

/** The bot's search as a LangChain retriever: lexical and vector search fused and ranked, passages verbatim. */
export class PassageRetriever extends BaseRetriever<PassageMetadata> {
  static override lc_name(): string {
    return 'PassageRetriever';
  }

  override lc_namespace = ['demining-aid-bot', 'retrieval'];
  readonly #deps: SearchDeps;
  readonly #limit: number;

  /** @param fields.limit most passages to return, 5 unless told. */
  constructor(fields: BaseRetrieverInput & { readonly deps: SearchDeps; readonly limit?: number }) {
    super(fields);
    this.#deps = fields.deps;
    this.#limit = fields.limit ?? 5;
  }

  override async _getRelevantDocuments(
    query: string,
    _runManager?: CallbackManagerForRetrieverRun,
  ): Promise<Document<PassageMetadata>[]> {
    const { ranked } = await search({ text: query }, this.#deps);
    return ranked.slice(0, this.#limit).map(
      ({ passage, document, score }) =>
        new Document({
          pageContent: passage.text,
          id: passage.key,
          metadata: {
            url: document.url,
            title: document.title,
            publisher: document.publisher,
            published: document.published,
            language: document.language,
            documentId: document.key,
            passageId: passage.key,
            page: passage.page,
            score,
          },
        }),
    );
  }
}
