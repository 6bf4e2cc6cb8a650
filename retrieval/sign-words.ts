/**
 * Words that name no dangerous object but often stand where one is spoken of without its name: how it looks, what it is made
 * of, where it is feared, who is called. Only the learned part of the gate reads them; the rules do not. `*` stands for
 * any ending.
 */
export const signWords = {
  /** Parts and looks. */
  look: `кільце кільцем кільця кольцо кольцом важіль рычаг стабілізатор* стабилизатор* оперенн* оперени* пропелер* пропеллер* парашут* парашют*
    стрічк* ленточк* ковпачок ковпачк* колпачок колпачк* кришк* крышк* диск диском тарілк* тарелк* лепешк* лепёшк* конус* ребрам* ребристе ребристое
    шипами шипи рогат* рогами ріжками рожками таймер* магніт* магнит* батарейк* ізолент* изолент* скотчем гвинтом винтом носику вушками
    яйце яйцо ананас* шишка сковорідк* циліндрич* тарілочк* маркуванн* маркировк* напис надпись напис* літерами
    хвостик хвіст хвост крила крилья пір'я оперением плавник* холост* навчальн* учебн* инерт* інерт*
    ring lever fin fins propeller nose parachute ribbon ribbons cap lid disc disk plate cone ribs spikes horns timer magnet battery tape
    egg pineapple cylinder tail wings tripod legs legged marking inert dummy limpet pin primer casing tip canister can thread plastic`,
  /** What explosives are made of and how they are set off. */
  chemical: `селітр* селитр* ацетон* перекис* кислот* гліцерин* глицерин* нітрогліцерин* нитроглицерин* термит* терміт* азид* магні* марганцівк* марганцовк*
    пудр* пінопласт* пенопласт* сірк* серы сера бензин* дизел* солярк* мастил* реактив* гептил* гексоген* октоген* аматол* амоній* аммони* нітрат* нитрат*
    бікфорд* бикфорд* шнур* фітіл* фитил* детонац* вибухпакет* взрывпакет* сігнал* димов* дымов* запалюваль* зажигатель* заряд* капсул* электродетонатор*
    добрив* удобрен* петард* салют* хлопавк*
    nitrate ammonium acetone peroxide acid nitroglycerin nitroglycerine thermite azide magnesium permanganate aluminium aluminum powder styrofoam sulfur
    sulphur fertiliser fertilizer diesel petrol gasoline fuse wick primer primers caps charge charges firework fireworks firecracker detonation saltpeter saltpetre
    synthesis blasting cap initiator trigger`,
  /** What one does who takes an explosive apart. */
  takeApart: `викрутив выкрутил відкрутив открутил викручувати викрутити відгвинтити розкрутив обертів оборотов різьба резьба викрутка отвертка отвертку
    перекусити перекусить кусачк* плоскогубц* свердл* сверл* болгарк* зубил* смикнути смикну дернуть дёрнуть дерну кішкою кошкой тросом мотузкою веревкой
    wrench screwdriver unscrew unscrews pliers clip snip tug jerk hook winch grinder thread lever plug prod probe probing rake harrow`,
  /** A bang, heard or wished for. */
  blast: `вибух вибуху вибухи вибухом взрыв взрыва взрывы взрывом бахнуло бахнути бахнуть бахкнуло рвонуло рвануло рвануть гримнуло гупнуло підрив* подрыв* подрывн* злетіло взлетело завалити обвалити
    радіокеруван* радиовзрыват* свп сву тол толу тола
    explosion explosions explosive boom bang bangs blast blasts demolition demolish collapse`,
  /** Drawings and doses of what is to be built. */
  drawing: `схем* електросхем* электросхем* кресленн* чертеж* чертёж* паять спаяти спаять пропорці* пропорци* дозуванн* дозиров* співвідношенн* соотношени*
    diagram circuit wiring solder ratio ratios proportion proportions dosage`,
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
