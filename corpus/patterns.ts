import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

/** A regular expression of the program and where it stands. */
export interface PatternSite {
  /** `folder/file.ts:line`. */
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = ['bot', 'corpus', 'ingest', 'retrieval'];

/** Every regular expression literal of the program, tests left out, read from its syntax trees. */
export function patternLiterals(): readonly PatternSite[] {
  return folders.flatMap((folder) => sourceFiles(join(root, folder))).flatMap(patternsOf);
}

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.ts$/.test(entry.name) && !/(?:\.test|-for-tests)\.ts$/.test(entry.name) ? [path] : [];
  });
}

function patternsOf(path: string): readonly PatternSite[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: PatternSite[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
      const slash = node.text.lastIndexOf('/');
      const place = `${relative(root, path)}:${line}`;
      found.push({ place, source: node.text.slice(1, slash), flags: node.text.slice(slash + 1) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/**
 * Texts that make an expression try as often as it can: what stands in it, over and over, and at the end something that
 * fits nowhere.
 */
export function attacksOn(source: string, length: number): readonly string[] {
  const words = [
    ...new Set(source.replace(/\\[pP]\{[^}]*\}|\\u[0-9a-f]{4}|\\./giu, ' ').match(/\p{L}+/gu) ?? []),
  ];
  const signs = [...new Set(source.match(/[^\p{L}\p{N}\s]/gu) ?? [])];
  const units = [
    ' ',
    '\n',
    '\t',
    'a',
    'а',
    'Я',
    'A',
    '1',
    '1,',
    '1 ',
    'a ',
    'а, ',
    '"',
    '<',
    '<a ',
    '-',
    '.',
    ...signs,
  ];
  const pumped = [...words.slice(0, 12), ...words.slice(0, 6).map((word) => `${word} `), ...units];
  return [...new Set(pumped)].flatMap((unit) => {
    const run = unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
    return [`${run}\u0001`, `${words[0] ?? ''}${run}\u0001`];
  });
}
