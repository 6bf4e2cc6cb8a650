/** The type of thing that must stand in a sentence for it to answer. `quantity` is a number of unknown measure. */
export type Wanted =
  | 'money'
  | 'area'
  | 'percent'
  | 'duration'
  | 'count'
  | 'quantity'
  | 'date'
  | 'who'
  | 'where'
  | 'why'
  | 'any';
