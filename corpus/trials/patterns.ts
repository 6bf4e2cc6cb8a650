import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';
import { createSplitter, normaliserSteps } from '../bundled-model/normaliser.ts';

/** A regular expression of the program and where it stands. */
export interface PatternSite {
  /** `folder/file.ts:line`. */
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const folders = ['bot', 'corpus', 'ingest', 'retrieval'];

/** Every regular expression literal of the program, tests left out, read from its syntax trees. */
export function patternLiterals(): readonly PatternSite[] {
  return programFiles().flatMap((path) => literalsOf(path, syntaxOf(path)));
}

/** A place where an expression is put together from strings. */
interface BuildingSite {
  readonly path: string;
  readonly line: number;
  /** The pattern as the template says it, with a letter for what is not known before it runs; null for other strings. */
  readonly standIn: string | null;
  readonly flags: string;
}

/** What {@link builtPatterns} found. */
export interface BuiltPatterns {
  readonly sites: readonly PatternSite[];
  /** Places whose expressions were not seen: they are to be tried in another way. */
  readonly unseen: readonly string[];
}

/**
 * Every regular expression that the program puts together from strings: those made while a module loads as they were made,
 * those made later as their template says. Loads the modules that build any, so it is for scripts and tests only.
 */
export async function builtPatterns(): Promise<BuiltPatterns> {
  const places = programFiles().flatMap((path) => {
    const file = syntaxOf(path);
    return isScript(file) ? [] : buildingSitesOf(path, file);
  });
  const made = await madeWhileLoading([...new Set(places.map(({ path }) => path))]);
  // Older forms of the language have no such literals, and the compiler writes them as expressions built from strings.
  const literal = new Set(patternLiterals().map(({ source, flags }) => `${source}/${flags}`));
  const sites = made.filter(({ source, flags }) => !literal.has(`${source}/${flags}`));
  const unseen: string[] = [];
  for (const { path, line, standIn, flags } of places) {
    const place = `${relative(root, path)}:${line}`;
    if (made.some((site) => site.place === place)) continue;
    if (standIn === null) unseen.push(place);
    else sites.push({ place, source: standIn, flags });
  }
  return { sites, unseen };
}

async function madeWhileLoading(paths: readonly string[]): Promise<readonly PatternSite[]> {
  const found = new Map<string, PatternSite>();
  const Original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Original, {
    construct: (target, args, self) => {
      const made = Reflect.construct(target, args, self) as RegExp;
      const place = callerPlace();
      if (place !== null) found.set(`${place} ${made}`, { place, source: made.source, flags: made.flags });
      return made;
    },
  });
  try {
    for (const path of paths) await import(pathToFileURL(path).href);
    // The tokenizer's rules travel as strings and become expressions only here.
    createSplitter(normaliserSteps('漢字'));
  } finally {
    globalThis.RegExp = Original;
  }
  return [...found.values()];
}

function callerPlace(): string | null {
  const lines = (new Error().stack ?? '').split('\n').slice(1);
  const own = fileURLToPath(import.meta.url);
  const caller = lines.find((line) => !line.includes(own));
  const [, path, line] = /\(?(?:file:\/\/)?(\/[^()]{1,300}\.ts):(\d+):\d+\)?$/.exec(caller ?? '') ?? [];
  if (path === undefined || !path.startsWith(root) || path.includes('/node_modules/')) return null;
  return `${relative(root, path)}:${line}`;
}

function programFiles(): readonly string[] {
  return folders.flatMap((folder) => sourceFiles(join(root, folder)));
}

function syntaxOf(path: string): ts.SourceFile {
  return ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
}

function sourceFiles(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(path);
    return /\.ts$/.test(entry.name) && !/(?:\.test|-for-tests)\.ts$/.test(entry.name) ? [path] : [];
  });
}

function literalsOf(path: string, file: ts.SourceFile): readonly PatternSite[] {
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

// Scripts do their work when they are loaded.
function isScript(file: ts.SourceFile): boolean {
  return file.statements.some(ts.isExpressionStatement);
}

function buildingSitesOf(path: string, file: ts.SourceFile): readonly BuildingSite[] {
  const found: BuildingSite[] = [];
  const visit = (node: ts.Node): void => {
    ts.forEachChild(node, visit);
    if (!ts.isNewExpression(node) || node.expression.getText() !== 'RegExp') return;
    const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    const [pattern, flags] = node.arguments ?? [];
    const written = flags !== undefined && ts.isStringLiteral(flags) ? flags.text : '';
    const standIn = pattern === undefined ? null : templateText(pattern, file);
    found.push({ path, line, standIn, flags: written });
  };
  visit(file);
  return found;
}

function templateText(node: ts.Expression, file: ts.SourceFile): string | null {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isIdentifier(node)) return literalNamed(node.text, file);
  if (!ts.isTemplateExpression(node)) return null;
  return node.head.text + node.templateSpans.map(({ literal }) => `a${literal.text}`).join('');
}

/** A copy of an expression that stands in the same file, for other flags. */
function literalNamed(name: string, file: ts.SourceFile): string | null {
  const declared = file.statements
    .filter(ts.isVariableStatement)
    .flatMap(({ declarationList }) => [...declarationList.declarations])
    .find((one) => one.name.getText() === name)?.initializer;
  if (declared === undefined || !ts.isRegularExpressionLiteral(declared)) return null;
  return declared.text.slice(1, declared.text.lastIndexOf('/'));
}
