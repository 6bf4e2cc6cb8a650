# Речення бота українською. Ключі ті самі, що в en.ftl.

emergency = ⚠️ Знайшли щось схоже на міну чи снаряд? Не торкайтеся й не рухайте, відійдіть, попередьте інших і здалеку телефонуйте 101 або 102.

start =
    Я відповідаю на запитання про допомогу Україні з розмінуванням: хто допомагає, чим, на яку суму й коли.
    У кожній відповіді дослівні цитати з джерел із датою та посиланням. Якщо в моїх джерелах цього немає, я так і скажу.

    Просто напишіть запитання, наприклад:
    • Які машини розмінування передала Японія?
    • Скільки коштів зібрала коаліція з розмінування?
    • Як отримати компенсацію за розмінування поля?

    /help — що я вмію
start-evidence-missing = Цього фрагмента в моїх джерелах немає або його вилучено. Напишіть запитання, і я знайду потрібне.

help =
    Напишіть запитання звичайними словами, українською, англійською чи російською. Можна уточнювати: «а Литва?» після запитання про Японію.

    Під відповіддю:
    • «Докази» — уривок джерела з контекстом, датами й посиланням;
    • 👍 і 👎 — чи допомогла відповідь; хто голосував, не зберігається.

    У групі звертайтеся до мене через @{ $username }, відповіддю на моє повідомлення або командою /ask.
    Виправите запитання — я виправлю відповідь.

    Команди:
    { $commands }

ask-usage = Напишіть запитання після команди, наприклад: /ask Скільки міношукачів передала Японія?
ask-too-long = Запитання задовге: { $length } знаків, а можна { $max }. Напишіть його коротше.
ask-failed = Пошук зараз не працює, тому відповіді немає. Це не означає, що в джерелах нічого немає. Спробуйте за кілька хвилин.
media-help =
    Я не розпізнаю предмети на фото, у відео чи файлах і не можу сказати, чи вони безпечні. Я відповідаю на текстові запитання про допомогу з розмінуванням.
unsupported-help = Я розумію лише текст. Напишіть запитання словами, наприклад: «Хто навчає саперів?»

button-evidence = 📄 Докази
button-evidence-number = 📄 { $n }
button-original = Оригінал ↗
button-original-number = Оригінал { $n } ↗
button-up = 👍
button-down = 👎
button-follow = 🔔 Стежити за темою
button-tell-me = 🔔 Повідомити, коли буде відповідь
button-copy = 📎 Збережена копія
button-expired = Ця кнопка вже не діє. Поставте запитання ще раз.
button-expired-source = Ця кнопка вже не діє. Що є зараз, показує /sources.
button-repeated = Уже зроблено.

evidence-title = Доказ { $n }
evidence-passage = Фрагмент джерела
evidence-published = опубліковано { $date }
evidence-undated = без дати
evidence-fetched = Отримано { $date }
evidence-language = мова: { $language }
evidence-version = версія { $number } з { $count }
evidence-old-version = Сторінка відтоді змінилася: це версія { $number } з { $count }.
evidence-page = сторінка { $page }
evidence-brief = Це наш короткий переказ сторінки, а не її дослівний текст.
evidence-unreviewed = Джерело ще не перевірене модераторами.
evidence-vanished = Сторінки більше немає за цією адресою. Можна взяти збережену копію.
evidence-retracted = Модератори вилучили цей документ, тому його текст не показую.
evidence-original = Відкрити оригінал
evidence-share = Посилання на цей доказ
evidence-missing = Цього фрагмента вже немає в моїх джерелах.
evidence-copy-caption = Збережений текст. Цитату позначено >>> і <<<.
language-name-uk = українська
language-name-en = англійська
language-name-ru = російська
language-name-ja = японська
language-name-und = невідома

vote-thanks = Дякую!
vote-why = Що не так?
reason-wrong = Неправильно
reason-outdated = Застаріло
reason-off-topic = Не про те
reason-source = Сумнівне джерело
reason-back = ← Назад
reason-thanks = Дякую, це побачать модератори. Хто написав, не зберігається.

