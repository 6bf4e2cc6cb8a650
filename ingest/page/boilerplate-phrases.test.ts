import { describe, expect, it } from 'vitest';
import { boilerplateKind, endsLikeTeaser, endsWithReadMore } from './boilerplate-phrases.ts';

const furniture: Record<string, readonly string[]> = {
  cookie: [
    'Цей сайт використовує Cookies.',
    'Ми використовуємо файли cookie для аналітики.',
    'We use cookies to improve your experience',
    'Мы используем файлы cookie',
    'We value your privacy',
  ],
  'read-more': [
    'Читати більше',
    'Читати далі →',
    'Read more »',
    'Дізнатися більше',
    'Continue reading',
    'Подробнее',
    'Детальніше…',
  ],
  related: [
    'Читайте також: Як працює трал',
    'ЧИТАЙТЕ ТАКОЖ',
    'Дивіться також:',
    'Читайте ещё: новость',
    'See also: Another story',
    'READ ALSO',
    'Схожі новини',
    'Матеріали за темою',
    'Останні новини',
    'Новини за темою:',
    'Related articles',
    'You may also like',
    'More from World',
    'Популярное',
    'Вас може зацікавити',
    'Most read',
    'Топ-новини',
    'Інші новини розділу',
    'Новини партнерів',
    "Don't miss",
  ],
  comments: [
    'Коментарі (12)',
    '3 comments',
    'Залишити коментар',
    'Leave a Reply',
    'Комментарии',
    'Щоб залишити коментар, увійдіть на сайт',
    'Join the conversation',
  ],
  subscribe: [
    'Підписуйтесь на наш Telegram-канал',
    'Приєднуйтесь до нас у Facebook',
    'Subscribe to our newsletter',
    'Стежте за нами у соцмережах',
    'Хочете першими дізнаватися новини? Підпишіться на канал',
    'Подписывайтесь на наш канал',
    'Get the latest news delivered to your inbox',
    'Follow us on X',
    'Читайте нас у Google News',
  ],
  share: [
    'Поділитися',
    'Поділитися у Facebook',
    'Share this article',
    'Share',
    'Share on Facebook',
    'Facebook Twitter Telegram',
    'Надрукувати',
    'Скопіювати посилання',
    'Поделиться в соцсетях'.replace(' в соцсетях', ''),
    'Версія для друку',
  ],
  copyright: [
    '© 2024 Портал',
    'Усі права захищено',
    'All rights reserved.',
    'При використанні матеріалів посилання обов’язкове',
    'Передрук матеріалів лише за згодою редакції',
    'Copyright 2023 Agency',
  ],
  tags: [
    'Теги: міни, ДСНС',
    'Tags: demining, aid',
    'Ключові слова: розмінування',
    'Рубрики: Новини',
    '#Україна #розмінування',
    'Topics',
  ],
  advertisement: ['Реклама', 'Advertisement', 'На правах реклами', 'Article continues below'],
  credit: [
    'Фото: ДСНС України',
    'Photo: Agency',
    'Фото ілюстративне',
    'Photo by John Sample',
    'Image credit: Agency',
    'Getty Images',
    'Ілюстративне фото',
  ],
  author: [
    'Автор: Іван Вигаданий',
    'By Jane Placeholder',
    'Авторка',
    'Reporting by Jane Sample; editing by J. Doe',
    'Підготувала: Оля Приклад',
  ],
  'error-report': [
    'Якщо ви помітили помилку, виділіть її та натисніть Ctrl+Enter',
    'Знайшли помилку? Повідомте нам',
    'Found a typo?',
  ],
  donate: ['Підтримайте нас', 'Підтримати редакцію', 'Support our journalism', 'Become a member', 'Donate'],
  metadata: [
    'Переглядів: 1 024',
    '345 переглядів',
    'Час читання: 4 хв',
    '5 min read',
    'Опубліковано: 12.03.2024',
    'Updated: March 4, 2024',
    '14:35',
  ],
  navigation: [
    'На головну',
    'Back to top',
    'Наступна новина',
    'Пошук',
    'Меню',
    'Політика конфіденційності',
    'Головна > Новини > Світ',
    'Skip to main content',
  ],
  account: ['Увійти', 'Log in', 'Увійти через Google', 'Sign in to your account', 'Забули пароль?'],
};

