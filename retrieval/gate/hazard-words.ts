/**
 * Words for dangerous objects, for what makes a nameless object suspicious, and for the places where people meet
 * them. Cyrillic words serve Ukrainian, Russian, surzhyk and their transliterations; `*`stands for any ending.
 */
export const hazardWords = {
  /** One dangerous object. */
  one: `міна міну міною мине миной мина мину мінка мінку минка минку мінная снаряд снарядик снарядом снаряда
    снаряду гранату граната гранатою гранатой гранатка лимонка лимонку ракету ракета ракетою ракетой
    боєголовк* боеголовк* бомбу бомба бомбою бомбой бомбочк* бімба авіабомб* авиабомб* розтяжк* растяжк*
    ростяжк* пелюстк* пелюсток лепестк* лепесток пилюстк* пилюстку боєприпас боеприпас фугас* детонатор
    детанатор запал запалом підривник* взрыватель взрывателя болванка болванку чушка хвостовик артснаряд
    торпеда торпеду міномина самопал бойок касета касету кассета кассету кассетка касетка касетку кассетку
    мінометк* гранаті гранате ракеті бомбі бомбе снаряді снаряде розтяжці протитанкова протитанкову
    протитанкової противотанковая противотанковую протипіхотна протипіхотну протипіхотної противопехотная
    противопехотную mine landmine land-mine shell artshell grenade granade rocket missile bomb bomblet
    tripwire trip-wire boobytrap booby-trap detonator warhead dud uxo ied uxb fuze submunition projectile
    bombie вибухівка вибухівку вибухівкою взрывчатка взрывчатку тротил тротилу пастка пастку пастки ловушка
    ловушку claymore f1 torpedo handgrenade gernade grenad grenaid granate landmin bomblette снард снярад сниряд
    снарят гарната грената гранатта гронату растяшка ростяшка растижка розтяшка взривчатка авиобомба`,
  /** Dangerous objects in the plural, as a mass, or as an adjective. */
  hazard: `протитанков* противотанков* протипіхотн* противопехотн* міни мін мінам мінами мінах мины мин минам
    минами минах минка снаряди снаряды снарядів снарядов снарядами снарядах гранати гранаты гранат гранатами
    ракети ракеты ракет ракетами бомби бомбы бомб бомбами боєприпас* боеприпас* вибухонебезпечн*
    взрывоопасн* взривоопасн* підривн* вибухов* взрывн* взривн* вибухівк* вибуховк* взрывчатк* взривчатк*
    тротил* толов* внп касет* кассет* смертник* смертниц* suicide черепом череп черепа skull skulls
    суббоєприпас* суббоеприпас* нерозірван* неразорвав* невзорвав* нерозорв* нездетон* мінометн* минометн*
    міномет миномет рпг вог динаміт* динамит* молотов* напалм* порох* гексоген* амонал* амонит* аммонал*
    пластид* пластит* саморобк* боєкомплект* боекомплект* електродетонатор* электродетонатор* гранатомет* гранатомьот* launcher launchers bazooka мув узргм угзм вогами вогів вогов нурс лимонки mines landmines shells grenades
    rockets missiles bombs bomblets tripwires boobytraps munition munitions ordnance explosive explosives
    unexploded mortar mortars cluster submunitions uxos ieds erw eo detonators fuzes warheads projectiles
    dynamite tnt molotov rdx petn semtex amatol gunpowder anfo napalm duds minefield`,
  /** Things that are only sometimes dangerous. */
  weak: `дрон дрона дрони дроны бпла шахед* шахєд* коптер* квадрокоптер* безпілотник* беспилотник* уламок уламк*
    обломок обломк* осколок осколк* патрон патрони патроны патронів патронов гільз* гильз* набій набої
    набоїв зброя оружие тубус* drone drones fpv shahed quadcopter debris wreckage fragment fragments
    shrapnel cartridge cartridges casing casings ammo ammunition bullet bullets round rounds weapon petal
    petals fuse`,
  /** An object without a name. */
  vague: `хвіст хвостова метелик* бабочк* butterfly щось що-то чото шото щото что-то чтото шось штука штуку
    штуковина штуковину штучка хрень хрєнь херня херню хуйня фігня хрєновина железяк* залізяк* желізяк*
    залізка залізо железо железка желізка железку залізку предмет предмети предметы предмета предметом обєкт
    объект пакет пакунок сумка сумку рюкзак коробка коробку коробочк* дроти провода wires пристрій
    устройство річ вещь циліндр цилиндр труба трубу трубка металев* металл* метал іграшк* игрушк*
    снарядоподібн* болванк* something smth object objects thing device item package bag backpack cylinder
    tube metal metallic gadget contraption ball toy`,
  /** What makes an object without a name suspicious. */
  suspect: `дрот дроти дротами дротиками дротики дротик провод провода проводами проводочк* проводки антен* цока*
    тіка* тика* пищ* блима* мига* підозр* подозр* невідом* неизвестн* незрозум* непонятн* неопозн*
    непоняятн* іржав* ржав* схож* похож* хвіст хвостом хвост крильц* крылышк* військов* военное бойов* боев*
    вибухне рвоне взорвется зелен* метелик бабочк* green plastic butterfly wire wires wired antenna antennae
    antennas ticking beeping blinking suspicious unknown unidentified strange weird odd rusty fins military
    explode suspiciously looks resembling`,
  /** What a tripwire looks like. */
  string: `дріт дроту дротик дротина мотузк* верёвк* веревк* леск* волосінь шнур шнурок нитк* жилка жилку проволок*
    провід провод wire cord string line twine cable`,
  stretched: `натягнут* натянут* растянут* розтягнут* протягнут* між между between across stretched taut strung`,
  /** Wires, for the question which one to cut. */
  wire: 'дріт дрот провід провод проводок wire wires',
  /** Traces of fighting: where they are, mines may be. */
  front: `танк танки танків танков бої боїв бои боев обстріл* обстрел* фронт* позиції позиции позицій бліндаж* траншеї траншеях окопи окопах
    fighting shelling shelled tanks trenches frontline battle battles`,
  /** What explosives are made of. */
  material: `тротил* толу вибухівк* взрывчатк* порох* селітр* селитр* добрив* удобрен* гексоген* динаміт* tnt
    explosive explosives gunpowder fertilizer fertiliser powder amatol`,
  /** Ground that is or may be mined. */
  mined: `замінован* заміновон* заминирован* замініров* мінне мінному мінного мінним мінную минное минном минного
    минным minefield minefields mined mine-field mine-contaminated contaminated деокупован* деоккупов*
    звільнен* освобожд* liberated deoccupied de-occupied`,
} as const;

