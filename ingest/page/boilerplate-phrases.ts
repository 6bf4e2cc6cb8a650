/**
 * What a line of page furniture is about. `related`, `comments` and `tags` head a section; the others stand alone.
 */
export type BoilerplateKind =
  | 'read-more'
  | 'related'
  | 'comments'
  | 'subscribe'
  | 'share'
  | 'cookie'
  | 'copyright'
  | 'tags'
  | 'advertisement'
  | 'credit'
  | 'author'
  | 'error-report'
  | 'donate'
  | 'metadata'
  | 'navigation'
  | 'account';

interface Phrase {
  readonly kind: BoilerplateKind;
  /** Longest line the pattern is believed on; longer ones are sentences that happen to begin alike. */
  readonly maxLength: number;
  readonly pattern: RegExp;
}

// Alternatives of fixed words only: no nested quantifier, so every pattern is linear on hostile text. `\b` knows no
// Cyrillic, so ends of words are spelled out as (?!\p{L}).
const phrases: readonly Phrase[] = [
  {
    kind: 'cookie',
    maxLength: 700,
    pattern:
      /(?:^|[^\p{L}])(?:cookies?|кукі|куки|файл(?:и|ів|ы|ов) cookie)(?!\p{L})|^(?:ми |мы |we )?(?:дбаємо про вашу приватність|цінуємо вашу конфіденційність|value your privacy)|^(?:налаштування приватності|privacy (?:settings|preferences)|manage (?:consent|preferences))/iu,
  },
  {
    kind: 'read-more',
    maxLength: 60,
    pattern:
      /^(?:\[?…?\s?)?(?:чита(?:ти|йте)|дізна(?:тися|йтеся|тись)|детальніше|докладніше|подробиці|більше|перейти до новини|читать|узнать|подробнее|далее|далі|далее|read|learn|find out|see|view|show|continue|load)(?: (?:повністю|далі|більше|все|всі новини|усі новини|повну новину|статтю|новину|дальше|далее|больше|полностью|статью|новость|more|full|the full|all|reading|full story|article|details|news|story|stories|posts))*\s?[.…»›→>]{0,3}$/iu,
  },
  {
    kind: 'related',
    maxLength: 260,
    pattern:
      /^[^\p{L}\p{N}]{0,4}(?:(?:чита|диві|слуха)(?:йте|ться|й|й ще|ти|ітися)|прочита(?:йте|ти)|смотрите|читайте|слушайте)\s(?:ще|також|теж|далі|у нас|більше|на цю тему|по темі|за темою|по теме|так\s?же|также|еще|ещё|такж)(?!\p{L})|^[^\p{L}\p{N}]{0,4}(?:see|read|watch|listen|explore|discover) (?:also|more|next|this next)(?: (?:on|about|from|in|at|by|:)|\s?:|$)|^[^\p{L}\p{N}]{0,4}(?:also|next|further) (?:read|on)(?:ing)?\s?:|^[^\p{L}\p{N}]{0,4}(?:(?:за|по|у|в|на) (?:цю |цією |эту |этой )?тем(?:ою|і|у|е|ы)|до теми|в тему|у тему)\s?:|^[^\p{L}\p{N}]{0,4}(?:related(?: (?:post|story|article|reading|coverage|news|link))?|read|more|see|also)\s?:/iu,
  },
  {
    kind: 'related',
    maxLength: 90,
    pattern:
      /^[^\p{L}\p{N}]{0,4}(?:більше|інші|останні|схожі|актуальні|головні|популярні|свіжі|усі|всі|гарячі|пов['’ʼ]?язані|найпопулярніші|рекомендовані|нові|наші|топ|ще|также|похожие|последние|другие|популярные|главные|все|свежие|связанные)[\s-](?:новин(?:и|а)?|матеріал(?:и|ів)?|статт(?:і|ей)|публікації|записи|теми|пости|новости|новостей|материалы|материалов|статьи|публикации)(?: (?:за темою|по темі|на (?:цю )?тему|по теме|дня|часа|сайту|автора|розділу|рубрики|категорії|регіону|області|україни|світу|за сьогодні|за день|компаній|партнерів|від партнерів|з рубрики|рубрики .{1,30}|з розділу.{0,30}|розділу .{1,30}))?\s?:?$/iu,
  },
  {
    kind: 'related',
    maxLength: 90,
    pattern:
      /^[^\p{L}\p{N}]{0,4}(?:(?:матеріали|статті|новини|ще|більше|публікації|також|материалы|новости|статьи|ещё|еще)\s(?:за|по|на|з|із)\s(?:цією |цю |цим |этой |эту )?тем(?:ою|у|і|ы|е)|(?:за|по|в|у) (?:цією |цій |этой )?тем(?:ою|і|е)|(?:вас |вам )?(?:також |також це )?(?:може|можуть|может|могут) (?:також |вас |вам |бути )?(?:зацікавити|сподобатис[яь]|цікав[оиі]|заинтересовать|понравиться|бути цікав[оиі]|быть интересно)|вам (?:також |може |буде )?(?:цікаво|сподобається)|(?:рекомендуємо|радимо|рекомендуем|советуем)(?: (?:почитати|прочитати|переглянути|також|до читання|прочитать))?|рекомендації(?: для вас)?|популярне(?: (?:за тиждень|зараз|сьогодні|на сайті|за день|за місяць))?|популярное|найчитаніше|найпопулярніше|самое читаемое|тренди|в тренді|зараз читають|сейчас читают|новини (?:партнерів|дня|компаній|регіону|області|за темою|сайту|світу)|новости (?:партнеров|дня)|стрічка(?: новин)?|лента(?: новостей)?|головне(?: (?:за день|сьогодні|зараз|за тиждень|на сайті))?|головні події(?: дня)?|головна новина(?: дня)?|не пропустіть|не пропустите|ще новини|ще цікаве|більше цікавого|інше за темою|(?:ще )?(?:в|у) (?:цій )?рубриці.{0,30}|цікаве(?: (?:на сайті|в мережі|за темою))?|вибір редакції|выбор редакции|актуально|анонси|схоже|дивіться також|(?:відео|фото|цитата|картинка|тема|новина|головна тема) (?:дня|тижня)|видео дня|пов['’ʼ]?язане)\s?:?$/iu,
  },
  {
    kind: 'related',
    maxLength: 70,
    pattern:
      /^[^\p{L}\p{N}]{0,4}(?:related(?: (?:articles?|stor(?:y|ies)|content|news|posts?|links?|topics?|reading|coverage|pages|publications|resources|documents))?|more (?:(?:on|from|about|in|like) (?:this|the|our|us|[\p{L}\p{N} ]{1,30})|stories|news|articles|headlines|coverage)|(?:you (?:may|might) (?:also )?(?:like|enjoy|be interested in)|you may have missed|recommended(?: (?:for you|stories|reading|articles|posts))?|(?:most|top|latest|trending|popular|featured|recent|editor['’]?s)(?: (?:read|popular|viewed|shared|news|stories|articles|posts|headlines|now|updates|picks?))?|don['’]?t miss|what to read next|up next|next article|from our partners|sponsored(?: content| links)?|around the web|in other news|elsewhere on the web|keep reading|explore more|what['’]s new|promoted(?: content)?))\s?:?$/iu,
  },
  {
    kind: 'comments',
    maxLength: 120,
    pattern:
      /^(?:\d{1,5}\s)?(?:коментар(?:і|ів|ії|ь)|комментари(?:и|ев|й)|comments?)\s?(?:\(?\d{0,5}\)?|на сайті|читачів|користувачів|читателей|до новини|до статті|від користувачів|facebook|disqus)?\s?:?$|^(?:обговорення|відгуки|обсуждение|discussion|responses?|replies)\s?\(\d{1,5}\)$/iu,
  },
  {
    kind: 'comments',
    maxLength: 160,
    pattern:
      /^(?:(?:залишити|додати|написати|показати|всі|усі|ваш|оставить|добавить|показать|залиште|напишіть)\s(?:свій |новий )?(?:коментар|комментари|відгук$|відповідь$|отзыв$)|(?:leave|write|post|add) (?:a |your )?(?:reply|comment|response)|(?:увійдіть|авторизуйтесь|зареєструйтесь|войдите|log in|sign in|login|you must be logged in|щоб|чтобы|to)[^.!?]{0,60}(?:коментува|комментир|коментар|to (?:post|leave|write|add|join)|comment)|join the (?:conversation|discussion)|(?:коментувати|комментировать|відповісти|ответить|reply)$|(?:коментарі|comments) (?:закрит|вимкнен|are closed|are off|відсутні)|(?:коментарів|комментариев) (?:поки |пока )?(?:немає|нет)|no comments|be the first to comment)/iu,
  },
  {
    kind: 'subscribe',
    maxLength: 320,
    pattern:
      /^[^\p{L}\p{N}]{0,4}(?:підпис(?:уйтес[ья]|уйся|атис[яь] на|ка на|уйтесь)|підпишіт(?:ься|ся)|підписатис[яь]$|подпис(?:ывайтесь|аться на|ка на|ывайся)|подпишитесь|(?:приєднуйтес[ья]|долучайтес[ья]|присоединяйтесь) (?:до|к) (?:нас|наш|спільноти|нам|telegram|телеграм|facebook|канал)|(?:слідкуйте|стежте|следите) за (?:нами|нашими|новинами|оновленнями|подіями|обновлениями)|читайте (?:нас|нашу|наш|наші|новини)|ми (?:в|у|є в|є у) (?:telegram|facebook|соц|viber|телеграм|google|instagram|whatsapp|twitter|фейсбук)|наш(?:і)? (?:telegram|телеграм|facebook|канал|сторінк|соцмереж|соціальні)|отримуйте (?:новини|найважливіш|свіжі|дайджест|сповіщення|першими|щоденн)|(?:завжди )?будьте в курсі|хочете (?:першими|бути в курсі|отримувати|дізнаватис)|(?:швидкі|більше|оперативні|усі|всі|головні) новин(?:и)?[\s—–-]{1,3}(?:в|у|на) (?:нашому|telegram|телеграм|google|viber|whatsapp|facebook|канал)|новини (?:в|у) (?:telegram|телеграм|google|viber)|розсилка|email[- ]розсилка|дайджест новин|(?:щоденна|тижнева|щотижнева|наша) розсилка|ваш(?:а)? (?:email|e-mail|електронна)|(?:введіть|вкажіть|залиште) (?:ваш|свій|свою|email|e-mail|електронн)|рассылка|subscribe|sign up (?:for|to) (?:our|the|a|free|daily|weekly|email|news|receive|get)|sign up$|follow (?:us|our|me)|join (?:us|our)|newsletter|get (?:the|our|all the|more|breaking|daily|updates|alerts|news)[^.]{0,60}(?:inbox|newsletter|email|alerts|updates|app|news)|stay (?:informed|up to date|connected|in touch|updated)|enter your e-?mail|your e-?mail|daily (?:digest|newsletter|briefing)|never miss|connect with us|download our app|thank you for subscribing)/iu,
  },
  {
    kind: 'subscribe',
    maxLength: 260,
    pattern:
      /(?:підпи(?:суйтес|шіть)|подпи(?:сывайтес|шитес)|приєднуйтес|долучайтес|читайте нас|subscribe|sign up|follow us)[^.!?]{0,80}(?:telegram|телеграм|facebook|фейсбук|viber|вайбер|whatsapp|instagram|інстаграм|youtube|google|twitter|канал|розсилк|рассылк|newsletter|сторінк|соцмереж|соціальних мереж)/iu,
  },
  {
    kind: 'subscribe',
    maxLength: 160,
    pattern:
      /(?:^|[^\p{L}])(?:у|в|на|до) наш(?:ому|его|ого|ем) (?:telegram|телеграм|viber|вайбер|facebook|фейсбук|youtube|instagram|інстаграм|каналі|канале|чаті|каналу|чат[- ]бот)|^(?:завантажуйте|завантажте|встановіть|встановлюйте|скачайте|установите) (?:наш|мобільний|мобильный|офіційний)[^.!?]{0,20}(?:застосунок|додаток|приложение)|^(?:увімкн(?:ути|іть)|дозвол(?:ити|ьте)|отримувати|включить|разрешить|enable|turn on|allow|get) (?:push[- ])?(?:сповіщення|уведомления|notifications)/iu,
  },
  {
    kind: 'share',
    maxLength: 90,
    pattern:
      /^[^\p{L}\p{N}]{0,4}(?:(?:поділи(?:тис[яь]|тесь|ться|вс[яь])|поширити|поширте|поділіться|поделиться|поделитесь|share)(?:$|\s?[:|]|\s(?:(?:цією |цим |этой |this |the )?(?:у|в|на|через|з друзями|із друзями|с друзьями|on|via|with|by|this|new?s|article|story|page|post|link|новин|статт|матеріал|сторінк|публікаці|новость|статьей|facebook|telegram|twitter|viber|fb|x)(?!\p{L}).{0,50})$|\s(?:новиною|статтею|матеріалом|сторінкою|публікацією|новостью|статьей)(?!\p{L}).{0,40}$)|(?:sharing is caring!?|розповісти друзям|расскажите друзьям|tweet(?: this)?|retweet|pin it|e-?mail this.{0,20}|send (?:to|by) (?:a friend|e-?mail)|copy (?:the )?link|(?:копіювати|скопіювати|скопировать|копировать) (?:посилання|лінк|ссылку)|(?:надіслати|відправити|отправить) (?:другу|друзям|на e-?mail|на пошту|поштою)|(?:надрукувати|роздрукувати|распечатать)(?: .{0,20})?|друкувати|друк|версія для друку|роздруківка|версия для печати|печать|print(?: (?:this|page|version|article|friendly).{0,15})?|зберегти|(?:додати )?в закладки|bookmark|save (?:for later|article|this)|завантажити (?:у )?pdf|download pdf)$)|^(?:facebook|фейсбук|telegram|телеграм|twitter|viber|whatsapp|linkedin|messenger|instagram|youtube|x|fb|rss|email|e-mail)(?:[\s,|·•/]{1,4}(?:facebook|фейсбук|telegram|телеграм|twitter|viber|whatsapp|linkedin|messenger|instagram|youtube|x|fb|rss|email|e-mail|pinterest|copy link|print)){0,12}$/iu,
  },
  {
    kind: 'copyright',
    maxLength: 600,
    pattern:
      /^[^\p{L}\p{N}]{0,3}(?:©|copyright\s|\(c\)\s?(?:19|20)\d\d)|^(?:19|20)\d\d\s?(?:[-–]\s?(?:19|20)\d\d)?\s?©|(?:всі|усі|все) права (?:захищен|застережен|защищен|охорон)|all rights reserved|^(?:будь-яке |повне |повний |повне або часткове |любое )?(?:передрук|перепечатка|копіювання|відтворення|републікація|цитування|використання (?:матеріалів|будь-яких матеріалів|інформації)|использование материалов|копирование)[^.]{0,200}(?:дозвол|заборон|посилан|гіперпосил|разреш|запрещ|ссылк|лише|тільки)|^при (?:використанні|передруці|цитуванні|копіюванні|использовании|перепечатке|цитировании)|^(?:матеріали|статті|новини)[^.]{0,120}(?:на правах реклами|публікуються на правах|позначен[іо])|^(?:редакція|редакция|адміністрація сайту|думка редакції)[^.]{0,80}(?:не несе|може не|не поділя|не відповіда|не несет|не завжди|не обов)|^(?:суб['’ʼ]?єкт у сфері|ідентифікатор (?:медіа|онлайн-медіа)|свідоцтво про (?:державну )?реєстрацію|свидетельство о регистрации)|^(?:весь контент|увесь контент|контент) доступн|creative commons|republish(?:ed|ing)? (?:this|our|with)|this material may not be (?:published|reproduced)/iu,
  },
  {
    kind: 'tags',
    maxLength: 400,
    pattern:
      /^[^\p{L}\p{N}]{0,3}(?:тег(?:и)?|тэги|мітки|метки|ключові слова|ключевые слова|рубрик(?:а|и)|категорі(?:я|ї)|категори(?:я|и)|теми|tags?|tagged(?: with| as| in)?|keywords|topics?|categor(?:y|ies)|filed under|posted in|розділ|хештеги|hashtags?)\s?(?::|—|–|$)|^#[\p{L}\p{N}_]{2,40}(?:[\s,]{1,3}#[\p{L}\p{N}_]{2,40}){0,20}$/iu,
  },
  {
    kind: 'advertisement',
    maxLength: 90,
    pattern:
      /^[^\p{L}\p{N}]{0,3}(?:реклама|рекламний блок|рекламное объявление|на правах реклами|на правах рекламы|партнерськ(?:ий|а|і) (?:матеріал|проєкт|проект|новини|публікація)|спецпроє?кт|промо|advertis(?:e)?ment|advert|advertising|ads? by|sponsored|promoted|paid (?:content|post)|continue reading below|article continues (?:below|after)|story continues|scroll to continue|реклама на сайті|розмістити рекламу|замовити рекламу)(?!\p{L})/iu,
  },
  {
    kind: 'credit',
    maxLength: 200,
    pattern:
      /^[^\p{L}\p{N}]{0,4}(?:(?:головне |ілюстративне |архивное |архівне )?фото(?:графії|графія|ілюстрація|колаж)?|світлин[аи]|ілюстраці(?:я|йне фото|йне зображення)|иллюстрация|зображення|знімок|скриншот|скріншот|інфографіка|відео|видео|колаж|обкладинка|photos?|pictures?|images?|video|credit|photo credit|image credit|photograph|illustration|screenshot|cover (?:photo|image))\s?[/:©|]/iu,
  },
  {
    kind: 'credit',
    maxLength: 80,
    pattern:
      /^[^\p{L}\p{N}]{0,4}(?:(?:фото|світлин[аи]|відео|видео|photos?|images?|video|picture)\s(?:by|courtesy|credit|via|з|із|від|из|from|зі|надан[оі]|ілюстративне|иллюстративное|автора|прес-служб[аи]|пресслужб[аи])(?!\p{L})|(?:ілюстративне|архівне|иллюстративное|архивное|file|stock) (?:фото|зображення|изображение|photo)|(?:getty images|reuters|afp|ap photo|epa|unsplash|pexels|shutterstock|depositphotos)(?:$|\s?[/,|:]))/iu,
  },
  {
    kind: 'author',
    maxLength: 90,
    pattern:
      /^(?:автор(?:ка|и)?(?: статті| тексту| матеріалу| публікації)?|підготува(?:в|ла|ли)|журналіст(?:ка)?|редактор(?:ка)?|текст|кореспондент(?:ка)?|переклад|written by|reported by|reporting by|editing by|edited by|story by|words by|posted by|published by|by-?line|author|about the author|про автор(?:а|ку)|об авторе|(?:всі|усі) (?:матеріали|статті|публікації|новини) (?:автора|авторки).{0,30}|більше (?:від|про) автора)(?:\s?:|$)/iu,
  },
  {
    kind: 'author',
    maxLength: 70,
    pattern:
      /^(?:Автор(?:ка)?|Журналіст(?:ка)?|Редактор(?:ка)?|Текст|Кореспондент(?:ка)?|Підготував|Підготувала|Written by|Reporting by|Editing by|By|BY) \p{Lu}[\p{L}'’ʼ.-]{1,20} \p{Lu}[\p{L}'’ʼ.-]{0,20}(?:[ ,|•·/-].{0,30})?$/u,
  },
  {
    kind: 'author',
    maxLength: 220,
    pattern:
      /^\(?(?:[Rr]eporting|[Ee]diting|[Ww]riting|[Aa]dditional reporting|[Rr]eported|[Ee]dited|[Cc]ompiled|REPORTING|EDITING) (?:by|BY) \p{Lu}/u,
  },
  {
    kind: 'error-report',
    maxLength: 260,
    pattern:
      /ctrl\s?\+\s?enter|^(?:якщо (?:ви|ти) (?:помітили|знайшли|побачили)|(?:ви )?(?:помітили|знайшли|побачили) (?:помилку|неточність|орфограф)|повідомити про помилку|нашли ошибку|если вы (?:нашли|заметили)|заметили ошибку|сообщить об ошибке|виділіть (?:її|текст|помилку)|found (?:a|an) (?:mistake|typo|error)|spotted (?:a|an) |report (?:a|an) (?:error|mistake|typo|problem|correction)|see (?:a|an) (?:mistake|error|typo)|did you (?:notice|find|spot) )/iu,
  },
  {
    kind: 'donate',
    maxLength: 320,
    pattern:
      /^[^\p{L}\p{N}]{0,4}(?:підтримай(?:те)? (?:нас|редакцію|наш|сайт|видання|медіа|незалежн|журналіст|роботу редакції)|підтримати (?:нас|редакцію|нашу|наше|сайт|видання|медіа|незалежн)|поддержи(?:те)? (?:нас|редакцию|наш)|поддержать (?:нас|редакцию)|допоможіть (?:нам|редакції)|стан(?:ьте|ь) (?:патрон|частиною спільноти|учасник(?:ом|цею)? (?:клубу|спільноти)|нашим|членом клубу|другом)|ста(?:ти|нь) (?:патроном|спонсором)|ви можете (?:нас )?підтримати|задонатити|донат на редакцію|пригостити (?:нас|редакцію)|support (?:us|our|independent (?:journalism|media)|the (?:site|newsroom))|donate(?: now| today|$)|become (?:a|an|our) (?:member|patron|supporter|subscriber)|make a (?:donation|contribution|gift)|give now|buy (?:us|me) a coffee|help us (?:keep|continue|tell|report)|your (?:support|donation) (?:helps|keeps|makes)|thank you for reading)/iu,
  },
  {
    kind: 'metadata',
    maxLength: 120,
    pattern:
      /^(?:(?:кількість )?(?:перегляд(?:ів|и)?|просмотр(?:ов|ы)|views?|прочитан(?:ь|о)|читань|hits)\s?:?\s?\d[\d\s.,кkтис]{0,10}$|\d[\d\s.,]{0,10}[кk]?\s?(?:перегляд(?:ів|и)?|просмотр(?:ов|а)?|views?|shares?|likes?|вподобан(?:ь|ня)|поширень|читань|reads?)$|(?:час|время) (?:читання|на читання|прочитання|чтения)|(?:reading|read) time|\d{1,2}\s?(?:хв|хвилин[иа]?|мин|min(?:ute)?s?)\.?\s?(?:читання|на читання|чтения|read)|читати \d{1,2} хв|(?:опубліковано|оприлюднено|опублікована|оновлено|дата (?:публікації|оновлення|створення)|опубликовано|обновлено|дата публикации|published|posted|updated|last (?:updated|modified|reviewed)|date|modified|дата|створено|розміщено|змінено)(?: on| at|:|\s\d|$)|(?:сьогодні|вчора|сегодня|вчера|today|yesterday),?\s?(?:о|об|в|at)?\s?\d{1,2}:\d\d$|(?:оцініть|оцінити|рейтинг|оцените|rate this|rating|rating:|голосів|проголосувало|was this (?:page|article|information)? ?(?:helpful|useful)|чи була (?:ця )?(?:інформація|сторінка|стаття) корисн|вам сподобал|понравилась статья|did you like|сторінка корисна|джерело фото|источник фото)|\d{1,2}:\d\d$|\d{1,2}[./]\d{1,2}[./](?:19|20)?\d\d(?:,?\s(?:о\s)?\d{1,2}:\d\d)?$)/iu,
  },
  {
    kind: 'navigation',
    maxLength: 70,
    pattern:
      /^[^\p{L}\p{N}]{0,4}(?:головна|на головну|главная|home(?:page)?|back(?: to .{1,30})?|назад(?: до .{1,30})?|до списку.{0,20}|повернут[иь]с[яь].{0,25}|вернуться.{0,25}|вгору|нагору|наверх|догори|back to top|scroll to top|top|next(?: post| page| article)?|prev(?:ious)?(?: post| page| article)?|попередн(?:я|ій)(?: новина| стаття| запис| сторінка| матеріал)?|наступн(?:а|ий)(?: новина| стаття| запис| сторінка| матеріал)?|предыдущ(?:ая|ий)(?: новость| статья| запись)?|следующ(?:ая|ий)(?: новость| статья| запись)?|skip to (?:main )?content|перейти до (?:основного )?(?:вмісту|контенту|змісту)|перейти к (?:основному )?содержанию|search|пошук(?: по сайту)?|поиск(?: по сайту)?|menu|меню|close|закрити|закрыть|контакти|контакты|contacts?|contact us|about(?: us)?|про нас|о нас|про (?:сайт|видання|проєкт)|карта сайту|мапа сайту|карта сайта|site ?map|privacy(?: policy| notice)?|політика конфіденційності|політика приватності|политика конфиденциальности|умови (?:користування|використання)|правила (?:користування|сайту|використання)|угода користувача|пользовательское соглашение|terms(?: of (?:use|service)| (?:and|&) conditions)?|редакційна політика|accessibility(?: statement)?|для людей із порушенням зору|версія для слабозорих|людям із порушенням зору|звичайна версія сайту|english|українська|русский|укр|eng|рус|ua|en|ru|мова сайту|language|a\s?-\s?a\s?\+|ви тут|you are here|вы здесь|зміст|table of contents|contents|on this page|jump to|quick links|корисні посилання|show (?:more|less|all)|показати (?:більше|ще|всі|усі)|згорнути|розгорнути|показать (?:еще|ещё|больше)|завантажити (?:ще|більше)|load more|слухати(?: новину| статтю)?|listen(?: to (?:this )?article)?|прослухати|свернуть|всі новини|усі новини|all news|більше новин)\s?[:»›→>]?$/iu,
  },
  {
    kind: 'metadata',
    maxLength: 90,
    pattern:
      /^(?:погода (?:у|в|на|сьогодні)|курс (?:валют|долара|євро|нбу|гривні)|прогноз погоди|погода(?:$|\s?:)|weather(?:$|\s?:| (?:in|today))|exchange rates?$)|^(?:usd|eur|pln|gbp|chf|btc|\$|€)[\s:/|]{1,3}\d[\d.,]{0,9}(?:\s?(?:грн|uah|₴|[+-]\s?\d[\d.,]{0,6}))?(?:\s?[/|,;].{0,40})?$|^(?:телефон (?:редакції|редакции)|контакти редакції|пишіть нам|напишіть нам|зв['’ʼ]яжіться з нами|рекламний відділ|відділ реклами|реклама на сайті|пишите нам|write to us|contact the (?:newsroom|editors))/iu,
  },
  {
    // Language switches and breadcrumbs. Angle signs also close quotations, so they need space on both sides.
    kind: 'navigation',
    maxLength: 300,
    pattern:
      /^(?:укр|ukr|ua|uk|eng|en|рус|rus|ru|pl|de|fr|українська|english|русский)(?:[\s/|·,]{1,3}(?:укр|ukr|ua|uk|eng|en|рус|rus|ru|pl|de|fr|українська|english|русский)){1,6}$|^(?:головна(?: сторінка)?|главная|home)\s?[>›→/|»]\s?[^.!?]{2,250}$|^(?:[^\n>›»«.]{2,60}\s[>›»→]\s){2,6}[^\n>›»«.]{2,120}$/iu,
  },
  {
    kind: 'account',
    maxLength: 120,
    pattern:
      /^(?:(?:увійти|вхід|вийти|зареєструватис[яь]|реєстрація|войти|вход|регистрация|зарегистрироваться|log ?(?:in|out)|sign ?(?:in|out)|register|create (?:a |an )?(?:free )?account|my account|особистий кабінет|мій профіль|ім['’ʼ]?я користувача|username|пароль|password)(?:\s?[/|:]\s?.{0,40}|\s(?:на сайт|через|або|або зареєструватис[яь]|до кабінету|в кабінет|with|or|to your|using|for free|now).{0,60})?|(?:забули пароль|забыли пароль|forgot (?:your )?password).{0,20})$/iu,
  },
  {
    // The foot of newsletters and what print views add.
    kind: 'subscribe',
    maxLength: 300,
    pattern:
      /^(?:you(?:['’]re| are)? (?:receiving|received|receive|getting|get) this (?:e-?mail|newsletter|message)|(?:to )?unsubscribe(?: |$)|update (?:your )?(?:email )?preferences|view (?:this )?(?:e-?mail|newsletter|it) in (?:your |a )?browser|ви отримали цей лист|ви отримуєте (?:цей лист|цю розсилку|це повідомлення)|щоб відписатис[яь]|відписатис[яь](?: |$)|отписаться(?: |$)|переглянути (?:лист )?у браузері)/iu,
  },
  {
    kind: 'metadata',
    maxLength: 200,
    pattern:
      /^(?:адреса (?:сторінки|публікації|матеріалу|статті)|постійна адреса|надруковано|роздруковано|адрес страницы|распечатано|printed (?:on|from)|page address|source url|url)\s?:/iu,
  },
];

/** What kind of page furniture a line is, or null for text. Meant for one block, not for a document. */
export function boilerplateKind(line: string): BoilerplateKind | null {
  const text = line.length > 800 ? '' : line.trim();
  if (text === '') return null;
  for (const { kind, maxLength, pattern } of phrases) {
    if (text.length <= maxLength && pattern.test(text)) return kind;
  }
  return null;
}

// "планували збільшувати й далі" is a sentence; the invitation follows a cut, a full stop, or is two words long.
const readMoreEnd =
  /(?:(?:…|\.{2,3}|[.!?»"”]|\]|\s)\s?[[(]?(?:чита(?:ти|йте) (?:більше|далі|повністю|детальніше|ще|все)|читать (?:далее|дальше|больше|полностью|ещё|еще)|read (?:more|full story|the full story|the rest|full article)|continue reading|full story)|(?:…|\.{2,3}|[.!?»"”]\s)\s?[[(]?(?:дізнатися більше|узнать больше|докладніше|детальніше|подробнее|learn more|find out more|view more|see more)|(?:…|\.{3}|\.\.)\s?[[(]?(?:далі|далее|більше|more))\s?[\])]?\s?[.…»›→>]{0,3}$/iu;

/** Whether a line ends like a teaser: cut short, or with an invitation to read on. */
export function endsLikeTeaser(line: string): boolean {
  const tail = line.trim().slice(-60);
  return /(?:…|\.\.\.|\[…\]|\[\.\.\.\]|…\s?[»”"])$/.test(tail) || readMoreEnd.test(tail);
}

/** Whether a line ends with an invitation to read on, which no sentence of an article does. */
export function endsWithReadMore(line: string): boolean {
  const tail = line.trim().slice(-60);
  return readMoreEnd.test(tail) || boilerplateKind(tail) === 'read-more';
}
