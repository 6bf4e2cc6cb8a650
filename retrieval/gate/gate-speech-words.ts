/**
 * Words that stand where nobody stands before an explosive: a game is played, news are retold, something is only likened to
 * a bomb; and words that say the opposite: that it is no joke, that it is for sale, that it must not be lifted. `*` stands for any ending.
 */
export const speechWords = {
  /** Titles of games. */
  gameTitle: `videogame майнкрафт* майнкравт* роблокс* фортнайт* сталкері сталкере варфейс* вартандер* танчик* каунтер* кс ксго колді колде пабг пубг доті доте дотка гта батлфілд* батлфилд* фолаут* фоллаут* тарков* таркові таркове
    скайрім* скайрим* сімс* симс* бомбермен* геншин* овервоч* варкрафт* валорант* террарі* террари* стендоф* варшипс* відьмак* ведьмак* хелдайв* хеллдайв* бравл геймджем*
    minecraft roblox fortnite cs2 csgo valorant gta pubg dota warzone fallout terraria tarkov skyrim bomberman factorio zelda overwatch warcraft starcraft warthunder minesweeper witcher helldivers hellbomb brawl terraria`,
  /** What exists in games alone, or in the talk of those who play. */
  gameTalk: `гра грі гру игра игре игру ігров* игров* рівень рівні уровень уровне скін скіни скин скины лутбокс* крафт* скрафт* респавн* рейтингов* консол* приставк* плейстейшн* квест* чит читы чити прокач* крипер* геймплей* контра контрі контре
    game games gameplay level creeper creepers respawn spawn crafting craft cheat cheats loot speedrun playstation xbox nintendo steam multiplayer player players stalker arma battlefield`,
  /** Films, series and those who make them. */
  screen: `фільм* кіно кіношн* серіал* сериал* кинотеатр* режисер* режиссер* актор актора акторка актер актера голлівуд* голливуд* бонд бонда нетфлікс* нетфликс* трейлер* прем'єр* премьер* аніме аниме мультфільм* мультфильм* сезон сезону сезоні сезоне титр* саундтрек* каскадер* кінокоміді* комеді*
    film films movie movies cinema series episode director actor hollywood bond netflix trailer premiere anime cartoon season soundtrack stuntman blockbuster comedy thriller oscar`,
  /** Papers, agencies and channels. */
  outlet: `укрінформ* укринформ* суспільне суспільного суспильне громадське громадского громадское громадського думська думская думской уніан униан рбк рбк-україна рбк-украина тсн бі-бі-сі бібісі би-би-си рейтер* рейтерз інтерфакс* интерфакс*
    телеканал* телемарафон* агентств* прес-служб* пресс-служб* пресслужб*
    ukrinform bbc reuters cnn afp unian guardian suspilne hromadske nhk tribune gazette herald telegraph interfax associated deutsche welle`,
  /** How papers say that they report. */
  tells: `пише пишет передає передает передаёт повідомляє сообщает інформує информирует даними данным словами словам зазначає отмечает цитує цитирует наголосив подчеркнул посиланням ссылкой кореспондент* корреспондент* газета газеты газети видання издание радіо радио
    newspaper according reports reported correspondent spokesperson spokesman spokeswoman outlet press broadcaster writes`,
  /** What is called a bomb, a mine or explosive in speech alone. */
  likened: `закон закону законопроєкт* законопроект* бюджет* реформ* коаліц* коалици* парламент* опозиц* оппозиц* рейтинг* скандал* заява заяву заяви заявлени* інтерв'ю интервью політик* политик* вибор* выбор* виборц* избирател* кар'єр* карьер* стосунк* отношени* розлуч* развод* конференц*
    матч матчу матчі матче гол гол* футбол* нападник* нападающ* воротар* вратар* тайм таймі чемпіонат* чемпионат* боксер* турнір* турнир* команд*     пісня песня альбом* трек треки концерт* кліп клип виступ выступлен* соло вечірк* вечеринк* сукн* плать* зачіск* причёск* прическ* макіяж* макияж* помад* фігур* фигур* красун* красав* усмішк* улыбк* смак вкус десерт* соус* перець перец
    характер* настрій настроени* темперамент* нерв* емоці* эмоци* жарт* шутк* анекдот* мем меми мемы чат чаті чате комент* коммент* тред твіт* твит* слова словами тема тему тему думк* сесі* сессі* дедлайн* відпустк*
    law bill budget reform parliament coalition scandal interview politics politician election voters career marriage relationship divorce match goal striker goalkeeper football league tournament boxer
    song album track concert gig solo outfit dress haircut hairdo makeup lipstick taste dessert sauce chilli temper mood personality spreadsheet email meeting chat comment comments thread tweet topic deadline ratings popularity
    серце сердце серця сердца душа душу душі души мізки мізків мозги мозгов мозок мозг голові голове язик язык погляд взгляд ідея идея плани планы звіти отчёты отчеты бухгалтері* пошта письма листи сварк* ссор* іпотек* ипотек* кредит* борг* долг* дієт* диет* роман фінал финал сюжет* спек* жара зарплат* нарікан* карʼєр*
    heart soul brain brains tongue idea plans reports accounting emails quarrel mortgage debt diet novel ending plot twist heat salary pay startup pitch deck toddler resignation sauce espresso punchline silence
    growth headline quote speech remark remarks revelation secret `,
  /** Marks of likeness and of jokes. */
  like: `як наче неначе мов немов ніби нібито як-то як-от буквально типу типа будто словно как жарт* шутка шутк* шуч* жартую прикол* приколіть ржака лол хаха хахаха анекдот* мем прислів'я пословиц* приказк* вислів выражение фразеологізм* фразеологизм* каламбур* метафор* переносн*
    like as lol haha kidding joke joking pun proverb idiom saying metaphor figuratively`,
  /** It is meant as it is said. */
  real: `справжн* настоящ* реальн* реально насправді серйозно серьезно серьёзно прямом прямому буквальному буквальном всправжню взаправду жизни житті живьем боєва боєвий боевая боевой боевую
    real really literal literally actual actually genuine seriously honest truly life irl`,
  /** What keeps a mine from being lifted. */
  antiLift: `невилуч* невитяг* неизвлека* невитягуван* необезвреживаем* незнімн* несъемн* розвантажувальн* разгрузочн* підмінувати підмінування невиймаємість сюрприз сюрпризом анти-підйом* під-міну донний донный боковий боковой
    anti-lift antilift anti-handling antihandling anti-tamper anti-removal antidisturbance anti-disturbance booby tamper underneath`,
  /** An offer in a market or a chat. */
  offer: `опт оптом гурт гуртом самовивіз* самовывоз* лс лічку личку личка ппоч приват приваті недорого дешево дёшево цін* цена цене цену ціною почём почем почім поштою торг торгу обмін* обмен* міняю меняю поміняю поменяю вимін* бартер* продаж* продаж скуп* скуповую скупаю візьму возьму віддам отдам штук* зацікавл* интересно цікавить комплект* партія партию партію новапошта олх барахолк*
    wholesale dm pm cash haggle price bargain swap trade trading bulk asking shipping pickup interested seller buyer telegram`,
  /** How soldiers call grenades, shells and mines when they are passed on. */
  goods: `вога воги вогів вогов вогами ефки ефок эфок эфки лимонки лимонок лимонку ананаси болванки болванок стакани стаканы тубуси тубусы шашки шашок взривпакет* пакети зенітк* мухи мух морковки морковок огірки огурцы залізо железо передка передок нуля нулі бк здобич*
    pineapples eggs toys rounds shells casings lemons sausages goodies frontline`,
} as const;