/** Where people meet what they report. */
export const placeWords = {
  /** Part of somebody's home or everyday life. */
  home: `город городі городу городом огород* грядк* двір двор двора дворе дворі двору дворик* подвір* сад саду садку
    садок садом хата хату хаті хаты хати хате будинок будинк* дом дома дому дім домі домом підвал* подвал* погреб*
    погріб* сарай сарая сараї сарае гараж* дах даху дахом крыш* горищ* чердак* балкон* вікно вікном вікна окно окном
    окна паркан* забор* ділянка ділянці ділянку участок участке участку дача дачі дачу даче колодяз* колодц* колодец
    криниц* клумб* майданчик* площадк* школа школі школу школе садочк* підїзд* подъезд* подїзд* теплиц* курник* стайн*
    кухн* кімнат* комнат* зупинк* остановк* квартир* поріг порозі порога пороге крильц* крыльц* калітк* хвіртк*
    garden gardens yard backyard house home basement cellar attic roof rooftop garage shed barn balcony window fence
    gate door porch dacha plot lawn doorstep well playground school flat apartment kitchen room driveway greenhouse
    orchard garden's kindergarten veranda courtyard allotment veg flower flowerbed bed bus`,
  /** Open ground. */
  ground: `поле полі полю полем поля ліс лісі лісу лісом лес лесу лесом лєс лєсу лєсі посадка посадці посадку
    посадке лісосмуг* лісосмузі лісополос* лесополос* лісопосадк* лесопосадк* дорога дорозі дорогу дороге
    дорогою дорогой узбіч* обочин* стежка стежці стежку тропинк* тропе річка річці річку речка речке речку
    река реке реку ріка ріці ставок ставку ставка ставке пруд пруду озеро озері озере берег березі берегу
    пляж пляжі пляже яр яру яром овраг овраге лузі луці лугу луг пасовищ* пастбищ* окоп окопі окопе траншея
    траншеї бліндаж* блиндаж* кладовищ* кладбищ* парк парку парке сквер сквері сквере болот* вулиця вулиці
    вулицю улице улица селі селе село трасі трассе міст мосту мостом кущах кустах траві траве траву землі
    земли земля земле ямі яме яма воді воде гриби грибами грибы природу пасіка полігон* канаві канаве рові
    соняшник* пшениц* кукурудз* стерні городчик море морі field forest wood woods forests road roadside path
    trail river lake pond beach shore meadow ditch trench park street village bushes bush grass ground dirt
    soil creek ravine hedge treeline canal riverbank cemetery swamp stream tree hole countryside pasture
    verge track`,
  /** Open land in the plural: people ask whether they may go there. */
  wild: `лісах лесах полях ліси леса поля луках посадках посадки лугах степу степ горах горы гори дніпрі дніпро
    днепре десні fields forests meadows woods woodland hills`,
} as const;
