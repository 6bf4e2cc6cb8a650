/** Who finds, how a find is told, how help is asked for. `*`stands for any ending. */
export const reportWords = {
  /** Past tense of one person who came upon something, or the English verb. */
  found: `знайшов знайшла знайшл знайшлось знайшлося знашов знашла найшов найшла нашел нашла нашол нашьол нашёл
    натрапив натрапила напоровся наткнувся наткнулась наткнулася наткнулся натолкнулся натикнувся виявив
    виявила обнаружил обнаружила помітив помітила заметил заметила побачив побачила увидел увидела увідєл
    уздрів викопав викопала відкопав відкопала выкопал выкопала откопал откопала раскопал розкопав виорав
    виорала вспахал зачепив зачепила зацепил зацепила підняв підняла поднял подняла підібрав підібрала
    подобрал подобрала приніс принесла принес притяг притягла притягнув притягнула притащил притащила принїс
    витягнув витяг выловил виловив надибав надибала знаходжу находжу нахожу викинуло вимило found discovered
    uncovered unearthed dug tripped picked brought fished ploughed plowed stumbled pulled dragged netted
    spotted noticed encountered`,
  /** The same in the plural, which news use as well. */
  foundMany: `знайшли знашли найшли нашли знашлі нашлі натрапили наткнулись наткнулися виявили обнаружили помітили
    заметили побачили увидели викопали відкопали выкопали откопали виорали зачепили підняли підібрали
    подобрали принесли притягли притащили виловили выловили`,
  /** Finding as a case to prepare for. */
  ifFound: `знайти знайдеш знайдете найдете найдешь найду знайду знайдеться найти виявленн* виявили виявите
    обнаружени* обнаружите обнаружить виявити знахідк* находк* натрапиш натрапити find finding finds
    discover encounter spot знаходить находит знаходять находят побачиш побачите увидишь увидите`,
  see: 'бачу бачимо бачив бачила бачили вижу вижю видим видел видела видели see saw seeing seen looking',
  lies: `лежит* лежить лежать лєжит лижить валяєть* валяет* валяют* стирчить стирчат* стерчить торчит* торчать
    торчат висить висит* застряг застрягла застрягло застрял* прилетів прилетіла прилетіло прилетело
    прилетел прилетела упав впав впала впало упала упал упало плаває плавает закопан* прикопан* закопал*
    натягнут* натянут* натягнул* растянут* протягнут* зявил* появил* знаходиться зариваєть* виднієт*
    виглядає визирає виглядывает вилізла вилізло вилізає вилезла вилазить вимило lying lies laying lays
    sticking stuck sticks hanging hangs fell fallen landed floating buried stretched embedded half-buried
    poking protruding crashed sitting sits appeared washed surfaced strung`,
  is: 'є есть is there theres are єсть',
  passive: 'was were been being are be',
  stepped: `наступив наступила наступил наступили вступив вступила ступив ступила клацнул* щелкнул* клацнуло
    натиснув натиснула зачепив зачепила задел задела заїхав заїхала stepped stepping stood clicked click
    tripped drove touched`,
  stand: `driven заїхала стою стоїмо стоим опинився опинилась опинилися опинились оказался оказалась оказались зайшов зайшла
    зайшли зашел зашла зашли заїхав заїхала заїхали заехал заехала заехали забрів забрела забрели заблукав
    заблукали заблудил* застряг застрягла застрягли застрял застряли йду ідемо идем йдемо иду сиджу сидим
    сижу потрапив потрапила потрапили попал попала попали standing stand stuck walked walking wandered drove
    lost entered trapped strayed wound ended`,
  my: `мені мне мене меня нас нам нами мій моя моє моєму моем моїй моей мого моего моїм моим мої наш наша
    нашому нашем нашій нашей нашого свій своєму своем своїй своей свого своїм моєю нашу мою my our me us`,
  me: `бачу бачимо вижу видим я ми мы мені мне нам мене меня нас нами мій моя моє моєму моем моїй моей мого
    моего моїм моим мої наш наша нашому нашем нашій нашей нашого свій своєму своем своїй своей свого своїм
    моєю нашу мою i im ive we weve my our me us id ill`,
  kin: `син сина сину сынок сын сыночек синок донька дочка дочь доня дитина дитя ребенок ребёнок діти дети дітей
    пацани пацаны хлопці хлопчик хлопчики мальчик мальчики дівчинка сусід сусіда сусідка сусіди сусидка
    сосед соседка соседи дід дед дідусь дедушка бабуся баба бабка бабушка мама мати мать тато папа батько
    отец муж чоловік дружина жена жінка брат сестра друг подруга пес песик собачка кіт кот корова внук онук
    онука внучка трактор тракторист кум кума свекор тесть корови онучка онучок знайомий знакомый знакома
    племінник товариш робітники рабочие рабочий будівельники строители малий мала малой хтось кто-то ктото
    собака чоловіка мужик son sons daughter kid kids child children boy boys girl neighbour neighbours
    neighbor neighbors dog cat grandpa grandfather granddad grandma grandmother husband wife brother sister
    friend dad father mom mum mother uncle aunt someone somebody tractor grandson he she cousin nephew
    colleague builders nephews`,
  urgent: `advise advice терміново срочно щойно негайно быстрее скоріше швидше sos допоможіть допоможить допоможи помогите помоги
    рятуйте спасите рятуйтє допоможит поможіть поможите памагите памагіте памажите хелп urgent urgently
    quickly asap mayday боюсь боюся страшно лячно scared afraid terrified panic panicking`,
  help: 'help halp hlep хелп',
  research: `порівняти сравнить порахувати посчитать зрозуміти понять дізнатися дізнатись узнать розібратися
    разобраться знайти найти compare count understand learn find figure research`,
  holds: `граються грається граєть* играют играет бавиться бавляться тримає держит зберігає хранит несе несет
    носить приніс принесла playing plays play holding holds keeps kept has carrying carried brings`,
  near: `перед попереду впереди поруч поряд рядом біля возле коло навколо довкола вокруг кругом під под спереду
    front ahead beside near next under around by behind`,
  everywhere: 'всюди скрізь повсюди кругом везде повсюду довкола навколо вокруг everywhere',
  doing:
    'робити робить делать дєлать діяти действовать вчинити поступить поводитися поводитись поводити робиты зробити',
  do: 'do doing',
  what: 'що шо что чо че чё чьо шоо щоо what wat whats wut',
  be: 'бути быть',
  actions: 'дії действия алгоритм правила порядок',
  whither: 'куди куда',
  whom: 'кому whom кого',
  where: 'де где where',
  call: `кликати покликати дзвонити дзвонить подзвонити позвонить звонить зателефонувати телефонувати телефонить набирати набрать
    звертатися звертатись звернутися звернутись обращаться обратиться повідомити повідомляти сообщить
    сообщать викликати викликать вызвать вызывать визвать казати сказати бігти заявити заявить поскаржитись
    жалітись звати позвати call called phone ring dial report contact notify alert summon inform`,
  callNumber: 'телефон номер телефони номери phone number hotline гаряча',
  emergency: 'emergency екстрен* экстренн* аварійн* phone contact hotline',
  bombSquad:
    'саперів сапери сапёров саперов саперам піротехніків пиротехников вибухотехніків взрывотехников sappers',
  no: 'не not didnt didn doesnt doesn never',
  dud: `вибухнув вибухнула вибухнуло вибухнули взорвался взорвалась взорвалось взорвались розірвався розірвалась розірвалося розірвались
    разорвался разорвалась спрацював спрацювала спрацювало сработал сработала explode exploded detonate detonated`,
  danger: `вибухає вибухають взрываются взрывается небезпечно небезпечна небезпечний опасно опасна опасный опасен вибухне вибухнути вибухнет взорвется
    взорваться рвоне рванет рвануть здетонує взорветься бабахне бахне ебанет підірветься підірвусь
    підірватися подорвусь подорваться взорвусь dangerous explode explodes harmless live blow hazardous inert`,
  touch: `чіпати чіпать трогать торкатися торкатись торкнутися дотикатися дотронуться підходити підійти подойти
    подходить пройти проходити обійти touch touching approach poke ходить`,
  may: `можна можно мона мошна дозволено безпечно безпечний безопасно безпечна варто safe safely allowed ok okay
    dangerous опасно небезпечно безпека risky небезпечна заборонено`,
  safe: 'безпечно безопасно safe',
  can: 'can could may should shall must dare',
  go: `випасати випас* выпасать піти іти йти ходити сходити вигул* выгул* пойти идти ходить сходить поїхати їхати їздити ехать поехать
    ездить гуляти погуляти гулять погулять заходити зайти заходить збирати собирать пасти рибалити ловити
    рыбачить купатися купатись купаться копати копать орати пахать косити косить садити саджати сажать
    відпочивати отдыхать пройти прогулятися прогуляться полювати переходити повертатися вертатися сіяти
    сеять їздить лишатися залишатися go walk walking drive stay enter hike hiking travel camp camping swim
    swimming fish fishing pick picking dig plough plow forage foraging cross step visit play jog run graze`,
  away: `відійти відходити отойти отходить відбігти отбежать відступити триматися триматись держатися держаться
    наближатися наближатись приближаться приблизиться підходити підійти подойти подходить тікати убегать
    бігти бежать евакуюватися эвакуироваться віддалитися розлітаються разлетаются stay keep get move step
    back run stand distance come approach evacuate retreat away walk closer`,
  far: `далеко метрів метров метры метри метра відстань отстань відстані відстанню расстояние расстоянии
    расстояния дистанція дистанции близько близко радіус радиус далєко far metres meters metre meter close
    distance radius near feet yards`,
  whatIs: 'це это this that it ето',
} as const;

