import { describe, expect, it } from 'vitest';
import { readBody } from '../reader/read-body.ts';
import { holdReason } from './held-page.ts';
import type { ReadOutcome } from './page.ts';

const menu = '<nav><a href="/">Головна</a><a href="/news">Новини</a><a href="/about">Про нас</a></nav>';
const footer = '<footer>© 2024 Портал. Усі права захищено. Ми використовуємо cookie.</footer>';

function read(title: string, body: string, head = ''): Promise<ReadOutcome> {
  const html = `<html><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${menu}${body}${footer}</body></html>`;
  return readBody({
    bytes: new TextEncoder().encode(html),
    url: 'https://portal.example/x',
    contentType: 'text/html',
  });
}

function holds(outcome: ReadOutcome): boolean {
  if (outcome.status === 'page') return holdReason(outcome.page) !== null;
  return outcome.status === 'unreadable' && outcome.code === 'held';
}

const password = '<form><input name="login"><input type="password"><button>OK</button></form>';
const opening =
  '<p>Уряд затвердив програму закупівлі машин для розмінування на наступний рік. Документ передбачає кошти для трьох областей.</p>';

const walls: readonly (readonly [title: string, body: string, head?: string])[] = [
  ['Сторінку не знайдено', '<h1>404</h1><p>На жаль, такої сторінки не існує.</p>'],
  [
    'Портал',
    '<h1>Помилка 404</h1><p>Сторінка, яку ви шукаєте, видалена або переміщена. Перейдіть на головну.</p>',
  ],
  [
    'Page not found | Portal',
    '<p>The page you are looking for could not be found.</p><ul><li><a href="/a">News</a></li></ul>',
  ],
  ['404 Not Found', '<center><h1>404 Not Found</h1></center><hr><center>nginx</center>'],
  ['Портал новин', '<h2>Матеріал видалено</h2><p>Цей матеріал було видалено на прохання автора.</p>'],
  ['Страница не найдена', '<p>Запрошенная страница не существует.</p>'],
  [
    'Oops!',
    '<h1>Oops! That page can’t be found.</h1><p>It looks like nothing was found at this location. Try a search?</p>',
  ],
  ['Error 410', '<p>This content is no longer available.</p>'],
  ['Портал', '<p>Нічого не знайдено за вашим запитом.</p>'],
  [
    '503 Service Unavailable',
    '<p>The server is temporarily unable to service your request.</p><p>Service Temporarily Unavailable</p>',
  ],
  [
    'Технічні роботи',
    '<h1>На сайті тривають технічні роботи</h1><p>Скоро повернемося, дякуємо за терпіння.</p>',
  ],
  ['Site under maintenance', '<p>We are under maintenance. We will be back soon.</p>'],
  ['Account suspended', '<p>This account has been suspended. Contact your hosting provider.</p>'],
  [
    'Just a moment...',
    '<h2>Checking your browser before accessing portal.example</h2><p>Ray ID: 8f2a. Performance & security by Cloudflare</p>',
  ],
  [
    'Attention Required! | Cloudflare',
    '<p>Please complete the security check to access the site. Enable cookies.</p>',
  ],
  ['Перевірка', '<p>Підтвердіть, що ви не робот</p><div class="g-recaptcha"></div>'],
  ['Access Denied', '<p>You do not have permission to access this page. Access denied. Reference #18.</p>'],
  ['Portal', '<p>Please enable JavaScript and cookies to continue</p>'],
  ['Robot check', '<p>We have detected unusual traffic from your network. Are you a robot?</p>'],
  ['Доступ обмежено', '<p>Доступ до сайту обмежено для вашого регіону.</p>'],
  ['DDoS-Guard', '<p>Checking your browser, DDoS protection by DDoS-Guard</p>'],
  ['Вхід', `<h1>Вхід до кабінету</h1>${password}<p>Забули пароль?</p>`],
  ['Portal - Log in', `<p>Please log in to continue.</p>${password}`],
  ['Авторизація', `<p>Увійдіть, щоб переглянути матеріал.</p>${password}`],
  [
    'Новини партнерів',
    `<p>Матеріал доступний лише для зареєстрованих користувачів. Увійдіть або зареєструйтесь.</p>${password}`,
  ],
  ['Sign in', '<p>You must be logged in to view this page.</p>'],
  ['Войти', `<p>Необходимо войти на сайт.</p>${password}`],
  [
    'Уряд затвердив програму',
    `<h1>Уряд затвердив програму</h1>${opening}<p>Щоб читати далі, оформіть передплату. Матеріал доступний лише для передплатників.</p>`,
  ],
  [
    'Government approves plan',
    `<h1>Government approves plan</h1><p>The government approved the plan to buy machines on Monday, officials said after the vote.</p><p>Subscribe to continue reading this article. Already a subscriber? Log in.</p>`,
  ],
  [
    'Plan',
    '<h1>Plan for clearing land</h1><p>Officials presented the plan on Tuesday to donors.</p><div>You have reached your limit of free articles. Become a member to unlock this article.</div>',
  ],
  [
    'План',
    `<h1>План очищення</h1>${opening}`,
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":"План очищення","isAccessibleForFree":"False"}</script>',
  ],
  [
    'План',
    `<h1>План очищення</h1>${opening}<div>Стаття тільки для передплатників. Оформити передплату</div>`,
  ],
  [
    'Статья',
    '<h1>План очистки земель</h1><p>Правительство утвердило план очистки земель на год.</p><p>Материал доступен только подписчикам. Оформите подписку, чтобы читать дальше.</p>',
  ],
  [
    'Before you continue',
    '<p>Before you continue to Portal. We use cookies and data to deliver services. Accept all. Reject all.</p>',
  ],
  [
    'Portal',
    '<p>We value your privacy. We and our 842 partners store and access personal data. Accept all cookies.</p>',
  ],
  [
    'Портал',
    '<p>Ми цінуємо вашу конфіденційність. Надайте згоду на обробку даних та використання cookie.</p><button>Погодитись</button>',
  ],
  ['Cookie consent', '<p>This website uses cookies. Manage your preferences.</p>'],
  [
    'portal.example is for sale',
    '<h1>Buy this domain</h1><p>The domain portal.example may be for sale by its owner.</p>',
  ],
  [
    'portal.example',
    '<p>This domain is parked free, courtesy of a registrar.</p><ul><li><a>Credit cards</a></li></ul>',
  ],
  ['Домен продається', '<p>Цей домен продається. Зв’яжіться з власником.</p>'],
  ['Домен', '<p>Срок регистрации домена истёк. Домен выставлен на продажу.</p>'],
  [
    'portal.example',
    '<h2>Related searches</h2><ul><li><a>Insurance</a></li><li><a>Loans</a></li></ul><p>This domain has expired.</p>',
  ],
  [
    'Welcome to nginx!',
    '<h1>Welcome to nginx!</h1><p>If you see this page, the web server is installed.</p>',
  ],
  ['Apache2 Debian Default Page', '<h1>Apache2 Debian Default Page</h1><p>It works!</p>'],
];

