/** The moment at which every evaluation question is asked; "last month" must mean the same in every run. */
export function askedAt(): Date {
  return new Date('2026-11-23T10:00:00Z');
}
