/** Words that carry no topic: they get a hundredth of the weight of a rare word. */
export const functionWords: ReadonlySet<string> = new Set(
  `
  а або але адже б без би був була були було бути в вам вас ваш весь ви від він вона вони воно все всі вся всього всіх де
  для до дуже є же ж за зі з і із й його їх її їй йому коли котрий котрі кого кому лише ми між може можна на над нам нас наш не
  нема немає ні ніж о об один одна однак ось по поки при про саме свій своє свою своїх свої своїй собі себе та так така такий такі
  також там те ти то тобто того тоді той тому тут у хоча це цей ці цього цьому цим цих ця цю через чи чий чия чому чим що щоб
  щодо який яка яке які якого якої якій якому яким яких якими як якщо скільки хто ким чого кому куди звідки навіщо будь вже ще
  бы был была было были быть вы вот всех всего вся для до его ее если есть еще и или из их к как какая какие какой каком каких
  когда кто куда ли либо между мне мы на над нас не нет но об он она они оно от по под при с сколько со так также там тебя тем то
  того тоже той только том ты у уже чего чей чем что чтобы чья эта эти это этот этого этой этом этих я где откуда почему зачем
  about all am an and any are as at be been being but by can could did do does for from had has have he her his how i if
  in into is it its me more most my no not of on or our out s she so some such t than that the their them then there these
  they this those to too under up us was we were what when where which who whom whose why will with would you your
  skilky skilki skolko shcho scho chto yak kak yaka yaki khto hto kto koly koli kogda de gde dlia dlya vid
  の を に は が と で も へ や か な た て だ る し い です ます した して する ある いる から まで より これ それ この その どの
  `
    .trim()
    .split(/\s+/u),
);
