import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { indexRuleFiles, indexRules } from './index-rules.ts';

describe('indexRuleFiles', () => {
  it('are all that the terms of a passage are made with', () => {
    const seen = new Set<string>();
    const absolute = (name: string) => new URL(name, import.meta.url).href;
    // What an error says does not change a term, and documents are only types.
    const noRules = ['../errors.ts', '../document.ts'].map(absolute);
    const visit = (file: string) => {
      if (seen.has(file) || noRules.includes(file)) return;
      seen.add(file);
      for (const { fileName } of ts.preProcessFile(readFileSync(new URL(file), 'utf8')).importedFiles)
        if (fileName.startsWith('.')) visit(new URL(fileName, file).href);
    };
    visit(absolute('./lexical.ts'));
    const listed = indexRuleFiles.filter((name) => name.endsWith('.ts')).map(absolute);
    expect([...seen].sort()).toEqual([...listed].sort());
    expect(indexRules()).toMatch(/^[0-9a-f]{16}$/);
  });
});
