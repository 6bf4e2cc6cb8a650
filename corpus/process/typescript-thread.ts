import { Worker } from 'node:worker_threads';

/**
 * Starts a TypeScript file as a worker thread. Node 20 looks at the file's extension before a loader given by `--import` is
 * in place, so a line of JavaScript registers tsx first; tsx is found from here, not from the working directory.
 */
export function startTypeScriptThread(file: URL, data: unknown): Worker {
  const api = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const entry = `import(${api}).then(({ register }) => { register(); return import(${JSON.stringify(file.href)}); });`;
  return new Worker(entry, { eval: true, workerData: data, execArgv: [] });
}
