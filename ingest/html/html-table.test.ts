import { describe, expect, it } from 'vitest';
import { parseDom } from '../markup/dom.ts';
import { readTable } from './html-table.ts';

function rowsOf(table: string): readonly string[] | null {
  const element = parseDom(`<html><body>${table}</body></html>`).querySelector('table')!;
  return readTable(element)?.rows ?? null;
}

function table(rows: readonly string[], tag = 'td'): string {
  return `<table>${rows
    .map(
      (row, index) =>
        `<tr>${row
          .split('|')
          .map((cell) => `<${index === 0 ? tag : 'td'}>${cell}</${index === 0 ? tag : 'td'}>`)
          .join('')}</tr>`,
    )
    .join('')}</table>`;
}

describe('readTable', () => {
  it('gives every cell the header of its column', () => {
    expect(rowsOf(table(['Рік|Сума', '2023|5 млн', '2024|7 млн'], 'th'))).toEqual([
      'Рік: 2023; Сума: 5 млн',
      'Рік: 2024; Сума: 7 млн',
    ]);
  });

  it('knows a header row without th by its bold or short names above figures', () => {
    expect(rowsOf(table(['<b>Країна</b>|<b>Внесок</b>', 'Данія|машини']))).toEqual([
      'Країна: Данія; Внесок: машини',
    ]);
    expect(rowsOf(table(['Країна|Внесок', 'Данія|5', 'Литва|7']))).toEqual([
      'Країна: Данія; Внесок: 5',
      'Країна: Литва; Внесок: 7',
    ]);
  });

  it('reads a table of names and values without headers', () => {
    expect(rowsOf(table(['Назва|Центр розмінування', 'Керівник|Іван Вигаданий']))).toEqual([
      'Назва: Центр розмінування',
      'Керівник: Іван Вигаданий',
    ]);
    expect(
      rowsOf('<table><tr><th>Площа</th><td>40 га</td></tr><tr><th>Строк</th><td>травень</td></tr></table>'),
    ).toEqual(['Площа: 40 га', 'Строк: травень']);
  });

  it('repeats what spans rows and joins what spans columns', () => {
    const html =
      '<table><tr><th rowspan="2">A</th><th colspan="2">B</th></tr><tr><th>b1</th><th>b2</th></tr><tr><td rowspan="2">x</td><td>1</td><td>2</td></tr><tr><td colspan="2">3</td></tr></table>';
    expect(rowsOf(html)).toEqual(['A: x; B, b1: 1; B, b2: 2', 'A: x; B, b1 / B, b2: 3']);
  });

  it('puts a heading row inside the table before the rows under it', () => {
    const html =
      '<table><tr><th>Що</th><th>Скільки</th></tr><tr><td colspan="2">2023 рік</td></tr><tr><td>машини</td><td>5</td></tr></table>';
    expect(rowsOf(html)).toEqual(['2023 рік; Що: машини; Скільки: 5']);
  });

  it('leaves empty cells out and keeps lists inside a cell on one line', () => {
    expect(
      rowsOf(
        '<table><tr><th>A</th><th>B</th></tr><tr><td></td><td><ul><li>one</li><li>two</li></ul></td></tr></table>',
      ),
    ).toEqual(['B: one; two']);
  });

  it.each([
    ['nested tables', '<table><tr><td><table><tr><td>x</td></tr></table></td><td>y</td></tr></table>'],
    [
      'a role',
      '<table role="presentation"><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>',
    ],
    ['one row', '<table><tr><td>menu</td><td>text</td></tr></table>'],
    ['one column', '<table><tr><td>a</td></tr><tr><td>b</td></tr></table>'],
    [
      'long texts',
      `<table><tr><td>${'слово '.repeat(200)}</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>`,
    ],
  ])('takes a table with %s for layout', (_, html) => expect(rowsOf(html)).toBeNull());

  it('survives spans that would fill the memory', () => {
    const html = `<table>${'<tr><td colspan="9999" rowspan="9999">x</td><td>y</td></tr>'.repeat(300)}</table>`;
    expect(rowsOf(html)!.length).toBeLessThanOrEqual(300);
  });
});
