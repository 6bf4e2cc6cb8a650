import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type ConfigKeyDoc, configKeys } from './config.ts';

/** The configuration table of the README. */
export function configTable(keys: readonly ConfigKeyDoc[]): string {
  const rows = keys.map(
    ({ key, description, fallback }) =>
      `| \`${key}\` | ${fallback === '' ? '' : `\`${fallback}\``} | ${description} |`,
  );
  return ['| Key | Default | Meaning |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The text of `.env.example`: every key with its meaning, commented out at its default. */
export function envExample(keys: readonly ConfigKeyDoc[]): string {
  const entries = keys.map(({ key, description, fallback }) => `# ${description}\n#${key}=${fallback}`);
  return `# Copy to .env and set what you need; everything has a default. Made by \`npm run docs\`.\n\n${entries.join('\n\n')}\n`;
}

/** Puts `content` between the marks `<!-- name:start -->` and `<!-- name:end -->` of a Markdown text. */
export function replaceSection(markdown: string, name: string, content: string): string {
  const start = `<!-- ${name}:start -->`;
  const end = `<!-- ${name}:end -->`;
  const from = markdown.indexOf(start);
  const to = markdown.indexOf(end);
  if (from < 0 || to < from) throw new Error(`The marks of section ${name} are missing in README.md`);
  return `${markdown.slice(0, from + start.length)}\n${content}\n${markdown.slice(to)}`;
}

/** Relative links of a Markdown text that lead nowhere, seen from `folder`. */
export function brokenLinks(markdown: string, folder: string): readonly string[] {
  return [...markdown.matchAll(/\]\((?!https?:|#|mailto:|tg:)([^)\s#]{1,400})(?:[\s#][^)]{0,400})?\)/g)]
    .map((match) => match[1]!)
    .filter((link) => !existsSync(resolve(folder, link)));
}

const root = fileURLToPath(new URL('..', import.meta.url));
const houseFolders = ['bot', 'retrieval', 'ingest', 'corpus', 'corpus/lexicon', 'retrieval/eval'];

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory())
      return ['node_modules', 'fixtures', 'briefs', 'invented', '.git', 'data'].includes(entry.name)
        ? []
        : markdownFiles(path);
    return entry.name.endsWith('.md') ? [path] : [];
  });
}

/** What is wrong with the documents of the project as they lie on the disk; `write` mends what can be made anew. */
export function checkDocs(write: boolean): readonly string[] {
  const generated = [
    { path: join(root, '.env.example'), make: () => envExample(configKeys()) },
    {
      path: join(root, 'README.md'),
      make: (text: string) => replaceSection(text, 'config', configTable(configKeys())),
    },
  ];
  const problems: string[] = [];
  for (const { path, make } of generated) {
    const current = existsSync(path) ? readFileSync(path, 'utf8') : '';
    const wanted = make(current);
    if (current === wanted) continue;
    if (write) writeFileSync(path, wanted);
    else problems.push(`${relative(root, path)} is not what \`npm run docs\` makes`);
  }
  for (const folder of houseFolders) {
    if (!existsSync(join(root, folder, 'README.md'))) problems.push(`${folder}/ has no README.md`);
  }
  for (const path of markdownFiles(root)) {
    for (const link of brokenLinks(readFileSync(path, 'utf8'), dirname(path)))
      problems.push(`${relative(root, path)} links to ${link}, which is not there`);
  }
  return problems;
}

function main(): void {
  const problems = checkDocs(!process.argv.includes('--check'));
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
