import type { Page } from './page.ts';

/** What a page shows besides its story; the story alone of a wall is often empty or a harmless opening. */
export interface PageSigns {
  readonly title: string;
  /** Headlines of the page as shown. */
  readonly headings: readonly string[];
  /** All visible text, with menus and notices. */
  readonly visible: string;
  readonly hasPasswordField: boolean;
  /** The page says in its structured data that it is not free to read. */
  readonly isPaid: boolean;
}

type SignTest = (signs: PageSigns, storyLength: number) => boolean;

interface Wall {
  readonly reason: string;
  readonly test: SignTest;
}

// Each pattern is a fixed list of words, linear on any text. Lengths keep stories that merely mention such words apart:
// a notice is short, a story about notices is not.
const missingPage =
  /(?:^|[^\p{L}\p{N}])(?:404|410)(?:$|[^\p{L}\p{N}]{1,4}(?:not found|page|error|помилка|сторінк|ошибка|страниц|gone|file))|(?:error|помилка|ошибка|http)\s?(?:№\s?)?(?:404|410|403|500|502|503)(?!\d)|(?:page|content|document|article|file|url|resource|site)s? (?:you (?:are|were) looking for|requested|not found|(?:was|were|is|could|can) ?not (?:be )?(?:found|exist|available)|does(?: not|n['’]t) exist|cannot be found|can['’]t be found|no longer (?:available|exists)|has been (?:removed|deleted|moved))|not found$|nothing (?:was )?found|(?:сторінк[уаи]|матеріал|документ|новин[уаи]|публікаці[юя]|запис|статт[юя]|файл|запитан[ауі] (?:вами )?сторінк[ау])(?: (?:який|яку|що) ви (?:шукаєте|запитуєте|запитали|шукали),?)? (?:не (?:знайдено|знайдений|знайдена|існує|доступн[аий])|видален[оаий]|було видалено|відсутн[яій]|більше не існує|переміщен)|такої сторінки (?:не існує|немає)|нічого не знайдено|на жаль, (?:сторінк|запитан|матеріал|нічого)|(?:страниц[уаы]|материал|документ|новость|статья) (?:не (?:найден[оа]?|существует)|удален[оа]?|отсутствует)|такой страницы (?:не существует|нет)|ничего не найдено/iu;
const serverTrouble =
  /(?:service (?:temporarily )?unavailable|internal server error|bad gateway|gateway time-?out|under (?:construction|maintenance)|be back soon|scheduled maintenance|технічн[іи](?:х)? робот|сайт (?:тимчасово )?(?:недоступний|не працює|на реконструкції)|технические работы|сайт (?:временно )?недоступен|сторінка в розробці|account (?:has been )?suspended|хостинг (?:призупинено|заблоковано)|database connection|помилка з['’ʼ]?єднання з базою)/iu;
const robotCheck =
  /(?:(?:solve|complete|enter|введіть|пройдіть|введите) (?:the |this |a )?(?:re)?(?:captcha|капч)|^(?:re)?captcha$|(?:are|you['’]re) (?:you )?(?:a |not a )?(?:human|robot)|verify (?:that )?you are (?:a )?human|prove you are human|checking (?:your browser|if the site connection)|just a moment|attention required|security check|ddos[- ]?(?:protection|guard|захист)|cloudflare|ray id|unusual (?:traffic|activity)|automated (?:requests|access)|enable (?:javascript|cookies)(?: and (?:javascript|cookies))? to (?:continue|view|proceed)|access (?:to this page has been )?denied|(?:ви|you) (?:не робот|були заблоковані|have been blocked|are being rate limited)|підтвердіть, що ви (?:не робот|людина)|перевірка (?:браузера|безпеки|вашого)|доступ (?:до сайту |до ресурсу )?(?:заборонено|обмежено|заблоковано)|подтвердите, что вы (?:не робот|человек)|проверка браузера|доступ (?:запрещ[её]н|ограничен))/iu;
const loginLabel =
  /(?:^(?:вхід|увійти|авторизація|реєстрація|вход|авторизация|log ?in|sign ?in|login|register)(?:$|[^\p{L}])|забули пароль|забыли пароль|forgot (?:your )?password)/iu;
const loginDemand =
  /(?:(?:please |you (?:must|need to|have to) )(?:log ?in|sign ?in|be logged in|register)|(?:log|sign) in to (?:continue|view|access|read|your)|(?:увійдіть|авторизуйтес[ья]|зареєструйтес[ья]|необхідно (?:увійти|авторизуватис[яь])|потрібно (?:увійти|авторизуватис[яь]))|(?:войдите|авторизуйтесь|необходимо войти)|only (?:registered|logged[- ]in) (?:users|members)|(?:лише|тільки) для (?:зареєстрованих|авторизованих)|только для (?:зарегистрированных|авторизованных))/iu;
const payWall =
  /(?:(?:subscribe|sign up|register|become a (?:member|subscriber)|log in)[^.!?\n]{0,60}(?:to (?:continue|keep|read|unlock|access|view)|for (?:full|unlimited) access)|(?:this|the) (?:article|story|content|page) is (?:for|only|available (?:only )?(?:to|for)|reserved|exclusive)[^.!?\n]{0,40}(?:subscribers?|members?|premium|registered)|(?:subscribers?|members?)[- ]only|already a (?:subscriber|member)\?|to (?:continue|keep) reading|you have (?:reached|used|read) (?:your|all|the)[^.!?\n]{0,60}(?:free|limit|articles)|unlock (?:this|the full) (?:article|story)|continue reading (?:with|by)|(?:доступн[оаий]|відкрит[оаий])\s(?:лише|тільки|виключно)\s(?:для )?(?:наших )?(?:передплатник|підписник|учасник|членам|за передплат|за підпис)|(?:лише|тільки|виключно) для (?:передплатник|підписник|учасник клубу)|(?:оформіть|оформити|придбайте|купіть) (?:передплат|підписк)|(?:щоб|аби|для того,? щоб) (?:читати далі|прочитати (?:повністю|далі|весь|всю|статтю)|продовжити читання|отримати доступ)|продовжити читання[^.!?\n]{0,40}(?:передплат|підпис)|матеріал (?:за|для) (?:передплат|підпис)|(?:только|доступно) (?:для )?(?:подписчик|по подписке)|оформите подписку|чтобы (?:читать дальше|продолжить чтение))/iu;
const cookieWall =
  /(?:(?:we|our partners|this (?:site|website)) (?:and our partners )?(?:uses?|store|value|process)[^.!?\n]{0,80}(?:cookies|privacy|personal data)|accept (?:all )?(?:cookies)?|before you continue|cookie (?:settings|preferences|policy|consent)|manage (?:your )?(?:consent|preferences|choices)|(?:використову|застосову)[^.!?\n]{0,40}(?:cookie|кукі|куки|файли)|(?:прийняти|погодитис[яь]|дозволити) (?:всі|усі|все|cookie)|цінуємо вашу (?:конфіденційність|приватність)|надайте згоду|использу[^.!?\n]{0,30}(?:cookie|куки)|принять все)/iu;
const parkedDomain =
  /(?:(?:this |the )?(?:domain|website)(?: name)? ?(?:[\p{L}\p{N}.-]{3,60} )?(?:is|may be|has been|was) (?:for sale|parked|expired|available for (?:purchase|sale)|registered (?:at|with|by))|buy this domain|domain (?:parking|for sale|has expired)|parked (?:domain|free|page)|inquire about this domain|make an offer|(?:цей |этот )?домен(?:не ім['’ʼ]?я|ное имя)? (?:[\p{L}\p{N}.-]{3,60} )?(?:продається|припарковано|припаркований|на продаж|вільний|не продовжено|зареєстровано|продаётся|продается|выставлен на продажу|припаркован|истёк|истек|не продлен)|купити (?:цей )?домен|купить (?:этот )?домен|срок регистрации домена|термін (?:дії|реєстрації) домен|web ?site (?:coming soon|is under construction)|default (?:web )?(?:page|site)|welcome to nginx|apache2? (?:debian|ubuntu)? ?default page|it works!$|related searches)/iu;

const notice = 700;
const shortStory = 1_500;
const stub = 350;
const shortNotice = 160;
const almostNothing = 25;

/** "Log in to comment" stands under stories that everybody may read. */
function withoutCommentRules(text: string): string {
  return text.replace(/[^.!?\n]+/g, withoutSurroundings);
}

const commenting = /коментар|комментар|коментува|comment/giu;
const surroundingChars = 120;

function withoutSurroundings(sentence: string): string {
  let kept = '';
  let at = 0;
  for (const { index, 0: word } of sentence.matchAll(commenting)) {
    const end = index + word.length + surroundingChars;
    if (index >= at) kept += `${sentence.slice(at, Math.max(at, index - surroundingChars))} `;
    at = Math.max(at, end);
  }
  return kept + sentence.slice(at);
}

const walls: readonly Wall[] = [
  {
    reason: 'looks like a "page not found" notice',
    test: ({ title, headings, visible }, length) =>
      (length < shortStory &&
        [title, ...headings].some((line) => line.length < 120 && missingPage.test(line))) ||
      (length < stub && visible.length < 6 * notice && missingPage.test(visible)),
  },
  {
    reason: 'looks like an error or maintenance notice',
    test: ({ title, headings, visible }, length) =>
      length < notice &&
      [title, ...headings, visible.slice(0, notice)].some((line) => serverTrouble.test(line)) &&
      visible.length < 4 * notice,
  },
  {
    reason: 'asks whether the reader is a robot, or blocks access',
    test: ({ title, visible }, length) =>
      length < notice && visible.length < 4 * notice && (robotCheck.test(title) || robotCheck.test(visible)),
  },
  {
    reason: 'looks like a parked or empty domain',
    test: ({ title, visible }, length) =>
      length < shortStory &&
      visible.length < 5 * notice &&
      (parkedDomain.test(title) || parkedDomain.test(visible)),
  },
  {
    reason: 'asks the reader to pay or subscribe before the text',
    test: ({ visible, isPaid }, length) =>
      (length < shortStory && payWall.test(visible)) || (isPaid && length < shortStory),
  },
  {
    reason: 'asks the reader to log in',
    // Many sites carry a login form on every page, so it takes a demand, or a page that is nothing else.
    test: ({ title, headings, visible, hasPasswordField }, length) => {
      if (
        length < stub &&
        [title, ...headings].some((line) => loginLabel.test(line) || loginDemand.test(line))
      )
        return true;
      if (length >= shortNotice || visible.length > 3 * notice) return false;
      const text = withoutCommentRules(visible);
      return loginDemand.test(text) || (hasPasswordField && length < almostNothing && loginLabel.test(text));
    },
  },
  {
    reason: 'shows only a cookie or consent notice',
    // A short story under a cookie bar is a story; here the notice is all there is.
    test: ({ title, visible }, length) =>
      length < almostNothing &&
      (cookieWall.test(title) || cookieWall.test(visible)) &&
      visible.length < 4 * notice,
  },
];

/** Why a page waits for a moderator, from all it shows; null for a page like any other. `storyLength` in characters. */
export function wallReason(signs: PageSigns, storyLength: number): string | null {
  return walls.find(({ test }) => test(signs, storyLength))?.reason ?? null;
}

/**
 * Why a page must wait for a moderator instead of being indexed: a soft 404, a login, pay or consent wall, a parked
 * domain, a check for robots. One line for the moderator's card; null for a page like any other.
 */
export function holdReason(page: Page): string | null {
  if (page.suspicion !== undefined) return page.suspicion;
  const visible = page.blocks.map(({ text }) => text).join('\n');
  const headings = page.blocks.filter(({ kind }) => kind === 'heading').map(({ text }) => text);
  const signs = { title: page.title, headings, visible, hasPasswordField: false, isPaid: false };
  return wallReason(signs, visible.length);
}
