import { conceptTerm } from '../../corpus/terms/lexical.ts';

// What pages of this field call by a narrower word than people do.
const narrower: Readonly<Record<string, readonly string[]>> = {
  company: ['mine-action-operator', 'certified-operator', 'operator', 'non-governmental-operator'],
  teach: ['training', 'education', 'mine-risk-education', 'explosive-ordnance-risk-education'],
};
const byTerm = new Map(
  Object.entries(narrower).map(([id, ids]) => [conceptTerm(id), ids.map((other) => conceptTerm(other))]),
);

/** Terms that a word of a question may be said by: companies that demine are "operators", whoever is taught is "trained". */
export function saidBy(concepts: readonly string[]): readonly string[] {
  return concepts.flatMap((concept) => byTerm.get(concept) ?? []);
}