/** What makes a message a question about aid or news, not a call for help. */
export const aidWords = {
  howMany: `насколько наскільки скільки скіки скільком скока сколько скок почем почому скілки кількість количество кількості число many
    much cost costs price percentage percent share total коштує коштувало вартість стоимость обійдеться ціна
    цена long довго долго`,
  who: 'хто кто who whose ким кем',
  when: 'коли когда when since',
  which: `який яка яке які яку якій яких якого якими якою якому какой какая какое какие какую каких какими каким
    какого чия which`,
  why: 'чому почему навіщо зачем why',
  how: 'як йак как how якось',
  info: `памятк* брошур* буклет* плакат* leaflet leaflets brochure brochures booklet booklets poster posters новин* новост* стать* стаття статті джерел* источник* інформац* информац* цифр* дані даних данные данных
    звіт* отчет* читав читала прочитав прочитала читал прочитал пишуть пишут повідомл* сообща* відео видео
    source sources article articles figure figures data report reports news read website page statement
    claim claims video evidence answer mention mentions numbers documents document records`,
  process: `компенсац* компенсіс* заявк* заяву заява заявление виплат* выплат* субсид* субвенц* реєстр* сертифік*
    сертифик* страхув* страховк* пільг* податк* налог* тендер* аукціон* аукцион* прозоро prozorro дотац*
    відшкод* возмещ* інвалідн* инвалидн* статус довідк* справк* обстеженн* держпрограм* госпрограм*
    безкоштовн* бесплатн* зарплат* вакансі* сапером професі* ваканси* навчанн* обучени* курс курси курсы
    compensation compensated apply applying application applications applied register registration
    certificate certified certification insurance tender auction subsidy disability reimburse reimbursed
    reimbursement payout payment payments claim eligible licence license salary job jobs career course
    courses training vacancy volunteer`,
  aid: `грош* коштів коштом кошти гривн* грн млн млрд мільйон* миллион* мільярд* миллиард* долар* доллар* євро
    евро бюджет* фінанс* финанс* донор* донат* грант гранту гранти грантів грантом грантов допомог* помощь
    помощи проєкт* проект* програм* програ* коаліц* коалиц* гектар* га області область областях области
    регіон* регион* статистик* відсот* процент* площ* вторгненн* вторжени* угод* договор* контракт* постача*
    переда* надал* надав виділ* выдел* партнер* країн* стран* міжнарод* международ* стратег* закон*
    законопр* конвенц* конференц* уряд* правительств* міністер* министер* заплат* оплач* плат* спонсор*
    гуманітарн* гуманитарн* розмінуванн* разминировани* протимін* противомин* внесок взнос ціль цілі
    розмінован* знешкоджен* обезврежен* знищен* уничтожен* щороку щодня щомісяця тонн* експорт* урожа* money
    fund funds funding funded dollars dollar euro euros million millions billion budget donor donors donate
    donated donation grant grants project projects programme programmes program programs coalition hectare
    hectares statistics statistic pay pays paid government country countries partner partners treaty
    convention conference pledge pledged region oblast province gave given provided demining deminer supply
    supplied aid finance financed sponsor export exports tonnes cleared humanitarian clearance agreement law
    economy impact вглиб глибин* глубин* deep depth strategy percent usd eur uah invasion war sq km2
    ministry destroyed neutralised neutralized defused`,
  setting: `область області областях области регіон* регион* рік року році роки років год году годы лет місяць
    місяці місяця year years month months region regions oblast province district`,
  dealt: `знищили знищила знищив знешкодили знешкодила знешкодив вилучили вилучила уничтожили уничтожил
    обезвредили обезвредила изъяли підірвали removed destroyed defused neutralised neutralized seized
    detonated cleared`,
  define: `означає означат* значить значит meaning mean definition заборонен* запрещен* тип типи типів типы типов
    types type історія история history різниця разница difference відрізня* отлича* вигляда* виглядi
    выглядит вигляд look looks called назива* называ* правда true legal illegal legally характеристик*
    характеристики виробник* производител* придумав придумал винайш* manufacturer invented specification
    specs wikipedia вікіпед* називається`,
  take: 'таке такое такая',
  about: 'про о об about щодо',
  harm: `загину* погиб* поранен* ранен* постражда* пострада* жертв* убил* вбил* вбит* убит* підірвал* підірвався
    подорвал* подорвался травмов* покаліч* скаліч* загибл* killed wounded injured died dead victims victim
    casualties casualty maimed hurt survivor survivors deaths hit`,
  org: `дснс гсчс мчс поліці* полици* сапери сапер саперами саперів саперам саперы сапёры сапера саперу саперка піротехнік*
    пиротехник* рятувальник* спасател* військові військових военные військовослуж* прикордонник* пограничник* служб*
    міноборони минобороны всу зсу нгу нацгвард* команди команда командам оператор* фонд фонду фонди організац* организац*
    компанії компаніям компании компаниям підрядник* подрядчик* кінолог* вибухотехнік* фахівц* специалист* спеціаліст*
    guards customs police sesu deminers deminer sappers sapper engineers army military's soldiers rescuers teams team authorities
    service ministry halo trust undp fsd npa organisation organisations organization organizations operators operator experts specialists specialist eod crews workers companies company contractor contractors firm firms unicef osce apopo drc
    technicians ngo ngos professionals pyrotechnicians`,
  occupier: `росіян* россиян* росія росії россия рашист* окупант* оккупант* орки орков русня ворог* враг* russians
    russia russian occupiers enemy`,
  agent: `україн* украин* япон* норвег* сша канад* литв* німеч* німц* герман* швейцар* євросоюз* оон проон дані*
    данськ* польщ* польш* британ* франц* коре* азербайджан* хорват* естон* эстон* швец* швед* австр* америк*
    світ* мир* фермер* аграр* держав* госуд* харківщин* харьковщин* херсонщин* донеччин* громад* ukraine
    ukrainian ukrainians japan japanese norway norwegian us usa canada lithuania lithuanian germany german
    switzerland swiss eu un denmark danish poland polish britain british france korea korean azerbaijan
    croatia croatian estonia sweden austria america american world farmers farmer state village villages
    community communities kyiv palantir europe nato`,
  machine: `машин* технік* техник* робот* комплекс* трал тралом трали системи система системы установк* собаки собак
    собакам щури крысы металодетект* міношукач* миноискат* детектор* бозен* діггер диггер нікен никкен
    алгоритми штучн* супутник* спутник* нейромереж* маніпулятор* machine machines robot robots robotic
    vehicle vehicles system systems dogs rats flail tiller excavator excavators detectors detector revival
    digger bozena armtrac nikken alis gcs dok-ing doking technology technologies technique ai software
    equipment satellite satellites tools artificial app platform imagery remote minewolf wisent mv4 mv10 tmx`,
  /** Driving a machine from afar. */
  steer: `керувати керують керує керуват* керован* управля* пульт* steer* controlled controls
    driven remotely`,
} as const;