language-choose = Якою мовою мені говорити? Цитати завжди лишаються мовою джерела.
language-uk = Українська
language-en = English
language-done = Далі говоритиму українською.
language-admins-only = Мову цього чату обирають лише його адміністратори.

privacy =
    Що я зберігаю:
    • номер чату й вибрану мову, зашифровано, якщо ви щось налаштували або отримали відповідь із кнопками;
    • для кнопок під відповідями: які цитати й повідомлення до них належать, зашифровано, 30 днів;
    • 👍 і 👎 без імені та номера, лише однобічний ключ, щоб рахувати один голос;
    • які джерела ви запропонували, щоб сказати, що з ними стало, зашифровано, 90 днів;
    • підписки: теми, запитання, якщо ви його зберегли, години, часовий пояс, зашифровано, поки ви їх не скасуєте;
    • запитання, на які немає відповіді в джерелах, без жодних відомостей про того, хто запитав.
    Текст ваших запитань не потрапляє в журнали й стирається, щойно відповідь надіслано. Попереднє запитання тримаю в пам'яті 30 хвилин, щоб зрозуміти уточнення.
    Ключ шифрування лежить окремо від бази. У резервних копіях стерте може лишатися зашифрованим до 30 днів.
    Повідомлення йдуть через Telegram, який бачить їх за власними правилами.

    Стерти все про себе: /deletemydata
delete-ask = Стерти все, що я зберігаю про цей чат: мову, підписки, кнопки під відповідями, ваші голоси? Повернути не можна.
delete-yes = Стерти
delete-no = Не треба
delete-done = Стерто. Старі кнопки під відповідями більше не діють.
delete-kept = Добре, нічого не стираю.
delete-private-only = Напишіть /deletemydata мені особисто: у групі я не знаю, чиї дані стирати.

limit-questions = Забагато запитань за хвилину. Зачекайте трохи й спитайте знову.
limit-busy = Зараз дуже багато запитань, і черга повна. Спитайте, будь ласка, за кілька хвилин.
error = Щось зламалося з мого боку. Спробуйте, будь ласка, ще раз за хвилину.

command-ask = поставити запитання
command-help = що я вмію
command-language = мова бота
command-privacy = що зберігається
command-deletemydata = стерти мої дані

kind-machines = машини
kind-money = гроші
kind-training = навчання
kind-statistics = статистика
kind-law = закони
kind-compensation = компенсації
topics-all = усі теми

digest-heading = 🗞 Нове: { $topics } ({ $count })
digest-more-heading = 🗞 Далі: { $topics } ({ $count })
digest-preview = 🗞 Нове за тиждень: { $topics }
digest-preview-old = За тиждень нового немає: { $topics }. Ось останнє з моїх джерел, щоб ви бачили, який вигляд має дайджест.
digest-nothing = У моїх джерелах поки немає нічого про це: { $topics }.
digest-older = До джерел також додано старіших документів: { $count }. Вони доступні через запитання.
digest-updated = Змінилося: { $before } ({ $publisher }, { $date }) → { $after }
digest-corrected = Виправлено на сторінці: { $before } → { $after }
digest-disputed = Джерела розходяться: { $after } проти { $before } ({ $publisher }, { $date })
digest-brief = стислий виклад
digest-unreviewed = джерело на перевірці
digest-reprints = ще видань: { $count }
digest-evidence = доказ
digest-more = Ще { $count } ▸
digest-chart = 📊 За донорами
digest-change = ⚙️ Змінити
digest-leave = 🔕 Відписатися
digest-subscribe = 🔔 Отримувати такі дайджести
digest-no-chart = Тут немає донорів, яких можна порахувати.
chart-title = Новини за донорами: { $topics }
chart-others = інші донори
chart-footer = Опубліковано { $period } · подій: { $count }

