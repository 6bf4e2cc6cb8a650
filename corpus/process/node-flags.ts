/**
 * Young objects have this many megabytes twice, in every thread. Node 20 lets them have 16: measured over 500 new questions at
 * 100,000 passages, 495 MB of memory, 483 with 8, 468 with 4 and 460 with 2; processor time 33, 35, 40 and 36 ms a question under a
 * load of 3 to 5, which is within what two runs of one size differ by. V8 reads it when the process starts and never again.
 */
const semiSpaceMb = 4;

/**
 * What node is started with, before the file: by `npm start` and the other scripts of package.json, the container, the systemd unit
 * (a test holds them against this), and for the processes of ours that last. Children that read one page have flags of their own.
 */
export const nodeFlags: readonly string[] = [
  `--max-semi-space-size=${semiSpaceMb}`,
  '--import',
  import.meta.resolve('tsx'),
];
