import { percentile } from '../eval/metrics.ts';
import type { AskReport } from './ask-probe.ts';
import { probe } from './child.ts';
import { type Figure, figureOf, missingFigure } from './figure.ts';
import { growCorpus } from './grown-corpus.ts';
import type { BenchOptions } from './options.ts';
import { peerEngines } from './peer-engines.ts';
import type { PeerReport } from './peer-probe.ts';

/**
 * Other engines on the same passages and questions. They only list twenty passages; ours also reads the question, searches by
 * meaning, ranks, chooses the sentences and writes the answer, and is measured with all of it.
 */
export async function benchPeers({ sizes, seed, questions }: BenchOptions): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const size of sizes) {
    const { config } = await growCorpus(size, seed);
    const order = { dataDir: config.DATA_DIR, questions, seed };
    const ours = await probe<AskReport>('ask-probe', order);
    figures.push(
      figureOf(place(size, 'ours, whole answer: p50', 'ms'), [percentile(ours.askMs, 0.5)]),
      figureOf(place(size, 'ours, whole answer: p95', 'ms'), [percentile(ours.askMs, 0.95)]),
      figureOf(place(size, 'ours, whole answer: p50, processor', 'ms'), [percentile(ours.askCpuMs, 0.5)]),
      figureOf(place(size, 'ours, whole answer: p95, processor', 'ms'), [percentile(ours.askCpuMs, 0.95)]),
    );
    for (const engine of Object.keys(peerEngines)) {
      const peer = await probe<PeerReport | null>('peer-probe', { ...order, engine });
      figures.push(...(peer === null ? [notInstalled(size, engine)] : compare(size, engine, ours, peer)));
    }
  }
  return figures;
}

function notInstalled(size: number, engine: string): Figure {
  return missingFigure('peers', `${size} passages: ${engine}`, 'not available (package not installed)');
}

function compare(size: number, engine: string, ours: AskReport, peer: PeerReport): readonly Figure[] {
  const of = (share: number) => percentile(peer.askMs, share);
  const ratio = (share: number) => percentile(ours.askMs, share) / of(share);
  const ofCpu = (share: number) => percentile(peer.askCpuMs, share);
  const cpuRatio = (share: number) => percentile(ours.askCpuMs, share) / ofCpu(share);
  const faster = { target: { most: 1 } };
  return [
    figureOf(place(size, `${engine} p50`, 'ms'), [of(0.5)]),
    figureOf(place(size, `${engine} p95`, 'ms'), [of(0.95)]),
    figureOf(place(size, `${engine} p50, processor`, 'ms'), [ofCpu(0.5)]),
    figureOf(place(size, `${engine} p95, processor`, 'ms'), [ofCpu(0.95)]),
    figureOf(place(size, `${engine} build`, 's'), [peer.buildMs / 1000]),
    figureOf(place(size, `${engine} memory`, 'MB'), [peer.rssMb]),
    figureOf({ ...place(size, `ours / ${engine}, time p50`, 'x'), ...faster }, [ratio(0.5)]),
    figureOf({ ...place(size, `ours / ${engine}, time p95`, 'x'), ...faster }, [ratio(0.95)]),
    figureOf({ ...place(size, `ours / ${engine}, processor p50`, 'x'), ...faster }, [cpuRatio(0.5)]),
    figureOf({ ...place(size, `ours / ${engine}, processor p95`, 'x'), ...faster }, [cpuRatio(0.95)]),
    figureOf(place(size, `ours / ${engine}, start`, 'x'), [ours.openMs / peer.buildMs]),
    figureOf(place(size, `ours / ${engine}, memory`, 'x'), [ours.rssMb / peer.rssMb]),
  ];
}

function place(size: number, name: string, unit: string) {
  return { benchmark: 'peers', name: `${size} passages: ${name}`, unit };
}