sub-title-draft = 📝 Нова підписка (ще не діє)
sub-title-active = 🔔 Підписка діє
sub-title-paused = ⏸ Підписку призупинено
sub-hint = Змінюйте кнопками або напишіть словами, наприклад: /subscribe щопонеділка о 9 про Японію і Харківщину
sub-screen-donors = Оберіть донорів. Інших можна назвати словами: /subscribe щотижня про Естонію
sub-screen-oblasts = Оберіть області.
sub-screen-kinds = Про що новини?
sub-screen-times = Як часто й коли?
sub-screen-zones = Ваш часовий пояс. Іншого немає в списку? Напишіть його: /subscribe щодня о 9 Asia/Tbilisi
sub-screen-quiet = У які години не турбувати?
sub-donors = Донори
sub-oblasts = Області
sub-kinds = Види
sub-official = лише офіційні джерела
sub-question = ❓ лише те, що відповідає на моє запитання
sub-no-question = Тут немає запитання, до якого це додати. Напишіть його після команди: /subscribe щотижня Скільки міношукачів дала Японія?
sub-match-any = Будь-яка з тем
sub-match-all = Усі теми разом
sub-times = 🕘 Коли
sub-zones = 🌍 Пояс
sub-quiet-hours = 🌙 Тиша
sub-quiet = тиша { $from }–{ $to }
sub-quiet-off = без тиші
sub-digest-language = 🌐 Мова дайджесту: { $language }
sub-next = Наступний дайджест: { $when }, якщо буде нове
sub-known = Така підписка вже була, тож другої не роблю: діє ця.
sub-gone = Цієї підписки вже немає. Нова: /subscribe
sub-no-right = Я ще не можу писати в той чат. Додайте мене адміністратором із правом публікувати й повторіть.
sub-instant = одразу
sub-daily = щодня
sub-weekly = щотижня
sub-start = ✅ Підписатися
sub-pause = ⏸ Пауза
sub-resume = ▶️ Увімкнути
sub-back = ← Назад
sub-done-start = Підписано. Коли нового немає, я мовчу.
sub-done-pause = Призупинено. Те, що з'явиться за цей час, не надсилатиму.
sub-done-resume = Знову діє.
sub-left = Підписку скасовано.
sub-list = Ваші підписки:
sub-none = Підписок немає. Створити: /subscribe
sub-too-many = Підписок уже десять, більше не можна. Зайву скасуйте: /subscriptions
sub-admins-only = Підписками цього чату керують лише його адміністратори.
sub-no-chat = Не знаходжу такого каналу чи групи. Додайте мене туди адміністратором і перевірте назву.
sub-not-understood = Не вдалося зрозуміти, про що підписка. Оберіть кнопками або напишіть, наприклад: /subscribe щодня про машини
day-mon = Пн
day-tue = Вт
day-wed = Ср
day-thu = Чт
day-fri = Пт
day-sat = Сб
day-sun = Нд

command-subscribe = підписатися на новини теми
command-subscriptions = мої підписки
command-digest = що нового (попередній перегляд)

# Джерела, документи й ролі.

denied-role = Це можуть лише модератори. А запропонувати джерело можете й ви: /addsource і посилання.
denied-place = Такі розпорядження я приймаю лише особисто від вас, у нашому приватному чаті.

addsource-usage = Надішліть посилання після команди, наприклад: /addsource https://dsns.gov.ua/ — або просто надішліть посилання, допис із посиланням чи файл PDF, DOCX, HTML або TXT.
addsource-no-address = Не бачу тут вебадреси, яка могла б бути джерелом. Вона починається з https:// і не веде в Telegram.
addsource-no-file = Не вдалося отримати цей файл із Telegram. Надішліть його ще раз як документ: PDF, DOCX, HTML або TXT.
addsource-other-format = Таких файлів я не читаю. Збережіть його як PDF чи DOCX і надішліть ще раз; HTML і TXT теж підійдуть.
addsource-too-large = Файл завеликий: можу взяти до { $max } МБ.
addsource-no-room = Місця для файлів зараз немає. Надішліть посилання на файл або приходьте за кілька днів.
addsource-limit = Дякую! На сьогодні пропозицій уже { $max }. Приходьте завтра.
addsource-full = Дуже багато пропозицій чекає на модераторів. Спробуйте за кілька днів.
addsource-known = Дякую! Це джерело я вже знаю.
addsource-unwanted = Модератори вирішили не брати це джерело. Причина: { $reason }
addsource-terminal = З термінала: npm run -s sources -- add { $url }
no-reason-given = не вказано

