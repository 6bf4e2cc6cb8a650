import type { Corpus } from '../../corpus/corpus.ts';
import type { DocumentRecord, Passage } from '../../corpus/document.ts';

/** A passage with everything its card shows. */
export interface Evidence {
  readonly document: DocumentRecord;
  readonly passage: Passage;
  /** Full text of the version the passage belongs to; `passage.start` and `end` point into it. */
  readonly documentText: string;
  /** Number of that version, and of the newest one. */
  readonly version: number;
  readonly versions: number;
  /** ISO time of the fetch that brought that version. */
  readonly fetchedAt: string;
}

/** Finds the passage behind a citation, also of old versions and of pages that are gone. */
export interface EvidenceReader {
  /** @returns null for an unknown key and for documents that wait for a moderator. */
  read(passageKey: string): Promise<Evidence | null>;
}

/** Evidence out of the corpus. */
export function evidenceReader(corpus: Pick<Corpus, 'passages' | 'documents'>): EvidenceReader {
  return {
    async read(passageKey) {
      const found = await corpus.passages.findByKey(passageKey);
      if (found === null || found.document.status === 'held') return null;
      const documentText = await corpus.documents.versionText(found.versionId);
      if (documentText === null) return null;
      const versions = await corpus.documents.versions(found.document.id);
      const version = versions.find((candidate) => candidate.id === found.versionId);
      return {
        document: found.document,
        passage: found.passage,
        documentText,
        version: version?.number ?? found.document.versionNumber,
        versions: found.document.versionNumber,
        fetchedAt: version?.fetchedAt ?? found.document.fetchedAt,
      };
    },
  };
}
