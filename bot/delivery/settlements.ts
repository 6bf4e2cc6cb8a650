/**
 * Outcomes that are known and not yet on disk. They wait some milliseconds for a commit that is made anyway, for a commit
 * holds up the thread that answers people.
 */
export class Settlements {
  private waiting: { readonly write: () => void; readonly written: () => void }[] = [];

  /** @param write puts it on disk; is run again when the transaction it ran in failed. Resolves when it is there. */
  add(write: () => void): Promise<void> {
    return new Promise((written) => this.waiting.push({ write, written }));
  }

  get count(): number {
    return this.waiting.length;
  }

  /** Commits all of them together with `work`, in one transaction of `inTransaction`; when that fails they go on waiting. */
  commitWith<Result>(inTransaction: (work: () => Result) => Result, work: () => Result): Result {
    const settled = [...this.waiting];
    const result = inTransaction(() => {
      for (const { write } of settled) write();
      return work();
    });
    this.waiting = this.waiting.slice(settled.length);
    for (const { written } of settled) written();
    return result;
  }

  /** Gives up on what could not be written: it is found on disk as it was, as being sent. */
  abandon(): void {
    for (const { written } of this.waiting) written();
    this.waiting = [];
  }
}
