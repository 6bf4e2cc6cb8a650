/** The number after a flag of the command line, null when the flag is not there. */
export function numberAfter(args: readonly string[], flag: string): number | null {
  const at = args.indexOf(flag);
  return at < 0 ? null : Number(args[at + 1]);
}
