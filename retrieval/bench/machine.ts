import { readFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';

const root = new URL('../../', import.meta.url);

/** What the figures depend on. */
export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryGb: number;
  /** Work waiting for the cores in the last minute; above the number of cores every time is too long. */
  readonly load: number;
  readonly node: string;
  readonly platform: string;
  readonly packages: Readonly<Record<string, string>>;
}

const reported = [
  'better-sqlite3',
  'hnswlib-node',
  '@xenova/transformers',
  '@langchain/core',
  'minisearch',
  '@orama/orama',
];

/** Reads the machine and the versions of the packages that matter. */
export function readMachine(): Machine {
  const all = cpus();
  return {
    cpu: all[0]?.model.trim() ?? 'unknown',
    cores: all.length,
    memoryGb: Math.round(totalmem() / 2 ** 30),
    load: loadavg()[0]!,
    node: process.version,
    platform: `${process.platform} ${process.arch}`,
    packages: Object.fromEntries(reported.map((name) => [name, versionOf(name)])),
  };
}

function versionOf(name: string): string {
  const file = fileURLToPath(new URL(`node_modules/${name}/package.json`, root));
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** Two lines for the head of a report. */
export function describeMachine(machine: Machine): string {
  const packages = Object.entries(machine.packages).map(([name, version]) => `${name} ${version}`);
  return [
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryGb} GB, load ${machine.load.toFixed(1)}, ${machine.platform}, Node ${machine.node}`,
    packages.join(', '),
  ].join('\n');
}
