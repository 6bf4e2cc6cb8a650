import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { isStopword } from '../text/stopwords.ts';
import { patternKey } from './form-index.ts';
import {
  type LexiconLanguage,
  type LexiconRow,
  lexiconFile,
  lexiconLanguages,
  readLexiconRow,
} from './lexicon.ts';
import { capitalMarker, exactMarker, type FormPattern, readForm } from './lexicon-form.ts';

/** What can be wrong with a lexicon; lexicon/README.md says how to mend each. */
export type FindingKind =
  | 'unreadable row'
  | 'duplicate id'
  | 'duplicate form'
  | 'missing language'
  | 'shared form'
  | 'stop word'
  | 'name'
  | 'marker'
  | 'needless allowance';

/** One thing to mend. */
export interface Finding {
  readonly kind: FindingKind;
  /** Id of the row, or its line when it has none. */
  readonly row: string;
  readonly message: string;
}

/** A form that several rows have on purpose. */
export interface SharedForm {
  readonly form: string;
  /** The rows that may have it. */
  readonly ids: readonly string[];
  readonly reason: string;
}

interface Listed {
  readonly row: LexiconRow;
  readonly language: LexiconLanguage;
  readonly written: string;
  readonly pattern: FormPattern;
}

const nameKinds: ReadonlySet<string> = new Set(['country', 'org', 'person', 'place', 'brand']);
/** Kinds whose names may be written in Latin letters in Russian too, so that the cell stays empty. */
const latinKinds: ReadonlySet<string> = new Set([...nameKinds, 'machine']);
const spokenLanguages = ['en', 'uk', 'ru'] as const;

/** Reads what can be read of a lexicon and names the lines that cannot. */
export function readForCheck(csv: string): {
  readonly rows: readonly LexiconRow[];
  readonly findings: readonly Finding[];
} {
  const rows: LexiconRow[] = [];
  const findings: Finding[] = [];
  const records = parse(csv, { columns: true, bom: true, relax_column_count: true }) as unknown[];
  records.forEach((record, index) => {
    const read = readLexiconRow(record);
    if (typeof read === 'string') {
      findings.push({ kind: 'unreadable row', row: `line ${index + 2}`, message: read });
    } else rows.push(read);
  });
  return { rows, findings };
}

/** Everything that is wrong with the rows. */
export function checkLexicon(
  rows: readonly LexiconRow[],
  allowed: readonly SharedForm[] = [],
): readonly Finding[] {
  const listed = rows.flatMap(formsOf);
  return [
    ...duplicateIds(rows),
    ...rows.flatMap(missingLanguages),
    ...rows.flatMap(improperName),
    ...listed.flatMap(stopWord),
    ...rows.flatMap(duplicateForms),
    ...rows.flatMap(misusedMarkers),
    ...sharedForms(listed, allowed),
  ];
}

function formsOf(row: LexiconRow): readonly Listed[] {
  return spokenLanguages.flatMap((language) =>
    row.written[language].map((written) => ({ row, language, written, pattern: readForm(written) })),
  );
}

function duplicateIds(rows: readonly LexiconRow[]): readonly Finding[] {
  const seen = new Set<string>();
  return rows.flatMap(({ id }) => {
    if (seen.has(id)) return [{ kind: 'duplicate id', row: id, message: 'Give one of the rows another id.' }];
    seen.add(id);
    return [];
  });
}

function missingLanguages(row: LexiconRow): readonly Finding[] {
  return spokenLanguages
    .filter((language) => row.written[language].length === 0)
    .filter((language) => language !== 'ru' || !latinKinds.has(row.kind))
    .map((language) => ({ kind: 'missing language', row: row.id, message: `Add a form in ${language}.` }));
}

function improperName(row: LexiconRow): readonly Finding[] {
  const shown = readForm(row.written.en[0] ?? '').text;
  if (!nameKinds.has(row.kind) || shown === '' || /^[\p{Lu}\p{N}]/u.test(shown)) return [];
  const message = `"${shown}" is no proper name; make the row a term or write it with a capital.`;
  return [{ kind: 'name', row: row.id, message }];
}

function stopWord({ row, written, pattern }: Listed): readonly Finding[] {
  const [word, second] = pattern.text.toLowerCase().split(' ');
  if (second !== undefined || pattern.writing !== 'any' || !isStopword(word!)) return [];
  return [{ kind: 'stop word', row: row.id, message: `"${written}" is never looked up; remove it.` }];
}

