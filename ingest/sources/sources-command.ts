import type { Corpus } from '../../corpus/corpus.ts';
import type { SourcesRequest } from './sources-usage.ts';

/** The world as the commands see it. */
export interface SourcesDeps {
  readonly corpus: Corpus;
  readonly dataDir: string;
  /** As it stands in the audit log. */
  readonly actor: string;
  readonly now: () => Date;
  /** Prints a line of the result. */
  readonly out: (line: string) => void;
  /** Prints a line for the person who waits, or an error. */
  readonly say: (line: string) => void;
  /** Does the waiting looks at sources in this process, as the worker would, until this one has ended. */
  readonly look: (sourceId: number) => Promise<void>;
}

/** A command: does its work and tells whether all of it was done. */
export type SourcesCommand = (request: SourcesRequest, deps: SourcesDeps) => Promise<boolean>;
