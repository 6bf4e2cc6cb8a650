import { describe, expect, it } from 'vitest';
import { readHtml } from './html/html.ts';
import type { Page } from './page/page.ts';

const story =
  '<p>Уряд передав саперам двадцять машин для розмінування полів на півдні країни, повідомили в міністерстві.</p><p>Роботи почнуться навесні та триватимуть до осені, коли поля знову засіють.</p>';

function pageOf(head: string, body: string, url = 'https://www.portal.example.ua/news/1'): Page {
  const outcome = readHtml(`<html><head>${head}</head><body>${body}</body></html>`, url, 'utf-8');
  if (outcome.status !== 'page') throw new Error(JSON.stringify(outcome));
  return outcome.page;
}

describe('the title of a page', () => {
  const headline = 'Швеція передала Україні вісім машин для розмінування';
  it.each([
    ['an h1 and a suffixed title', `<title>${headline} | Портал новин</title>`, `<h1>${headline}</h1>`],
    [
      'a cut JSON-LD headline',
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Швеція передала Україні вісім…"}</script><title>x</title>`,
      `<h1>${headline}</h1>`,
    ],
    [
      'a cut og:title',
      `<meta property="og:title" content="Швеція передала Україні вісім машин...">`,
      `<h1>${headline}</h1>`,
    ],
    [
      'a logo in the h1',
      `<meta property="og:site_name" content="Портал"><meta property="og:title" content="${headline}">`,
      '<h1>Портал</h1>',
    ],
    [
      'a section in the h1',
      `<meta property="og:title" content="${headline}"><title>${headline} - Портал</title>`,
      '<h1>Новини</h1>',
    ],
    [
      'the site first',
      `<meta property="og:site_name" content="Портал"><title>Портал — ${headline}</title>`,
      '',
    ],
    ['title only', `<title>${headline} » Портал новин області</title>`, ''],
    ['domain as suffix', `<title>${headline} - portal.example.ua</title>`, ''],
    ['an h2 for headline', `<title>${headline} - Невідома назва</title>`, `<h2>${headline}</h2>`],
    ['several suffixes', `<title>${headline} | Новини | Портал</title>`, ''],
    [
      'entities',
      `<title>${headline} &#8211; Портал</title><meta property="og:site_name" content="Портал">`,
      '',
    ],
    ['two h1', `<title>${headline}</title>`, `<h1>Портал новин України</h1><h1>${headline}</h1>`],
    ['a sub-headline in the h1', `<title>${headline}</title>`, `<h1>${headline}</h1><h2>Подробиці</h2>`],
  ])('is found with %s', (_, head, body) => {
    expect(pageOf(head, body + story).title).toBe(headline);
  });

  it('keeps a dash that belongs to the headline', () => {
    const title = 'Сапери — людям: як громада повернула собі поле';
    expect(pageOf(`<title>${title}</title>`, `<h1>${title}</h1>${story}`).title).toBe(title);
    expect(
      pageOf(`<title>${title} — Портал</title><meta property="og:site_name" content="Портал">`, story).title,
    ).toBe(title);
  });
});

