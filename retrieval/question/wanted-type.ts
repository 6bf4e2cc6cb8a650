/**
 * The type of thing that must stand in a sentence for it to answer. `quantity` is a number of unknown measure, `extent` land of which a share
 * tells as much as hectares.
 */
export type Wanted =
  | 'money'
  | 'area'
  | 'extent'
  | 'percent'
  | 'duration'
  | 'count'
  | 'quantity'
  | 'date'
  | 'who'
  | 'where'
  | 'why'
  | 'any';