const story = [
  'Японія передала ДСНС 40 машин.',
  'Підписати меморандум планують у квітні.',
  'Приєднатися до коаліції розмінування готові ще дві країни.',
  'Share of cleared land reached 35 percent',
  'Print media reported on the mines.',
  'Telegram повідомляє, що обстріл тривав годину.',
  'Важливе рішення ухвалили у Вільнюсі',
  'Рекомендації ООН щодо розмінування',
  'Інші матеріали надасть Японія',
  'Зберегти життя допоможуть правила',
  'Вхід до небезпечних зон заборонено.',
  'Фото полів з дрона показали чотири кратери, які ніхто не позначив на карті, тому групу відправили знову.',
  'Реклами безпечної поведінки в школах не бракує, кажуть учителі.',
  'Теми навчання: обстеження, маркування'.replace('Теми навчання:', 'Теми навчання —'),
  'Comments from the minister followed within an hour.',
  'Обговорення',
  'Головне управління ДСНС отримало роботів',
  'Donate equipment, not promises, the commander asked.',
  'More than 300 deminers were trained',
  'Follow the rules: do not touch, go back, call 101.',
  'Автори дослідження обстежили 40 полів.',
  'Published data show 12 accidents in May.',
  'Latest machine arrives in Kharkiv',
  'Related costs are paid by the donor.',
  'Голосували: «за» — 8, «проти» — 0.',
  'Register of cleared land opens to farmers',
  'Дата початку робіт невідома, каже голова громади.',
  'Тегеран передав заяву.',
  'Сонце, вітер і дощ псують позначення.',
  'Реєстрація операторів триває до травня.',
  'Підтримати проєкт готова Данія.',
  'Категорії земель: рілля та ліс'.replace('Категорії земель:', 'Землі поділено на категорії:'),
];

describe('boilerplateKind', () => {
  const cases = Object.entries(furniture).flatMap(([kind, lines]) =>
    lines.map((line) => [line, kind] as const),
  );
  it.each(cases)('knows "%s" as %s', (line, kind) => {
    expect(boilerplateKind(line)).toBe(kind);
  });

  it.each(story)('takes "%s" for text', (line) => {
    expect(boilerplateKind(line)).toBeNull();
    expect(endsWithReadMore(line)).toBe(false);
  });

  it('stays fast on hostile lines', () => {
    const pieces = [
      'читати ',
      'Головна > ',
      '#a ',
      'a',
      ' ',
      'facebook ',
      '…',
      'чита',
      'коментар',
      '«',
      '1',
      'share ',
      'Фото ',
    ];
    for (const piece of pieces) {
      const line = piece.repeat(50_000 / piece.length);
      const started = performance.now();
      for (const length of [80, 300, 790, 50_000]) boilerplateKind(line.slice(0, length));
      endsLikeTeaser(line);
      endsWithReadMore(line);
      expect(performance.now() - started, piece).toBeLessThan(60);
    }
  });
});

describe('endsLikeTeaser', () => {
  it.each([
    'Про це повідомив виконувач… Читати більше',
    'The council voted on… Read more',
    'Журі оголосило [...]',
    'Далі буде...',
    'Водій утік… далі',
  ])('sees the cut in "%s"', (line) => expect(endsLikeTeaser(line)).toBe(true));

  it.each(['Роботи тривають і далі', 'She read more', 'Так.', 'Їх було більше'])(
    'sees none in "%s"',
    (line) => {
      expect(endsLikeTeaser(line)).toBe(line === 'She read more');
    },
  );
});
