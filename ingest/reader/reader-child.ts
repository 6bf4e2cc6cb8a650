import { createWriteStream } from 'node:fs';
import { messageOf } from '../../corpus/errors.ts';
import type { ReadOutcome } from '../page/page.ts';
import { FrameParser, frame } from './frames.ts';
import { forbidNetwork } from './no-network.ts';
import { readBody } from './read-body.ts';

/**
 * The process in which bytes from outside are parsed. Started by `reader-process.ts` with an empty environment and no
 * database; takes one body at a time on standard input, answers on descriptor 3, ends when its input ends.
 */
function main(): void {
  forbidNetwork();
  const answers = createWriteStream('', { fd: 3 });
  const send = (value: unknown) => void answers.write(frame(Buffer.from(JSON.stringify(value))));
  const parser = new FrameParser(0xffff_ffff);
  let head: Head | null = null;
  let last: Promise<void> = Promise.resolve();
  process.stdin.on('data', (piece: Buffer) => {
    for (const message of parser.take(piece)) {
      if (head === null) {
        head = JSON.parse(message.toString('utf8')) as Head;
        continue;
      }
      const { id, ...claims } = head;
      const raw = { bytes: new Uint8Array(message), ...claims };
      head = null;
      last = last.then(() => readSafely(raw)).then((outcome) => send({ id, outcome }));
    }
  });
  process.stdin.on('end', () => process.exit(0));
  send({ ready: true });
}

interface Head {
  readonly id: string;
  readonly url: string;
  readonly contentType: string | null;
}

async function readSafely(raw: Parameters<typeof readBody>[0]): Promise<ReadOutcome> {
  try {
    return await readBody(raw);
  } catch (error) {
    const reason = `cannot be read: ${messageOf(error).split('\n')[0]!.slice(0, 300)}`;
    return { status: 'unreadable', code: 'damaged', reason };
  }
}

main();
