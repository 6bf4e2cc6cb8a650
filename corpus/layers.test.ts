import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What each folder may import from, besides itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  bot: ['retrieval', 'corpus'],
  retrieval: ['corpus'],
  ingest: ['corpus'],
  corpus: [],
};

const forbiddenNames = /(^|\/)(utils?|helpers?|common|misc|index)\.ts$/;

/** Files by path from the root, each with the paths of the files it imports. */
type ImportTable = ReadonlyMap<string, readonly string[]>;

function readImports(files: ReadonlyMap<string, string>): ImportTable {
  return new Map(
    [...files].map(([path, content]) => [
      path,
      ts
        .preProcessFile(content, true, true)
        .importedFiles.map((file) => file.fileName)
        .filter((name) => name.startsWith('.'))
        .map((name) => relative(root, resolve(root, dirname(path), name))),
    ]),
  );
}

function wrongDirections(table: ImportTable): string[] {
  const folderOf = (path: string) => path.split('/')[0]!;
  return [...table].flatMap(([path, imports]) =>
    imports
      .filter(
        (target) =>
          folderOf(target) !== folderOf(path) && !allowed[folderOf(path)]!.includes(folderOf(target)),
      )
      .map((target) => `${path} imports ${target}`),
  );
}

function missingFiles(table: ImportTable): string[] {
  return [...table].flatMap(([path, imports]) =>
    imports
      .filter((target) => target.endsWith('.ts') && !table.has(target))
      .map((target) => `${path} imports ${target}`),
  );
}

function cycles(table: ImportTable): string[] {
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    if (state.get(path) === 'done') return;
    if (state.get(path) === 'open') {
      found.push([...trail.slice(trail.indexOf(path)), path].join(' -> '));
      return;
    }
    state.set(path, 'open');
    for (const target of table.get(path) ?? []) visit(target, [...trail, path]);
    state.set(path, 'done');
  };
  for (const path of table.keys()) visit(path, []);
  return found;
}

/** The folders inside `bot`, `retrieval`, `ingest` and `corpus`, each with those it imports from; tests and what lies beside the folders are left out. */
function innerFolders(table: ImportTable): ImportTable {
  const folderOf = (path: string) => path.split('/').slice(0, -1).join('/');
  const folders = new Map<string, Set<string>>();
  for (const [path, imports] of table) {
    const folder = folderOf(path);
    if (folder in allowed || path.includes('.test.')) continue;
    const known = folders.get(folder) ?? new Set();
    for (const target of imports.map(folderOf))
      if (target !== folder && !(target in allowed)) known.add(target);
    folders.set(folder, known);
  }
  return new Map([...folders].map(([folder, targets]) => [folder, [...targets]]));
}

function barrels(files: ReadonlyMap<string, string>): string[] {
  return [...files]
    .filter(([, content]) => {
      const { statements } = ts.createSourceFile('x.ts', content, ts.ScriptTarget.Latest);
      return (
        statements.length > 0 &&
        statements.every((node) => ts.isExportDeclaration(node) || ts.isImportDeclaration(node))
      );
    })
    .map(([path]) => path);
}

function sourceFiles(): Map<string, string> {
  return new Map(
    Object.keys(allowed)
      .flatMap((folder) =>
        readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
          join(folder, name),
        ),
      )
      .filter((path) => path.endsWith('.ts'))
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  );
}

const files = sourceFiles();
const table = readImports(files);

describe('the four folders', () => {
  it('import in one direction: bot -> retrieval -> corpus and ingest -> corpus', () => {
    expect(wrongDirections(table)).toEqual([]);
  });

  it('have no import cycle', () => {
    expect(cycles(table)).toEqual([]);
  });

  it('hold folders that have no import cycle among each other', () => {
    expect(cycles(innerFolders(table))).toEqual([]);
  });

  it('have no barrel files and no drawers for odds and ends', () => {
    expect(barrels(files)).toEqual([]);
    expect([...files.keys()].filter((path) => forbiddenNames.test(path))).toEqual([]);
  });

  it('name their imports by files that are there', () => {
    expect(missingFiles(table)).toEqual([]);
  });

  it('are all that holds source code', () => {
    const others = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !(entry.name in allowed))
      .filter((entry) => entry.name !== 'node_modules' && entry.name !== 'data')
      .filter((entry) =>
        readdirSync(join(root, entry.name), { recursive: true, encoding: 'utf8' }).some((name) =>
          /\.[mc]?[tj]sx?$/.test(name),
        ),
      );
    expect(others.map((entry) => entry.name)).toEqual([]);
  });
});

describe('these checks', () => {
  const check = (entries: Record<string, string>) => readImports(new Map(Object.entries(entries)));

  it.each([
    ["import { x } from '../ingest/page.ts';", 'bot/a.ts'],
    ["import type { X } from '../ingest/page.ts';", 'bot/a.ts'],
    ["export { x } from '../bot/a.ts';", 'ingest/a.ts'],
    ["const page = await import('../../ingest/page.ts');", 'retrieval/eval/a.ts'],
    ["import '../retrieval/ask.ts';", 'corpus/a.ts'],
    ["import { x } from '../retrieval/ask.ts';", 'ingest/a.ts'],
    ["type T = import('../bot/a.ts').T;", 'retrieval/a.ts'],
  ])('notice %s in %s', (content, path) => {
    expect(wrongDirections(check({ [path]: content }))).toHaveLength(1);
  });

  it('allow what the rules allow', () => {
    const content =
      "import { a } from '../retrieval/a.ts'; import { b } from '../corpus/b.ts'; import { c } from './c.ts'; import 'zod';";
    expect(wrongDirections(check({ 'bot/a.ts': content }))).toEqual([]);
  });

  it('notice a cycle of three, of types too', () => {
    const circle = check({
      'corpus/a.ts': "import { b } from './b.ts';",
      'corpus/b.ts': "import type { C } from './c.ts';",
      'corpus/c.ts': "export { a } from './a.ts';",
    });
    expect(cycles(circle)).toEqual(['corpus/a.ts -> corpus/b.ts -> corpus/c.ts -> corpus/a.ts']);
  });

  it('notice a cycle of folders whose files have none', () => {
    const circle = check({
      'corpus/x/a.ts': "import { b } from '../y/b.ts';",
      'corpus/x/c.ts': '',
      'corpus/y/b.ts': '',
      'corpus/y/d.ts': "import { c } from '../x/c.ts'; import { e } from '../e.ts';",
      'corpus/e.ts': '',
    });
    expect(cycles(circle)).toEqual([]);
    expect(cycles(innerFolders(circle))).toEqual(['corpus/x -> corpus/y -> corpus/x']);
  });

  it('notice a barrel, a drawer and a missing file', () => {
    expect(barrels(new Map([['bot/all.ts', "export * from './a.ts';"]]))).toEqual(['bot/all.ts']);
    expect(forbiddenNames.test('bot/features/utils.ts')).toBe(true);
    expect(missingFiles(check({ 'bot/a.ts': "import './gone.ts';" }))).toHaveLength(1);
  });

  it('read real files', () => {
    expect(table.get('corpus/corpus.ts')).toContain('corpus/storage/sqlite.ts');
  });
});