const stories = [
  opening,
  '<p>Хакери зламали портал і показували відвідувачам помилку 404, розповіли у кіберполіції. Роботу сайту відновили за дві години, дані не втрачено.</p>',
  '<p>Підрозділ увійшов у село вранці. Сапери знайшли 404 предмети та позначили ділянку.</p>',
  '<p>Доступ до поля обмежено: навколо нього встановили знаки, а власнику пояснили, куди телефонувати.</p>',
  '<p>Captcha and passwords were among the topics of the course that the agency gave to forty deminers in Kyiv.</p>',
  '<p>The programme pays for two machines. Farmers may register to receive a voucher at the office in Mykolaiv.</p>',
  '<p>Домен порталу перенесли на захищений сервер, тому карта мін знову доступна всім громадам області.</p>',
  '<p>Ministers will discuss the subscription of new members to the coalition at the meeting in Vilnius in May.</p>',
  '<p>Передплатники послуги отримують повідомлення про підриви, а карту оновлюють щотижня.</p>',
  '<p>Короткий допис: трал прибув.</p>',
  '<h2>Нічого зайвого</h2><p>Група знайшла дві міни і знешкодила їх на місці, обійшлося без постраждалих.</p>',
  '<p>The page of history that was lost was found in the archive, and with it the maps of old minefields near Izium.</p>',
];

describe('holdReason', () => {
  it.each(walls.map(([title, body, head]) => ({ title, body, head })))(
    'holds "$title"',
    async ({ title, body, head }) => {
      expect(holds(await read(title, body, head))).toBe(true);
    },
  );

  it.each(stories)('lets a story through: %s', async (body) => {
    for (const title of [
      'Новина дня',
      'Сапери отримали техніку',
      'Deminers receive machines',
      'Партнерство триває',
    ]) {
      for (const story of [body, `<h1>${title}</h1>${body}<p>Читайте далі: <a href="/2">Ще новина</a></p>`]) {
        const outcome = await read(title, story);
        expect(holds(outcome), JSON.stringify(outcome)).toBe(false);
      }
    }
  });
});
