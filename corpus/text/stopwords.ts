/**
 * Words that carry no topic. They are kept out of queries and concept look-ups, never out of the stored text. Question
 * words are in the list too: what they ask for is decided by the rules of understanding, not by matching them.
 */
const lists = {
  uk: 'а або але б би бо був була були було бути в вам вас ваш ви від він вона вони воно вже все всі всього де для до дуже є ж же з за зі і із й його йому її їй їм їх к кого коли кому котрий крім куди лиш лише ми мене мені мій може можна на над нам нас наш не нема немає ні ним них ну о об один одна одне одні он ось от па перед під по поки при про раз разом саме сам свій свої своє свою себе собі та так така таке такий такі там те тебе ти тим то тобі той тому тут у усе усі хіба хоч хто це цей цим цих ці ця чи чий чим чому що щоб щодо щось ще як яка яке який якими яким яких якого якої якому якою яку які якась якийсь якісь якусь скільки скіки скилки скільк скока скок скоко скільком шо шоб чого звідки звідкіля навіщо нащо буде будуть мав мала мали має мають того тої цього цієї цьому між через після без також теж тільки навіть потім ще зокрема якщо якшо тіки токо ше шось хтось десь колись своїх своїм своїми своїй своєї своєму скілки нього неї нею ній ньому ті тих тими тій одного одному одну одним одної їхній їхня їхнє їхні твій твоя твої оце сюди нічого якесь будь проте однак хоча мов ніби адже тож',
  en: 'a about after all also am an and any are as at be because been before being between both but by can could did do does doing done for from get got had has have having he her here him his how i if in into is it its just like me more most my no nor not of off on once only or other our out over own please same shall she should so some such tell than that the their them then there these they this those through to too under until up upon us was we were what when where which while who whom whose why will with within without across would you your much many whats s t re ve d ll m',
  ru: 'а без бы был была были было быть в вам вас ваш во вот все всего всех вы где да для до его ее если есть еще же за и из или им их к как какая какие какими каким каких какого какое какой каком какую когда кого кому которая которые который кто куда ли либо между меня мне много мой мы на над нам нас наш не него нее нет ни них но ну о об один он она они оно от откуда перед по под после потом почему при про раз с сам свой себе себя сейчас со так такая такие такой там те тебе тебя то тобой тоже того той только том тот ту ты у уже хоть чего чей чем через что чтобы чье эта эти это этого этой этом этот эту я сколько сколко сколька зачем также даже ней тех такое одного одной одну одним чтоб надо ей ему своих своим своими своего своему своей свою свое своя',
} as const;

/** All of them, normalised. */
export const stopwords: ReadonlySet<string> = new Set(
  Object.values(lists).flatMap((list) => list.split(' ')),
);

/** True for a normalised token that says nothing about the topic in any of the three languages. */
export function isStopword(token: string): boolean {
  return stopwords.has(token);
}

/** True for a single letter, which only a model name (`D`, `B`) could mean and which would match everything. */
export function isBareLetter(token: string): boolean {
  return token.length === 1 && /\p{L}/u.test(token);
}
