/** Flags of a Node release, as `process.allowedNodeEnvironmentFlags` tells them. */
export type KnownFlags = Pick<ReadonlySet<string>, 'has'>;

/**
 * What takes from a Node process all but its own file: it reads nothing else, writes nothing, starts neither processes nor
 * threads, loads no native code. Node 20 to 24 know no way to take the network as well; from 25 on the same flag does.
 */
export function confiningFlags(
  ownFile: string,
  known: KnownFlags = process.allowedNodeEnvironmentFlags,
): string[] {
  const permission = ['--permission', '--experimental-permission'].find((flag) => known.has(flag));
  if (permission === undefined) return [];
  // The permission to read files does not hold for databases.
  const database = known.has('--no-experimental-sqlite') ? ['--no-experimental-sqlite'] : [];
  return [permission, `--allow-fs-read=${ownFile}`, ...database];
}