describe('the date of a page', () => {
  it.each([
    [
      'JSON-LD',
      '<script type="application/ld+json">{"@type":"Article","datePublished":"2024-05-06T10:00:00+03:00","dateModified":"2024-06-01"}</script>',
      '',
    ],
    [
      'a graph',
      '<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2024-05-06"}]}</script>',
      '',
    ],
    [
      'meta published_time',
      '<meta property="article:published_time" content="2024-05-06T08:00:00Z"><meta property="article:modified_time" content="2024-07-01">',
      '',
    ],
    ['itemprop', '', '<meta itemprop="datePublished" content="2024-05-06">'],
    ['time with datetime', '', '<time datetime="2024-05-06T09:00">вчора</time>'],
    ['words beside the headline', '', '<div class="post-date">6 травня 2024</div>'],
    ['digits in a plain span', '', '<span>06.05.2024, 12:30</span>'],
    ['a table of facts', '', '<table><tr><td>Дата:</td><td>06.05.2024</td></tr></table>'],
    ['English words', '', '<p>Monday, May 6, 2024</p>'],
    [
      'a dateline',
      '',
      '<p><b>Kyiv, 6 May 2024</b> – The agency handed over twenty machines for clearing the fields of the south to the rescue service.</p>',
    ],
    [
      'a Ukrainian dateline',
      '',
      '<p>КИЇВ, 6 травня 2024 року — Агентство передало рятувальникам двадцять машин для очищення полів на півдні країни.</p>',
    ],
    [
      'broken JSON-LD beside meta',
      '<script type="application/ld+json">{"@type":</script><meta name="date" content="2024-05-06">',
      '',
    ],
  ])('is found in %s', (_, head, body) => {
    expect(pageOf(head, `<h1>Сапери отримали нові машини</h1>${body}${story}`).published).toBe('2024-05-06');
  });

  it('is not the date of a change, a comment, another story or the copyright', () => {
    const body = `<h1>Сапери отримали нові машини</h1>${story}
      <p class="updated">Оновлено: 01.02.2025</p><div class="comment"><time datetime="2024-09-09">9 вересня</time></div>
      <ul class="latest"><li><time datetime="2024-08-08">8 серпня</time> Інше</li></ul><footer>© 2019 Портал, 01.01.2019</footer>`;
    expect(pageOf('<meta property="og:updated_time" content="2025-02-01">', body).published).toBeNull();
  });

  it('is not a date that the story tells of', () => {
    const body = `<h1>Сапери отримали нові машини</h1><p>Угоду підписали 3 березня 2021 року, а вже через два роки за нею передали перші машини, про що домовилися міністри.</p>${story}`;
    expect(pageOf('', body).published).toBeNull();
    const short = `<h1>Умови програми для аграріїв</h1><p>Програма діє з 1 лютого 2024 року.</p>${story}`;
    expect(pageOf('', short).published).toBeNull();
  });

  it.each([
    ['https://a.example/2024/05/06/machines', '2024-05-06'],
    ['https://a.example/news/2024-05-06-machines.html', '2024-05-06'],
    ['https://a.example/2024/05/machines', '2024-05'],
    ['https://a.example/news/20240506', null],
    ['https://a.example/2024/15/06/x', null],
  ])('is taken from the address %s as %s when the page prints none', (url, date) => {
    expect(pageOf('<title>Сапери отримали машини</title>', story, url).published).toBe(date);
  });

  it('follows the printed date when the stored one is a day off', () => {
    const head = '<meta property="article:published_time" content="2024-05-05T20:30:00Z">';
    expect(
      pageOf(head, `<h1>Сапери отримали машини</h1><div class="date">6 травня 2024</div>${story}`).published,
    ).toBe('2024-05-06');
  });
});

describe('the addresses of a page', () => {
  it.each([
    ['/news/1-full', 'https://www.portal.example.ua/news/1-full'],
    ['https://portal.example.ua/news/1', 'https://portal.example.ua/news/1'],
    ['https://other.example/news/1', null],
    ['https://www.portal.example.ua/', null],
    ['javascript:alert(1)', null],
    ['', null],
  ])('take the canonical link %s as %s', (href, url) => {
    expect(
      pageOf(`<link rel="canonical" href="${href}"><title>Сапери отримали машини</title>`, story)
        .canonicalUrl,
    ).toBe(url);
  });

  it('list feeds once, absolute, without those of comments', () => {
    const head = ['/rss.xml', 'https://www.portal.example.ua/rss.xml', '/comments/feed/', 'ftp://x/rss']
      .map((href) => `<link rel="alternate" type="application/rss+xml" href="${href}">`)
      .join('');
    expect(pageOf(head, story).feeds).toEqual(['https://www.portal.example.ua/rss.xml']);
  });
});

describe('the publisher and language of a page', () => {
  it('come from the page, not from its lang attribute', () => {
    const page = pageOf(
      '<meta property="og:site_name" content="Портал — новини України та світу щогодини"><title>x</title>',
      story,
    );
    expect(page).toMatchObject({ publisher: 'Портал', language: 'uk' });
    expect(pageOf('<title>Some headline</title>', story).publisher).toBe('portal.example.ua');
  });
});
