/**
 * Words that name no dangerous object but often stand where one is spoken of without its name: how it looks, what it is made
 * of, where it is feared, who is called. Only the learned part of the gate reads them; the rules do not. `*` stands for
 * any ending.
 */
export const signWords = {
  /** Parts and looks. */
  look: `пластик* кільце кільцем кільця кольцо кольцом важіль рычаг стабілізатор* стабилизатор* оперенн* оперени* пропелер* пропеллер* парашут* парашют*
    стрічк* ленточк* ковпачок ковпачк* колпачок колпачк* кришк* крышк* диск диском тарілк* тарелк* лепешк* лепёшк* конус* ребрам* ребристе ребристое
    шипами шипи рогат* рогами ріжками рожками таймер* магніт* магнит* батарейк* ізолент* изолент* скотчем гвинтом винтом носику вушками
    яйце яйцо ананас* шишка сковорідк* циліндрич* тарілочк* маркуванн* маркировк* напис надпись напис* літерами
    хвостик хвіст хвост крила крилья пір'я оперением плавник* холост* навчальн* учебн* инерт* інерт*
    мячик* шарик* кульк* насічк* насечк* довге довга довгий довгу длинное длинная длинный длинную
    ring lever finned winged ringed horned fin fins propeller nose parachute ribbon ribbons cap lid disc disk plate cone ribs spikes horns timer magnet battery tape
    egg pineapple cylinder tail wings tripod legs legged marking inert dummy limpet pin primer casing tip canister can thread plastic`,
  /** What explosives are made of and how they are set off. */
  chemical: `селітр* селитр* ацетон* перекис* кислот* гліцерин* глицерин* нітрогліцерин* нитроглицерин* термит* терміт* азид* магні* марганцівк* марганцовк*
    пудр* пінопласт* пенопласт* сірк* серы сера бензин* дизел* солярк* мастил* реактив* гептил* гексоген* октоген* аматол* амоній* аммони* нітрат* нитрат*
    бікфорд* бикфорд* шнур* фітіл* фитил* детонац* вибухпакет* взрывпакет* сігнал* димов* дымов* запалюваль* зажигатель* заряд* капсул* электродетонатор*
    добрив* удобрен* петард* салют* хлопавк*
    nitrate ammonium acetone peroxide acid nitroglycerin nitroglycerine thermite azide magnesium permanganate aluminium aluminum powder styrofoam sulfur
    sulphur fertiliser fertilizer diesel petrol gasoline fuse wick primer primers caps charge charges firework fireworks firecracker detonation saltpeter saltpetre
    ртут* гримуч* фульмінат* фульминат* окис* окалин* хлорат* бертолет* перхлорат* соляр* карбід* карбид* пероксид* пікринов* пикринов* детшнур* електрозапал* электрозапал*
    synthesis blasting cap initiator trigger mercury fulminate oxide chlorate perchlorate bleach rdx`,
  /** What one does who takes an explosive apart. */
  takeApart: `викрутив выкрутил відкрутив открутил викручувати викрутити відгвинтити розкрутив обертів оборотов різьба резьба викрутка отвертка отвертку
    перекусити перекусить кусачк* плоскогубц* свердл* сверл* болгарк* зубил* смикнути смикну дернуть дёрнуть дерну кішкою кошкой тросом мотузкою веревкой
    wrench screwdriver unscrew unscrews pliers clip snip tug jerk hook winch grinder thread lever plug prod probe probing rake harrow`,
  /** A bang, heard or wished for. */
  blast: `вибух вибуху вибухи вибухом взрыв взрыва взрывы взрывом бахнуло бахнути бахнуть бахкнуло рвонуло рвануло рвануть гримнуло гупнуло підрив* подрыв* подрывн* підірвал* підірвав* подорвал* рвонул* рванул* підриваєт* злетіло взлетело завалити обвалити
    радіокеруван* радиовзрыват* свп сву тол толу тола
    explosion explosions blown blew explosive boom bang bangs blast blasts demolition demolish collapse`,
  /** Drawings and doses of what is to be built. */
  drawing: `схем* електросхем* электросхем* кресленн* чертеж* чертёж* паять спаяти спаять пропорці* пропорци* дозуванн* дозиров* співвідношенн* соотношени*
    грам грамів грамм* граммов кілограм* відсот* процент* довжина длина діаметр* диаметр* кут угол різьб* резьб*
    diagram circuit wiring solder ratio ratios proportion proportions dosage grams gram percent angle thread diameter`,
  /** Land where mines are feared. */
  feared: `табличк* знак знаки знаком трикутник* треугольник* череп* стрічка лента окупаці* оккупаци* деокупаці* деоккупаци* окупант* воронк* воронці вирв* вирву
    замінован* заминирован* обстріл* обстрел* позиці* позици* бліндаж* блиндаж* траншеї
    triangle triangles skull skulls sign signs tape crater occupied occupation shelled shelling trench trenches mined soldiers frontline`,
  /** Who is called for help. */
  rescuers: `піротехнік* пиротехник* рятувальник* спасател* спасателями вибухотехнік* взрывотехник* сапер* сапёр* диспетчер* черговий дежурный
    eod squad rescuers rescuer firemen firefighters dispatcher sappers sapper`,
  /** Keepsakes of war. */
  trophy: `трофе* сувенір* сувенир* брухт* металобрухт* металлолом* музе* антикваріат* барахолк* пам'ять память дідів дедовы спадок наследств* схрон* арсенал*
    trophy souvenir souvenirs scrap relic relics keepsake heirloom antique museum stash wwii ww2`,
  /** What is wired to a charge. */
  circuit: `реле акумулятор* аккумулятор* батаре* крона вольт* ампер* мікросхем* микросхем* плата плату платы плати плат ардуіно ардуино транзистор* діод*
    диод* резистор* контакт* клем* кнопк* пульт* дзвінк* звонк* будильник* годинник* електрозапал* электрозапал* електродетонатор* электродетонатор* розпінов* распинов*
    ініціац* инициац* тумблер* антен* прошивк* сімк* симк* мобільник* мобильник* сповільнювач* замедлител*
    relay relays battery volts volt amps arduino transistor diode resistor contacts button remote doorbell alarm clock timer pinout switch firmware
    sim cellphone mobile handset igniter match electric bridgewire delay`,
  /** Somebody speaks in a part, or wants a text that tells what may not be told. */
  stage: `роль ролі роли ролях зіграй сыграй граєш играешь вдай прикинься уяви представь притворись персонаж* герой герої герою лиході* злоде* актор* актер* актёр* вистав* спектакл*
    пєс* пьес* сцен* реквізит* реквизит* сценарі* сценари* роман* оповідан* рассказ казк* сказк* вірш* стих* пісн* песн* фанфік* фанфик* допиши продовж продолж* перекажи перескажи
    переклади переведи виправ исправ* перепиши конспект* шпаргалк* білет* билет* іспит* экзамен* залік* зачет* зачёт* теоретичн* теоретическ* гіпотетичн* гипотетическ* припустимо допустим
    pretend roleplay role villain character actor actress stage play theatre theater script screenplay scene novel story poem song rhyme fanfic prop props movie game clan
    continue complete finish rewrite proofread grammar translate summarize summarise decode hypothetically theory theoretical suppose imagine exam quiz test thesis essay homework persona`,
  /** Courts, fines and permits. */
  law: `суд суду судом суди судили судять вирок* приговор* засуд* осуд* осужд* штраф* кримінал* уголовн* покаран* наказан* строк срок термін увязнен* заключен* позов* прокур* слідств* следств* ліцензі*
    лицензи* дозвіл разрешени* законно законна право відповідальн* ответственн* обвинувач* обвин* амністі* амнисти*
    court trial verdict sentence sentenced convicted fined fine penalty prison jail lawsuit prosecutor offence crime criminal permit licence license lawful liability amnesty punished`,
  /** What looks for mines or looks after people who do. */
  sensor: `дрони дроны дронами drones радар* георадар* тепловізор* тепловизор* магнітометр* магнитометр* металошукач* металлоискател* сенсор* датчик* лідар* лидар* камера камери камеры камерою знімк* снимк* мультиспектр* інфрачервон*
    инфракрасн* нейромереж* нейросет* алгоритм* костюм* бронекостюм* шолом* шлем* протез* щури крыс* нюх* запах*
    radar georadar lidar sensor sensors magnetometer thermal infrared camera cameras imagery photo photos neural network algorithm suit suits helmet visor prosthetic prosthesis rats smell sniff scent`,
  /** Printed advice: whoever asks what stands in it has it before him. */
  paper: `памятк* брошур* буклет* листівк* листовк* плакат* підручник* учебник* стандарт* методичк* опитуван* опрос* видання издани* рубрик*
    leaflet leaflets brochure brochures booklet booklets poster posters textbook standard standards chapter edition survey imas handbook`,
  /** Drones that carry something. */
  carrier: `мавік* мавик* фпв фпв-дрон* скид* сброс* підвіс* подвес* квадр* коптер* примотати примотать привязать закріпити закрепить mavic fpv quad quadcopter drop dropper release payload strap zip`,
  /** What soldiers and farmers call them, and what they look like to others. */
  nickname: `град гради граду градина градину градини смерч смерча ураган фаб фабу каб каба ефка ефку ефки эфка эфку эфки лимони лимоны млинц* млинець блин блины блинчик* жабка жабку жабки жаба лягушк*
    тарілки тарілок тарілка тарелки тарелок тарелка сковорідк* сковородк* стаканчик* голівк* башк* муляж* сюрприз* подарунок подарок мотил* огірк* огурц* калош*
    grad smerch fab kab pancake pancakes frog frogs plates frying lemon pineapples dummy surprise present cucumber cucumbers souvenir`,
  /** Giving and receiving, which is what donors do. */
  gave: `дав дала дали дал дало дає даёт дает дають дают подарував подарувала подарували подарил подарила подарили закупив закупила закупили закупил отримав отримала отримали получил получила получили
    постачає постачав поставил поставила прислав прислала прислали прислал надіслав надіслала надіслали передав передала передали передал
    gave give gives given hand handed hands donated donate donates bought got received sent supplies supplied shipped delivered`,
  /** What children are taught with. */
  lesson: `урок уроку уроці уроках уроки уроке уроков клас класи класі класах класс классы классе классах заняття занятие занятті макет* муляж* тренажер* тренажёр* вистав* спектакл* ляльк*
    lesson lessons class classes classroom models puppet puppets drill drills dummies`,
  /** Harmless words that sound like an explosive. */
  homonym: `майнить майнити майнінг* майнинг* майнер* крипт* ферма троянд* роз роза розы квіт* цвет* волосс* волос* принтер* фарб* краск* картридж* лампочк* гімнаст* гимнаст* спорт* теніс* теннис* бадмінтон* мяз* мышц* біг бегу стел* потол* вечірк* вечеринк* свято праздник*
    банер* баннер* реклам* мишей мышей мыш* турецьк* гранатов* сорт соку сироп обличч* лиц* емоці* эмоци* мульт* мультик* магнітофон* майнкрафт* біткоїн* биткоин* вугілл* уголь угольн* шахт* золот* данн* корпорац*
    rose roses printer ink coal gold bitcoin data crypto tennis gym sport sports muscle party ceiling banner mouse mice emoji company python bash script salad bath playlist coffee pomegranate server`,
  /** A thing that is only pointed at. */
  it: `воно вона неї нею ней неё она оно він его його цю ця эту эта це it its them they this that one`,
  /** Warlike everyday words in sayings and games. */
  saying: `бомбезн* жарт шутка концерт гра игра грі фільм фильм пісня песня серіал сериал мем фраза вислів выражение прислів* сок сік сиропу сироп рецепт
    song joke concert game movie film series meme phrase saying idiom metaphor juice syrup bath salad band album party growth`,
  /** Things of every day: nobody calls sappers for them. */
  daily: `кошен* котен* котён* собак* кіт кота їжак* ежик* ёжик* гаманець кошелек кошелёк ключі ключи телефон велосипед* шаф* шкаф* холодильник* пральн* стиральн* парт* стіл стол диван* ліжк*
    кроват* дах крыш* паркан* забор* криниц* колод* теплиц* піаніно пианино мебл* мебель двері дверь вікно окно труб* кран кухн* печ* машин* авто акумулятор* аккумулятор* генератор* трактор* мотор
    борщ пиріг пирог торт* хліб хлеб картопл* картошк* капуст* вареник* каша суп сніг снег дощ дождь погод* слимак* слизн* крот* кроти миші мыши пліснява цвіль плесень
    лікар* врач* лікарн* больниц* швидк* скорую температур* кашель школ* уроки
    kitten cat dog hedgehog wallet purse keys phone bicycle bike wardrobe fridge washing desk table sofa bed roof fence well greenhouse piano furniture door window pipe tap kitchen stove car battery generator engine
    cake pie bread potatoes potato cabbage soup snow rain weather slugs moles mice mould mold tree lamp light doctor hospital ambulance fever homework tent`,
} as const;
