import { conceptTerm } from '../../corpus/terms/lexical.ts';

const capitals = `tokyo japan, zagreb croatia, bern switzerland, berlin germany, oslo norway, stockholm sweden, copenhagen denmark,
helsinki finland, reykjavik iceland, vilnius lithuania, riga latvia, tallinn estonia, warsaw poland, prague czechia,
bratislava slovakia, ljubljana slovenia, budapest hungary, vienna austria, rome italy, paris france, madrid spain,
lisbon portugal, brussels european-union, the-hague netherlands, amsterdam netherlands, dublin ireland,
london united-kingdom, washington united-states, ottawa canada, seoul republic-of-korea, canberra australia,
wellington new-zealand, valletta malta, phnom-penh cambodia, baku azerbaijan, pristina kosovo, belgrade serbia,
bogota colombia, taipei taiwan, ankara turkey, chisinau moldova, bucharest romania, sofia-city bulgaria, athens greece,
tirana albania, skopje north-macedonia, podgorica montenegro, sarajevo bosnia-and-herzegovina, tbilisi georgia,
yerevan armenia, astana kazakhstan, tashkent uzbekistan, abu-dhabi united-arab-emirates, doha qatar, beijing china,
new-delhi india, hanoi vietnam, bangkok thailand, jakarta indonesia, brasilia brazil`;

const stateOf = new Map(
  capitals.split(',').map((pair) => {
    const [capital, state] = pair.trim().split(' ').map(conceptTerm);
    return [capital!, state!] as const;
  }),
);

/**
 * Terms of the states that a question may mean by their capitals: "what did Seoul promise". The other way round is no good: much
 * happens in Zagreb that Croatia has no part in. Kyiv stands for itself, since Ukraine is in every document.
 */
export function statesOf(concepts: readonly string[]): readonly string[] {
  // Beside the name of a convention or a conference the town is only where it was held.
  if (concepts.length !== 1) return [];
  const state = stateOf.get(concepts[0]!);
  return state === undefined ? [] : [state];
}