card-status = { $status }
card-second = 🏛 Запропоновано як офіційне: має погодитися ще один модератор.
card-unchecked = На це джерело ще ніхто не дивився. Натисніть «Перевірити».
card-look-failed = Перевірити джерело не вдалося: { $reason } Можна спробувати ще раз.
card-looking = ⏳ Дивлюся на джерело…
card-looking-progress = ⏳ Дивлюся на джерело… { $progress }
card-fetching = ⏳ Отримую матеріали…
card-fetching-progress = ⏳ Отримую матеріали… { $progress }
progress-reading = Відповідь є, читаю.
progress-page = Сторінка-зразок { $number } з { $count }.
progress-pages = Сторінок: { $count }.
card-worker-late = ⏳ У черзі: та частина мене, що отримує сторінки, зайнята або не працює.
card-kind = { $kind } · документів: { $documents }
card-schedule = Отримую { $every }
card-held = ⚠️ Відкладено, бо не схоже на статті: { $count }. Див. /document
card-error = ⚠️ { $reason }
card-problem = ⛔ { $reason }
card-warning = ⚠️ Це не схоже на статтю. { $reason } Такі сторінки відкладаю, а не цитую.
card-look-alike = ⚠️ Адреса { $host } може вдавати із себе { $known }: { $reason }.
look-alike-same-look = має такий самий вигляд, але записана іншими літерами
look-alike-moved-dots = відрізняються лише крапки чи дефіси
look-alike-same-beginning = лише починається з цієї назви, а веде деінде
look-alike-one-character = відрізняється один знак
look-alike-mixed-alphabets = у ній змішано літери двох абеток
card-samples = Так я це цитуватиму:
card-samples-aside = Що я там прочитав:
card-waits = Дякую! Тепер вирішують модератори; я скажу, що вони вирішили.
card-waits-unread = Прочитати не вдалося, тож модераторів не кличу: вони побачать це у своєму списку. Може, є інше посилання?
card-host = Сайт: { $host } ({ $addresses })
card-redirects = Переспрямувань: { $count }, веде на { $final }
card-found = Знайдено: { $kind }, матеріалів: { $items }
card-per-day = Нових на день: { $count }
card-language = Мова: { $language } · кодування: { $charset }
card-no-overlap = Нічого з цього ще не збережено.
card-overlap = З переглянутих { $looked } уже збережено { $address }, а текстів, майже однакових зі збереженими: { $text }.
card-feeds = Сторінка пропонує стрічок: { $count }. Стрічка зазвичай краще джерело.
card-tier = Пропонований рівень: { $tier }
never = ніколи

status-pending = 🆕 Чекає на рішення
status-trial = 🧪 На випробуванні до { $until }
status-active = ✅ Працює
status-paused = ⏸ Призупинено. { $reason }
status-rejected = 🚫 Відхилено. Причина: { $reason }
status-removed = 🗑 Вилучено, у відповідях не використовується. Повернути можна протягом 24 годин.
tier-official = офіційне
tier-established = відоме
tier-unreviewed = неперевірене
kind-feed = стрічка
kind-page = сторінка
kind-sitemap = мапа сайту
kind-file = файл
kind-starter = початковий корпус
kind-none = нічого придатного
health-ok = 🟢 Працює. Останній успіх: { $since }
health-failing = 🟠 Востаннє отримати не вдалося. Останній успіх: { $since }
health-stale = 🔴 Давно не вдається отримати нічого нового. Останній успіх: { $since }
health-never-fetched = ⏳ Ще не отримували. Останній успіх: { $since }
every-minutes = кожні { $count } хв
every-hours = { $count ->
    [1] щогодини
   *[other] кожні { $count } год
}
every-days = { $count ->
    [1] щодня
    [7] щотижня
   *[other] кожні { $count } дн.
}