function duplicateForms(row: LexiconRow): readonly Finding[] {
  return spokenLanguages.flatMap((language) => {
    const seen = new Map<string, string>();
    return row.written[language].flatMap((written) => {
      const key = patternKey(readForm(written));
      const earlier = seen.get(key);
      seen.set(key, written);
      if (earlier === undefined) return [];
      const message = `"${written}" matches what "${earlier}" matches; remove it.`;
      return [{ kind: 'duplicate form' as const, row: row.id, message }];
    });
  });
}

function misusedMarkers(row: LexiconRow): readonly Finding[] {
  return lexiconLanguages.flatMap((language) =>
    row.written[language].flatMap((written) => {
      const fault = markerFault(written, language);
      return fault === null
        ? []
        : [{ kind: 'marker' as const, row: row.id, message: `"${written}" ${fault}` }];
    }),
  );
}

function markerFault(written: string, language: LexiconLanguage): string | null {
  const { text, stems } = readForm(written);
  const marked = written.slice(0, written.length - text.length);
  if (language === 'ja') return marked === '' ? null : 'is Japanese, where markers have no meaning.';
  if (stems.length === 0) return 'has no word in it.';
  if (text.includes(exactMarker) || text.includes(capitalMarker)) return 'has a marker inside; put it first.';
  if (marked.length > new Set(marked).size) return 'has a marker twice.';
  if (marked.includes(capitalMarker) && !/^\p{Lu}/u.test(text)) return 'asks for a capital but has none.';
  const unmarked = readForm(text);
  return marked === exactMarker && unmarked.exact !== null ? 'matches exactly without the marker.' : null;
}

// Two rows share a form when some word of a text would be both. A form that asks for a capital is meant to share its letters
// with a common word.
function sharedForms(listed: readonly Listed[], allowed: readonly SharedForm[]): readonly Finding[] {
  const groups = groupByStems(listed);
  const unused = new Set(allowed);
  const found = [...groups.values()].flatMap((group) => {
    const clash = clashOf(group);
    if (clash === null) return [];
    const permits = allowed.filter(({ ids }) => clash.ids.every((id) => ids.includes(id)));
    const permit = permits.find(({ form }) => clash.texts.includes(form));
    if (permit !== undefined) {
      unused.delete(permit);
      return [];
    }
    const message = `"${clash.texts.join('", "')}" is also ${clash.ids.slice(1).join(', ')}; keep it in one row.`;
    return [{ kind: 'shared form' as const, row: clash.ids[0]!, message }];
  });
  const needless = [...unused].map(({ form, ids }) => ({
    kind: 'needless allowance' as const,
    row: ids.join(' '),
    message: `"${form}" is not shared by these rows; remove the line from shared-forms.csv.`,
  }));
  return [...found, ...needless];
}

function groupByStems(listed: readonly Listed[]): ReadonlyMap<string, readonly Listed[]> {
  const groups = new Map<string, Listed[]>();
  for (const one of listed) {
    if (one.pattern.writing !== 'any' || one.pattern.stems.length === 0) continue;
    const key = one.pattern.stems.join(' ');
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

interface Clash {
  readonly ids: readonly string[];
  readonly texts: readonly string[];
}

function clashOf(group: readonly Listed[]): Clash | null {
  const clashing = group.filter((one) => group.some((other) => one.row !== other.row && meet(one, other)));
  // A surname two people bear and an adjective of a town and its region are theirs by right.
  if (clashing.every(({ row }) => nameKinds.has(row.kind))) return null;
  return {
    ids: [...new Set(clashing.map(({ row }) => row.id))],
    texts: [...new Set(clashing.map(({ pattern }) => pattern.text))],
  };
}

function meet(one: Listed, other: Listed): boolean {
  const [a, b] = [one.pattern.exact, other.pattern.exact];
  return a === null || b === null || a.join(' ') === b.join(' ');
}

/** Reads `form,ids,reason` lines; ids are separated by spaces. */
export function readSharedForms(csv: string): readonly SharedForm[] {
  const records = parse(csv, { columns: true, skip_empty_lines: true }) as Readonly<Record<string, string>>[];
  return records.map(({ form = '', ids = '', reason = '' }) => ({ form, ids: ids.split(' '), reason }));
}

/** Findings of the lexicon that ships with the project. */
export function checkBundledLexicon(): readonly Finding[] {
  const { rows, findings } = readForCheck(readFileSync(lexiconFile, 'utf8'));
  const shared = readSharedForms(readFileSync(new URL('./shared-forms.csv', lexiconFile), 'utf8'));
  return [...findings, ...checkLexicon(rows, shared)];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const findings = checkBundledLexicon();
  for (const { kind, row, message } of findings) process.stdout.write(`${row}: ${kind}: ${message}\n`);
  process.stderr.write(`${findings.length} findings\n`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
