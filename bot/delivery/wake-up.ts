/** Lets a loop sleep until something happens; a call before the sleep is not lost. */
export class WakeUp {
  private called = false;
  private release: (() => void) | null = null;

  /** Ends the present or the next sleep. */
  call(): void {
    this.called = true;
    this.release?.();
  }

  /** Resolves after a call, after `timeoutMs`, or when `signal` is aborted. */
  async sleep(timeoutMs: number, signal: AbortSignal): Promise<void> {
    if (!this.called && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const finish = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', finish);
          resolve();
        };
        const timer = setTimeout(finish, Math.ceil(timeoutMs));
        signal.addEventListener('abort', finish);
        this.release = finish;
      });
      this.release = null;
    }
    this.called = false;
  }
}