do-approve = ✅ Прийняти
do-trial = 🧪 На пробу, 7 днів
do-official = 🏛 Як офіційне (двоє людей)
do-official-second = 🏛 Погоджуюся: офіційне
do-feed = 📡 { $feed }
done-feed = Дивлюся на стрічку; сторінку закрито.
do-reject = ❌ Відхилити
do-check = 🔄 Перевірити
do-pause = ⏸ Призупинити
do-resume = ▶️ Продовжити
do-refetch = 🔄 Отримати зараз
do-tier = Рівень
do-schedule = Розклад
do-remove = 🗑 Вилучити
do-undo = ↩️ Повернути
do-reopen = 🔄 Подивитися ще раз
do-own-reason = ✍️ Своїми словами
do-back = ← Назад
do-retract = 🚫 Вилучити
do-restore = ↩️ Повернути
do-add = ➕ джерело
do-dismiss = ✖ прибрати
because-off-topic = Не про допомогу з розмінуванням
because-unreliable = Ненадійне
because-duplicate = Це в нас уже є
because-closed = Читати можуть не всі
because-commercial = Реклама
because-wrong = Текст неправильний
because-outdated = Застаріло, вводить в оману
because-copyright = Попросив власник
because-personal = Містить особисті дані
because-feed = Беремо її стрічку
because-trial-over = 7 днів випробування минуло
reject-why = Чому? Причину побачить той, хто запропонував.
reject-write = Напишіть у відповідь на це повідомлення, чому відхилено джерело #{ $number }. Причину побачить той, хто запропонував.
retract-write = Напишіть у відповідь на це повідомлення, чому вилучено «{ $title }».

done-approve = Прийнято, отримую матеріали.
done-trial = На випробуванні 7 днів, з позначкою «неперевірене».
done-reject = Відхилено.
done-pause = Призупинено.
done-resume = Продовжую.
done-refetch = Отримую зараз.
done-tier = Рівень змінено.
done-schedule = Розклад змінено.
done-remove = Вилучено з усіх відповідей. Повернути можна протягом 24 годин.
done-undo = Повернуто.
done-retract = Вилучено з усіх відповідей. Повернути можна на картці документа.
needs-second = Записано. Щоб джерело стало офіційним, має погодитися ще один модератор; я вже питаю інших.
refused-already = Це вже зроблено.
refused-not-possible = Зараз із цим джерелом так не можна. На картці видно його стан.
refused-same-person = Ви вже погодилися: другий голос має бути чийсь інший.
refused-too-late = Минуло понад 24 години. Додайте джерело заново.
refused-too-many-removals = Сьогодні ви вилучили дуже багато джерел. Більше може вилучити власник.
refused-trial-over = Випробування закінчилося: прийміть джерело, випробуйте знову або вилучіть.
refused-on-trial = Джерело на випробуванні неперевірене. Спершу прийміть його.
refused-bad-schedule = Можна від 1 години до 4 тижнів.
refused-no-reason = Назвіть причину.
refused-not-checked = Джерело не вдалося прочитати, тому прийняти його не можна. Натисніть «Перевірити».

told-approve = 👍 Вашу пропозицію прийнято: { $url } Дякую!
told-trial = 👍 Вашу пропозицію взято на випробування на 7 днів: { $url } Дякую!
told-feed = Дякую! Замість запропонованої сторінки ({ $url }) модератори дивляться на її стрічку. Я скажу, що вони вирішили.
told-reject = Вашу пропозицію не прийнято: { $url }
    Причина: { $reason }

sources-title = Джерел: { $count } · сторінка { $page } з { $pages }
sources-none = Джерел ще немає. Надішліть мені посилання або скористайтеся командним рядком: npm run sources -- seed
sources-facts = документів: { $documents } · уривків: { $passages } · останній успіх: { $last }
sources-waiting = чекає на рішення · { $where }
sources-held = Сторінок, відкладених для вас: { $count }. Дивіться /document
sources-no-such = Джерела з номером { $number } немає.
page-before = ←
page-after = →

document-usage = Надішліть посилання після команди: /document https://… Відкладених сторінок зараз немає.
document-unknown = За цією адресою нічого не збережено.
documents-held = Відкладено, бо схоже на сторінку помилки чи закриту сторінку: { $count }. Виберіть:
document-status = { $status } · { $tier }
document-current = використовується
document-held = відкладено для модератора
document-retracted = вилучено
document-vanished = зникло на сайті
document-source = Джерело #{ $number }: { $title }
document-no-source = Додано окремо, без джерела.
document-facts = Опубліковано: { $published } · уривків: { $passages }
document-fetched = Уперше збережено: { $first } · востаннє отримано: { $last }
document-citing = Відповідей за 30 днів, що його цитують: { $count }
document-version = Версія { $number }: { $date }
document-restored = Знову використовується.

