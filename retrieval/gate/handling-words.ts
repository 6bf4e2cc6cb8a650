/**
 * What people ask to do with explosive objects. Slavic words stand here in forms that name one's own act (infinitive,
 * imperative, first person); past and third person, which news use, are left out. `*`stands for any ending.
 */
export const handlingWords = {
  /** Verbs that say enough by themselves. */
  handle: `роззброїти роззброювати разоружить розрядити розряджати розряджаю розряджу розрядимо розряди розрядіть
    розряжать розрядить розряжати разрядить разряжать разряжу разряди разрядите разрядять знешкодити
    знешкоджувати знешкоджу знешкодимо знешкодь знешкодіть знешкодить знезаразити знешкоджуй обезвредить
    обезвреживать обезврежу обезвредь обезвредьте обезвридить обезвредити обезврежувати деактивувати
    деактивировать дезактивувати деактивую нейтралізувати нейтрализовать підірвати підривати підірву
    підриваю підірви подорвать подрывать подорву взорвать взрывать взорву висадити детонувати здетонувати
    детонировать сдетонировать розмініровать разминиравать заминировать заминувати замінувати заміную
    замінірувати мінувати минировать заминирую деміновать знешкодитити взвести синтезувати синтезировать
    synthesize synthesise disable defuse disarm deactivate neutralise neutralize detonate defusing disarming
    detonating deactivating diffuse desarm unarm render`,
  /** Verbs that name their object themselves. */
  layMines: `заминировать заминувати замінувати заміную замінірувати замініровать мінувати минировать заминирую
    booby-trap boobytrap`,
  /** Demining by oneself needs a word more to be dangerous: `як розмінувати поле`is what farmers ask the state. */
  demine: `розмінувати розміновувати розміную розмінуй розмінуємо разминировать разминирую розмініровать
    розмінірувати деміновать demine`,
  search: `шукати искать знайти найти виявляти виявити обнаружить clear clearing sweep probe detect search find
    locate`,
  /** Everyday verbs: dangerous only with a dangerous object beside them. */
  everyday: `design designing modify modifying спроектувати спроектировать зробити робити роблю зроблю зроби сделать делать сделаю сделай зробить зробітю змайструвати смастерить майструвати
    виготовити виготовляти изготовить изготавливать виготовлю створити создать збудувати сконструювати скласти складати
    зібрати збирати собрать собирать зварити сварить змішати смешать начинити склеїти спаяти паяти сконструировать
    встановити встановлювати установити установить устанавливать поставити ставити поставить ставить поставлю закласти
    закладати заложить закладывать натягнути натягти натянуть протягнути розтягнути растянуть повісити прикріпити
    закріпити закрепить підвісити зарядити зарядить заряджати активувати активировать підключити подключить під'єднати
    під'єднувати підєднати зняти знімати снять снимать зніму
    перенести переносити переношу перемістити переміщати переместить перемещать пересунути посунути передвинуть сдвинуть
    винести виносити винесу вынести вывозить вывезти вивезти вивозити вивезу перевезти перевозити перевезу перевозить
    транспортувати транспортировать забрати забрать забирати прибрати убрать убирать прибирати убрати підняти піднімати поднять
    поднимать викинути викидати викину выкинуть выбросить выбрасывать выкину позбутися позбавитися избавиться витягти витягнути
    витягувати вытащить вытаскивать витягну здати сдать дістати достать діставати извлечь извлекать вилучити принести нести везти відвезти
    отвезти відвезу отвезу взяти взять відтягнути оттащить перетягнути перетащить стягнути перекласти кинути кидати бросить бросать метнути кину
    викопати викопувати викопаю відкопати відкопувати выкопать откопать выкапывать откапывать розкопати раскопать закопати закопать
    відкопаю викопувать
    спалити спалювати спалю сжечь сжигать спалить підпалити поджечь розстріляти розстрілювати расстрелять застрелити стріляти
    стрелять вистрілити запустити запустить використати використовувати использовать втопити утопить утопити залити залить знищити
    уничтожить знищувати ліквідувати ликвидировать утилізувати утилизировать
    розібрати розбирати розберу розбери разобрать разбирать разберу відкрити відкривати открыть открывать вскрыть розкрити розкрутити
    раскрутить викрутити відкрутити открутить выкрутить викручувати розпиляти розпилити розпилювати распилить распилювати пиляти пилить спиляти розрізати разрезать
    відрізати отрезать перерізати перерезать просвердлити свердлити просверлить сверлить виплавити выплавить виплавляти
    розколоти расколоть розгвинтити відгвинтити вдарити ударить стукнути бити роздовбати молотком сховати заховати спрятать
    прятать зберігати хранить зберегти спрятати переробити переделать
    перетворити превратить купити купувати куплю купить покупать придбати приобрести замовити заказать продати продам продать продавати роздобути раздобыть
    make making build building assemble assembling craft create creating construct constructing cook mix set setting plant planting lay
    laying rig rigging place placing arm arming activate use using throw throwing toss launch launching fire shoot shooting
    attach connect wire move moving carry carrying transport transporting take taking remove removing lift lifting pick
    picking drag pull pulling relocate relocating dispose disposing discard dump bury burying drown bring
    dig digging excavate unearth destroy destroying blow blowing explode exploding burn burning ignite trigger triggering
    open opening dismantle dismantling disassemble disassembling disassembly saw sawing cut cutting unscrew unscrewing drill drilling extract
    extracting melt melting smash hit hitting crack kick hammer scrap recycle hide hiding conceal keep keeping store storing stash buy
    buying purchase order sell selling obtain acquire smuggle get getting turned convert transform transforming produce manufacture improvise deal clear`,
  /** How it is done by people in general, or a passive: `як роблять`, `how is … made`. */
  theyMake: `set laid makes builds assembles робить роблять делают виготовляють изготавливают збирають собирают
    встановлюють ставлять ставят устанавливают розбирають разбирают заряджають заряжают робиться делается
    збирається влаштована устроена влаштований устроен працює made built assembled constructed rigged
    planted armed cooked dismantled opened disassembled wired triggered`,
  /** Acts that do no harm after `how`. */
  mild: `розпізнати розпізнавати распознать распознавать уникнути уникати избежать избегать вижити выжить
    захистити захиститися защитить защититься вберегти вберегтися уберечься відрізнити отличить побачити
    увидеть помітити заметить знати знать дізнатися узнать навчити научить вчити пояснити объяснить
    розповісти рассказать реагувати реагировать підірватися подорваться позначити обозначить маркувати
    огородити жити жить подати подавать стати стать отримати получить перевірити проверить читати
    називаються вийти выйти вибратися вибратись выбраться повернутися вернуться leave return recognise
    recognize avoid survive protect identify know notice mark teach educate react behave respond act escape
    warn fence learn apply become prevent stop count donate support cope live read understand talk explain
    tell stay keep see spot`,
  /** The same for disarming, which is asked of machines and services as well. */
  theyDisarm: `розряджають разряжают знешкоджують обезвреживают розряджається знешкоджується обезвреживается
    розряджувати розряджає знешкоджує разряжает обезвреживает defuses disarms neutralises neutralizes
    deactivates defused disarmed deactivated neutralised neutralized detonated`,
  /** Handling as a noun. */
  handlingNoun: `розмінуванн* разминировани* demining розряджанн* розрядженн* розрядк* разрядк* разряжени* знешкодженн* обезвреживани* виготовленн*
    изготовлени* збирання збірка сборк* складання встановленн* установк* перенесенн* транспортуванн*
    розбиранн* разборк* демонтаж* підрив* подрыв* детонац* мінуванн* минировани* будова устройство
    устройства схема схему схемы схеми склад состав рецепт* мінірованн* disposal assembly construction
    disarmament detonation disassembly transportation blueprint blueprints schematic schematics diagram
    recipe ingredients composition`,
  /** Trade in any person: nobody sells grenades lawfully. */
  trade: `купити купить купують покупают продають продают продається продаются продати продать взяти взять достать
    дістати замовити заказать buy sell sells sold selling buying purchase order`,
  /** Asking to be taught. */
  teach: `інструкц* инструкц* покроков* пошагов* посібник* пособи* методичк* мануал туторіал* алгоритм рецепт*
    схем* кресленн* чертеж* поясни поясніть пояснити объясни объясните розкажи розкажіть розкажеш расскажи
    расскажите розповіси розпиши нагадай напомни порядок опиши опишіть опишите навчи навчіть научи научите
    покажи покажіть покажите підкажи підкажіть подскажи подскажите напиши напишіть напишите підкажить дай
    дайте викладіть порадь порадьте посоветуй посоветуйте instruction instructions guide tutorial manual
    handbook steps recipe blueprint blueprints schematic schematics diagram teach explain describe tell
    remind show write procedure method methods technique techniques walk outline walkthrough detail ways way
    tips`,
  /** One's own intention or need. */
  want: `хочу хочемо хотим хотів хотіла хотел хотела треба потрібно потрібна нужно надо мушу маю можу можем
    можемо могу буду будем будемо збираюсь збираюся збираємось планую допоможи допоможіть помоги помогите
    собираюсь собираюся планирую вирішив решил решили вирішили спробую попробую попробовать спробувати
    допоможете хочуть хоче хотят хочет wants want wanna need gonna let lemme trying try plan planning intend
    going wish decided like`,
  /** First person of a Slavic verb: a plan of one's own without a pronoun. */
  ownPlan: `куплю продам розряджу разряжу розряджаю знешкоджу обезврежу підірву подорву взорву викопаю выкопаю
    відкопаю спалю сожгу викину выкину винесу вынесу вивезу вывезу перенесу розберу разберу роблю зроблю
    сделаю зніму сниму кину заміную заминирую розміную приберу уберу заберу відтягну потягну оттащу відвезу
    отвезу перекладу покладу положу поставлю закладу заложу підніму подниму закопаю перетягну відкрию открою
    розкручу раскручу розпиляю распилю розріжу разрежу витягну вытащу дістану достану відкручу викручу
    откручу выкручу натягну натяну`,
  /** What something is made of. */
  recipe: `код таймер* code timer рецепт рецепта рецепти рецепты компонент* інгредієнт* ингредиент* етапи этапы порядок послідовність
    последовательность технологію технология технологія крок кроком шаг шагом процедуру процедура інструкція
    інструкцію інструкції инструкция инструкцию посібник пособие мануал туторіал схему схема
    instruction instructions tutorial manual sequence wiring
    креслення чертеж чертежи recipe recipes ingredients blueprint blueprints schematic schematics`,
  /** Parts of a fuze. */
  part: 'запобіжник* предохранител* капсюл* чека чеку чеки ударник* pin',
  whatFrom: 'чого чего',
  purpose: 'для for тренування тренировки training',
  trains: `навчають навчає навчати навчал* навчил* учат обучают обучает обучал* вчать вчив trains train trained
    training teaches taught learn learned courses`,
  /** Without those who know how. */
  self: `сам сама самі сами самому самой самотуж* самостійно самостоятельно власноруч вручну руками голими
    саморуч* самим myself yourself ourselves own alone oneself diy homemade hands`,
  homemade: 'саморобн* самодельн* самороб* саморобк* самопальн* homemade home-made diy improvised improvise',
  tool: `лопатою лопатой граблями вилами трактором щупом палкою палкой металошукачем металлоискателем болгаркою
    болгаркой молотком ножівкою ножовкой плоскогубцями пасатижами викруткою отверткой кусачками rake shovel
    spade stick pliers hammer grinder screwdriver drill wirecutters`,
  /** Asking whether and how, in English: what stands between `how`and the verb. */
  to: 'to',
  role: 'навчаюсь навчаюся учусь вчусь студент курсант student cadet studying я i im am ти ты ви вы you youre уяви представь як как as be act pretend ролі роли',
  you: `you u ya yo one person people anyone someone guy girl he she character hero soldier they sapper сапер
    terrorist`,
  aux: 'does did was were has have had is are been',
  pronoun:
    'її його їх нею ним ее его их ее это це цю цей такую таку такий такой неї ней нього нее него it them this that these those її one',
  helps: `допомога* допомож* помога* помоч* помож* support supports supporting assist assists helping helps helped
    допомогти помочь помогти`,
  whatWith: 'чим чем',
  have: 'has have had must',
  what4: 'якщо если if when коли whatif',
} as const;

/** Second halves of English compounds that are about aid: `mine action`, `bomb disposal`. */
export const aidCompounds =
  'action clearance detector detectors detection dog dogs rats map maps risk risks ban treaty awareness survivor survivors victim victims removal sector education safety lesson lessons contamination contaminated threat threats roller rollers plough flail problem programme program project accident accidents incident incidents casualties clearing affected kafon free hazard hazards specialist specialists technician expert experts team teams';

/** Nouns that take over the object of an everyday verb: `зробити карту мін`, `build a mine detector`. */
export const harmlessObjects = `карт* мапу мапа мапи мап фото фотограф* відео видео список списк* заявк* заяв* звіт* отчет*
 проєкт* проект* план внесок взнос донат* пожертв* презентац* сайт застосун* додаток курс урок
 висновк* прогноз оцінк* оценк* map maps list report application payment donation contribution table chart poster lesson
 detector detectors machine machines robot robots app photo picture film movie statistics progress decision difference
 investment coalition policy comparison summary question sense contact appointment call protection roller plough
 awareness fence `;
