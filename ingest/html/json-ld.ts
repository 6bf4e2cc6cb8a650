/** What structured data says about the story of a page. Strings are as published, dates unparsed. */
export interface StructuredArticle {
  readonly headline: string | null;
  readonly published: string | null;
  readonly publisher: string | null;
  readonly body: string | null;
  /** `isAccessibleForFree` is false. */
  readonly isPaid: boolean;
}

const articleType =
  /(?:Article|BlogPosting|Report|PressRelease|LiveBlogPosting|CreativeWork|WebPage|NewsItem)$/;
const maxDepth = 8;
const maxNodes = 2_000;

type Node = Readonly<Record<string, unknown>>;

/** Reads `<script type="application/ld+json">` bodies; broken JSON says nothing. */
export function readStructuredArticle(scripts: readonly string[]): StructuredArticle {
  const nodes = scripts.flatMap((script) => articleNodes(parse(script)));
  // A page may describe itself both as WebPage and as NewsArticle; the more specific one knows better.
  const ordered = [...nodes].sort((a, b) => rank(a) - rank(b));
  const first = (read: (node: Node) => string | null) =>
    ordered.map(read).find((value) => value !== null) ?? null;
  return {
    headline: first((node) =>
      rank(node) < 2 ? (text(node.headline) ?? text(node.name)) : text(node.headline),
    ),
    published: first((node) => text(node.datePublished) ?? text(node.dateCreated) ?? text(node.uploadDate)),
    publisher: first((node) => nameOf(node.publisher) ?? nameOf(node.sourceOrganization)),
    body: first((node) => text(node.articleBody)),
    isPaid: nodes.some((node) => /^false$/i.test(String(node.isAccessibleForFree))),
  };
}

function parse(script: string): unknown {
  // Wrapped in CDATA or comments by some systems; raw line breaks inside strings are a common fault.
  const source = script.replace(/^\s*(?:\/\/\s*)?<!\[CDATA\[|\]\]>\s*$|^\s*<!--|-->\s*$/g, '').trim();
  for (const candidate of [source, source.replace(/[\r\n\t]+/g, ' '), source.replace(/;\s*$/, '')]) {
    try {
      return JSON.parse(candidate);
    } catch {
      // The next candidate mends one more fault; data that stays broken is data the page does not have.
    }
  }
  return null;
}

function articleNodes(root: unknown): Node[] {
  const found: Node[] = [];
  let visited = 0;
  const visit = (value: unknown, depth: number) => {
    visited += 1;
    if (depth > maxDepth || visited > maxNodes || value === null || typeof value !== 'object') return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item, depth + 1);
      return;
    }
    const node = value as Node;
    if (types(node).some((type) => articleType.test(type))) found.push(node);
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage', 'hasPart', 'itemReviewed'])
      visit(node[key], depth + 1);
  };
  visit(root, 0);
  return found;
}

function types(node: Node): string[] {
  const type = node['@type'];
  return (Array.isArray(type) ? type : [type]).filter((name): name is string => typeof name === 'string');
}

function rank(node: Node): number {
  const names = types(node);
  if (names.some((name) => /Article|BlogPosting|Report|PressRelease/.test(name))) return 0;
  return names.some((name) => /CreativeWork|NewsItem/.test(name)) ? 1 : 2;
}

function text(value: unknown): string | null {
  if (Array.isArray(value)) return text(value[0]);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

function nameOf(value: unknown): string | null {
  if (Array.isArray(value)) return nameOf(value[0]);
  if (typeof value === 'string') return /^https?:/.test(value) ? null : text(value);
  return value !== null && typeof value === 'object' ? text((value as Node).name) : null;
}