unanswered-title = Запитань без відповіді: { $count } · сторінка { $page } з { $pages }
unanswered-none = Запитань без відповіді немає.
unanswered-asked = { $count }×
unanswered-write = Надішліть у відповідь на це повідомлення посилання на джерело, яке відповідає на запитання: «{ $question }»
unanswered-dismissed = Прибрано зі списку.

invite-done = Це посилання робить одну людину модератором. Діє один раз, { $hours } год. Надішліть його лише цій людині:
moderator-welcome =
    Вітаю! Тепер ви модератор.

    Надішліть посилання чи документ, і я покажу, що там, а ви вирішите.
    /sources — усі джерела та їхній стан
    /unanswered — про що питали марно
    /document — одна сторінка: версії, вилучення

    Ваші рішення записуються в журнал, який можуть читати власники, з іменем і номером.
invitation-unknown = Такого запрошення я не знаю. Попросіть нове.
invitation-used = Це запрошення вже використано. Попросіть нове.
invitation-expired = Це запрошення застаріло. Попросіть нове.
invitation-owner = Ви власник і можете все, що й модератор. Передайте посилання далі: воно не використане.
moderator-joined = { $name } ({ $id }) тепер модератор.
moderators-none = Модераторів ще немає. /invite створить посилання.
moderators-title = Модераторів: { $count }
moderators-line = { $number }. { $name } ({ $id }), від { $joined }
moderator-remove = Прибрати: { $name }
moderator-remove-ask = Забрати роль у { $name } ({ $id })? Це діє одразу.
moderator-remove-yes = Так, забрати
moderator-removed = Роль забрано.
help-moderators =
    Для модераторів: /sources, /document, /unanswered
help-owners =
    Для власників: /invite, /moderators, /broadcast, /delivery, /audit

audit-title = Останні дії: { $count }
audit-none = Ще нічого не робили.
act-suggest = пропозиція джерела
act-import = внесено зі списку
act-approve = прийнято
act-trial = взято на пробу
act-trial-end = проба скінчилася без рішення
act-reject = відхилено
act-pause = призупинено
act-resume = відновлено
act-refetch = отримання поза розкладом
act-tier = змінено рівень
act-schedule = змінено розклад
act-remove = вилучено
act-undo = повернуто
act-propose-official = запропоновано як офіційне
act-retract = вилучено сторінку
act-restore = повернуто сторінку
act-dismiss = знято запитання
act-invite = створено запрошення
act-join = новий модератор на запрошення від
act-remove-moderator = знято роль
act-export-audit = журнал узято файлом
act-broadcast-draft = чернетка оголошення
act-broadcast-confirm = оголошення підтверджено
act-broadcast-cancel = оголошення скасовано
actor-reader = читач
actor-worker = бот
actor-cli = командний рядок { $account }
subject-question = запитання { $number }
audit-export = 📎 Усе файлом
audit-file = Дій: { $count }

correction-title = Виправлення до попередньої відповіді
correction-before = Я цитував:
correction-after = Тепер на сторінці:
corrections-off = Якщо на сторінці зміниться число, яке я цитував вам за останні 30 днів, можу про це сказати, раз на відповідь. Для цього відповіді лишаються пов'язаними з цим чатом, зашифровано, так само як для кнопок.
corrections-on = Скажу, коли зміниться число, яке я цитував вам за останні 30 днів.
corrections-start = Казати
corrections-stop = Не треба

