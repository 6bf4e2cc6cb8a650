import { setFlagsFromString } from 'node:v8';

// Left alone, V8 lets its heap grow to twice and more of what is in use before it looks for garbage. Measured over 615 new questions at
// 100,000 passages: 723 MB of memory with p95 of 41 ms of processor time, 539 MB and 44 ms with 50 %, 517 MB and 48 ms with 30 %. With
// little room for young objects (`node-flags.ts`) the bot had at most 496 MB with 40 %, 486 with 25 %; a later state of it 505 with 30 %
// and 497 with 20 %. With the lexicon and rules that came after, 504 to 510 with 20 %, 500 twice with 15 %, 485 and 501 with 10 %, which costs a
// fifth more processor time at 100,000 passages.
const growthPercent = 15;

/** Makes the process collect garbage before its heap has grown much, from the next collection on. */
export function keepHeapSmall(): void {
  setFlagsFromString(`--heap-growing-percent=${growthPercent}`);
}
