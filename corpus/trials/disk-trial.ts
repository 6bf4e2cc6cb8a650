import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { verifyCorpus } from '../upkeep/verify.ts';
import { corpusIn, countingEmbedder, draftOf, temporaryFolder } from './corpus-for-tests.ts';

/** What a disk that gave out left behind. */
export interface DiskResult {
  readonly limitKb: number;
  /** Documents the child was told were saved. */
  readonly saved: number;
  readonly failures: number;
  /** Codes of the errors; all of SQLite. */
  readonly codes: readonly string[];
  /** The full corpus was still read from. */
  readonly answers: boolean;
  /** Found in the corpus afterwards. */
  readonly kept: number;
  readonly problems: readonly string[];
  /** Saving works again once there is room. */
  readonly recovered: boolean;
}

/** Fills a corpus under a limit on the size of its files, in a process of its own, and looks at it afterwards. */
export async function fillDisk(limitKb: number): Promise<DiskResult> {
  const folder = temporaryFolder();
  try {
    // The corpus is made before the limit holds: what is tried is a disk that fills up, not one that is too small.
    await (await corpusIn(folder.path)).close();
    const told = JSON.parse(await runLimited(folder.path, limitKb)) as Omit<
      DiskResult,
      'limitKb' | 'kept' | 'problems' | 'recovered'
    >;
    const embed = countingEmbedder();
    const corpus = await corpusIn(folder.path);
    const { problems } = await verifyCorpus(corpus, embed);
    const kept = await corpus.documents.count();
    const again = await corpus.documents.save(draftOf(['room again'], { url: 'https://example.org/again' }), {
      embed,
    });
    await corpus.close();
    return { ...told, limitKb, kept, problems, recovered: again.outcome === 'created' };
  } finally {
    folder.dispose();
  }
}

// The signal that a process gets beyond the limit would end it; ignored, the write fails with EFBIG as on a full disk.
function runLimited(folder: string, limitKb: number): Promise<string> {
  const child = fileURLToPath(new URL('./fault-disk-child.ts', import.meta.url));
  const command = `trap '' XFSZ; ulimit -f ${limitKb * 2}; exec "$0" --import tsx "$1" "$2"`;
  return new Promise((resolve, reject) => {
    const started = spawn('sh', ['-c', command, process.execPath, child, folder], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    started.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    started.on('error', reject);
    started.on('close', (code) =>
      code === 0 ? resolve(output) : reject(new Error(`the child ended with ${code}`)),
    );
  });
}