why-no-host = Сайту з такою назвою немає: { $host }. Перевірте написання.
why-name-server = Не вдалося дізнатися адресу сайту. Спробуйте пізніше.
why-unreachable = Сайт не приймає з'єднань. Спробуйте пізніше.
why-slow = Сайт не відповів вчасно. Спробуйте пізніше.
why-broken = Сайт обірвав з'єднання. Спробуйте пізніше.
why-certificate = Сертифікат сайту недійсний, тож не можна бути певним, що це саме він.
why-missing = Сторінки (вже) немає. Перевірте посилання.
why-forbidden = Сайт не дає нам читати цю сторінку.
why-too-many = Сайт просить приходити рідше. Спробувати можна пізніше.
why-left-alone = Сайт просив не приходити ще { $minutes } хв. Спробувати можна після того.
why-address = Це не адреса вебсторінки. Вона починається з https:// і не містить пароля.
why-server = На сайті помилка ({ $code }). Спробуйте пізніше.
why-status = Сайт відповів кодом { $code } замість сторінки.
why-robots = Сайт забороняє роботам читати цю сторінку (robots.txt). Запитайте власників або візьміть іншу сторінку.
why-robots-unread = Файл robots.txt сайту не читається, тому сьогодні туди не ходжу.
why-redirect = Посилання переспрямовує забагато разів або туди, куди мені не можна. Дайте кінцеву адресу.
why-private = Адреса веде в приватну мережу. Туди не ходжу.
why-port = В адресі незвичний порт. Ходжу лише на звичайні.
why-large = Завелике. Пошукайте коротшу сторінку чи файл.
why-no-text = Тут немає тексту (можливо, це скан або сторінку будують скрипти).
why-password = Файл захищено паролем.
why-maintenance = На сторінці лише повідомлення про помилку чи технічні роботи.
why-captcha = Сайт хоче пересвідчитися, що читає людина, тож я не можу.
why-parked = Адреса порожня або продається.
why-paywall = Текст лише для передплатників.
why-login = Сторінка просить увійти.
why-consent = На сторінці лише повідомлення про кукі.
why-sitemaps = Це перелік мап сайту: додайте ту, що потрібна.
why-format = Такі файли я не читаю. Читаю PDF, DOCX, HTML, простий текст і стрічки.
why-empty-list = Стрічка чи список порожні. Пошукайте на сайті інші.
why-damaged = Файл пошкоджений або не того виду, як каже його назва.
why-save-as = Таких файлів я не читаю. Збережіть як PDF або DOCX і надішліть знову.
why-interrupted = Роботу перервано. Спробуйте ще раз.

command-addsource = запропонувати джерело
command-corrections = повідомляти про виправлення
command-sources = усі джерела та їхній стан
command-document = одна сторінка: версії, відкликання
command-unanswered = про що питали марно
command-invite = посилання, що робить модератором
command-moderators = хто модерує
command-broadcast = оголошення всім підписникам
command-delivery = повідомлення з невідомою долею
command-audit = хто що зробив

inline-hint = Напишіть запитання після імені бота
inline-nothing = У моїх джерелах цього немає
inline-failed = Пошук зараз не працює
inline-safety = ⚠️ Що робити з небезпечною знахідкою

broadcast-usage = Напишіть оголошення після команди: /broadcast текст. Його отримають чати з чинною підпискою.
broadcast-too-long = Оголошення задовге: можна до { $max } знаків.
broadcast-draft = 📢 Чернетка оголошення для чатів: { $count }. Ще не надсилається.
broadcast-waiting = ⏳ Підтверджено, чатів: { $count }. Надсилання почнеться через { $minutes } хв; до того його можна зупинити.
broadcast-done = ✅ Передано до надсилання, чатів: { $count }.
broadcast-cancelled = ✖️ Оголошення зупинено.
broadcast-yes = Надіслати
broadcast-no = Зупинити
broadcast-stopped = Зупинено.
broadcast-over = Це оголошення вже не можна змінити.
broadcast-other-owner = Підтвердити має інший власник: він побачить чернетку командою /broadcast.

delivery-none = У терміналі повідомлення не чекають у черзі.
delivery-kind-answer = Відповіді
delivery-kind-digest = Дайджести
delivery-kind-notice = Сповіщення
delivery-state-pending = чекають
delivery-state-sending = надсилаються
delivery-state-sent = надіслано
delivery-state-failed = не прийнято
delivery-state-uncertain = наслідок невідомий
delivery-subscriptions-active = Підписки, що діють
delivery-subscriptions-paused = Призупинені підписки
delivery-oldest = Найстаріше повідомлення чекає { $seconds } с.
delivery-certain = Надсилань із невідомим наслідком немає.
delivery-uncertain = Невідомо, чи дійшли (не повторюються):
