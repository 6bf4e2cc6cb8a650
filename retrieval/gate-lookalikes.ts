/**
 * Real words one edit away from a word of the gate: they are never read as its typo. Collected by running the gate's
 * words over the starter corpus and the lexicon, and by adding everyday words that those do not hold.
 */
// biome-ignore format: a list is read as one paragraph
export const realWords = `букет букета букету букеті букете букетом букеты букети орали орав орала сніг снігу снігом снег снегу розповіли розповів розповіла мінували мінував замінували замінував виконала виконав виконали знесення
accompany account action granite grenada granada landman granary рената снаряддя сорок довге довга довгий aiding aimed aiming aires allied allocate along amine anniken annual arrive arts
assert attack avert avstriia ball ballet bdocument bell bench better bidding bigger billions binding blast
blick bob bomb bombed bomber boom border bought bound brain breach bread brink brown bucket buffet buffett
build buildings built bump buses buzzing cable call called caller calling card cards cared cares caring
carrier caught cell center charg cheese chile choose chose citing clean clock coal collars collect comb
cooking correct costa court cried crown crying dacia death define dense deport derive deter differ digged
dine dinner diver diving docket draft driver driving drought drying dutch dying earned estate evaluate
fall farming feeing feeling field fields filed fine fired fires fledged footage forest forge former foster
foundation founded franc french frost fund funds garbage garden gardens gate gates gather gender geran
getted giant gives glide goal grade grain gramme grand granted grave gravel greeting grenadine grown guild
guilt hall handed hard hears hell hello hence hired hiring holland honey horse hose hosts hound house
housing iphone jammer kanada kinds krone lands letted letter letting line lines locker lots lunch made
main maine make maker mall man manal mane many marking married matter matters mattress medal meeting men
mental merge metals mice mike mile miles milyon mime min mina mind minds mined miner miners minex mingle
minh mini minor minre mint minus minute minutes miny mission missions mister mixed mixes mone money
mono mood moon mostar mound mount mouse mouth move moves movie name needed netting niger nine none noted
older ordinance other packet paper papers paying peace pearson peking peter pine plane plani plans plate
pocket posts pouched pound pounds prime prince prize projection protect prove putted putting racket rather
reach reaches reader refuse resort rest retail riding rigid risks rocked rocker round rouse rover ruska
ruslan sacred safer saying scare scream seedling seize sell seller setted sewing shake shall shame shape
shaped shave shed shelf shelling shells shelter shopping short sifter sifting sing sized small smell snare
socket solar sound sowing space spare spell spelling sport sports stable stage stake stamp steel steering
steppe still stock stocks stone stopped stops storm story strap stress strong supper swede takes talked
tall tasking taxing tense terms terrain theme think threw ticket tillage time times tired tomb torch trace
trait traitor trawl treat trial tried truck tying vanish verde vine wall ward white whole wicked widow
winds wine winned witch womb would wound wrote yard yards yarn yield zones акционер акціонер анникен
аннікен артист аруба бабки багно банка барт бачить берегти богородичне богородичное болем бомок борова
борьба бочка бочок брали брати будет будувати вадим валлетта валют валюта валютний валютный валюту варта
вартий ввести вводить весить вести взрыв взяли вибрати видати видеть видно видів вижити визит викрити
вилковий вина винна винний винні вино вину вині випити виправити висеть висловила висловило висловити
висловлювання висловлювань висловлюють висловлює висота висотка виступити виходити виїзна виїхати вказати
вклад вкласти вміло вмію вміє внести водити военно военный войти восстановление восстановлению
восстановления воєнний впасти встати всього втікати входити входить вывозу выжить выпить выразить высота
вышел відводити віддати відень відкинути відкрутити відняти віднімати відро відродити відірвало відїзд
візит війна війни війною війну війні вікна вікно вікова вільна віна віно вінок вісім гаити гарантії гаїті
гвинт гендер гендерна гендерний гендерное гендерну гендерный герань гинути глушіння гниль голова голови
голову голод гомель гонка гора городах городка городня городнянский городнянський городской гору горіти
госстат готов грати грунт гукати гуляє дарить даром двері двома девушка делам делах дельта дени день
деталь детей детонує димер дина дихати дні довгий доводитися додатковий додатково додаткові додатку дойти
долгий домой дорог дорого доріг досить доска доставити доставить дотик дошка дрова дронами дроту другом
думка думку дымер діяли желать жінки жінок забой забыть загал загалом загону загін задеть займов займы
закинутий залежить залив залік замін заміна заміни заміну заміні запад запас запах запит заробити затраты
заходив заходила заходять зачет зачинити защиты збивати збивають збити збитий зброю зброї звести звірити
звірка земель землю зима зими зиму зимі зина зину змін зміна зміни зміну зміні зміїний знав знак знаки
знала знати знаходити знаємо знаєш знести зниження знижень знизити зірка играть имена имени имя иной каком
каліцтво карета кидать киинка кина кину кинув киото киїнка класти клітка кожна кооператив кооперативне
кооперативний кооперативный кооперация кооперація кости котів кривий крови крові кроків крона крыса курди
курды курити курить курса курск курсу курськ курувати кійото кілки кіна кіно кіну кіото лагодити летом
лечить лимит лина линии линию линия лину ловить лотів ліміт лінь ліній лінії мазь майном макет мама мами
маму мамі маналь медаль мена мене мени менше меню меня мені месяц метла мешать мила мили милий мило
мильний милі минає мине минимум минно минных минск минув минула минулий минуло минулого минус минут минута
минуту минуты мира мире миру миры миссии мису мита мити митна митний миті миша мишу многа много мной мною
может монитор мониторинг мониторинговая мониторинговый монітор моніторинг моніторингова моніторинговий
моніторингової моніторингу моніторити мости моя моє мої мыла мыса мідь міді мій мілина мінет мінних мінно
мінськ мінус мінує мінімум міра міри міру міст міста місто містом місця місці міська місії мітка мітки міф
міфи міцний мішок мію набор набрати навантаження навантажень навантажувач наводить навпіл навіть надає
надел надходять надійти надійшли наехал нажать найди найти накладати накладывать накласти наложить наряд
наряду науки начала началах начале начало начальная начальник начальниця начальный начальство наша нашого
наші наїхав несуть нигер нима нина нину нині норад нігер німа німу ніна ніну обгородити обирати обирають
обойти обрати обстановка обійми ожерелье оклад окраина округ окупаться окупувати онуки опалень
оподаткування оподаткувань опрацює орудие оскол оскільки особи особиста особисте особистий особисто
особисті особый остановить отводить отримає падать пакета палиці памяти пана паника пану паніка папери
папері парад парне партій партії пасека паску пастка пацан песок пилот пишет плану поводок повідку
повільний повільно повірений поглиблення поговорити поговорить погода пограничная подавати подавляющее
подал подала подали подало подальший подальші подати податок подать подвоїти подивитися подряд подсчитать
подъехать поезд поездка поездок позиція покривати покривають покриває полез полей пологи положить помер
помеха поміч понад понимать попасна попіл порвати порвать порода порой порівну порівнюють порівнює
порівняв порівняйте порівняння порівняно посад поскольку постановка пости посты потому потреб потреби
потребитель потребительский потреблять потребностей потребности потребою потребують потребує потрібен
потім похвала початкова початковий початком початку початківець початківця почти пошити поїзд поїздка
поїздок поїсти правий правый преданность преданный предатель предательство привид приграничный приехать
прийти прийтись приліт приїхати пробить пробувати проводити прозрачность прозрачный проиграть прокат
проработка проработок прорахунку прорахунок просить простий просунутий проти проход прохід процеси процесі
пугать пустий пушка підбити підуть підіймати пілот піна пісок радити радість радістю ранить решить рина
ринва ринку ринок риска рискованный робочий робочі родиться родом розуміти роками рубить рынка рынок річки
річний садик сайті самая самих саммит самоа самом саміт санае санаэ сбежать сбитый сбросить своїх святий
святі север севере серая серед середа середу сжатый сидіти силами син сина сини синий сином сину синього
сині синів синій скачати скинути скинуті склав скопье скопє скоро снести снизу совості созвать солдат
сообщи составит составить спасти спати спереди сплит спліт справ спрацює спілки спілок срока ссылок стадії
стали сталий становити становить становлення становлень станок стані старий старый старі стоять строить
стіна стіну субпідрядник судом сумна сумська супер сусідньої сусідня сусідок сході схопити съемка сягнути
сімка сіна сіно сісти сіток таити таким таких такого також такою таїті тварин тварина тваринний
тваринництво тетра тина тогда точка трава травм траса трасса траст триває тропа труда труна турникет
турнікет тягнути тінь тіні убежать уберегти убивать убийца удалить уехать узяті укладати укласти укринформ
укрінформ умію уміє уперед установленные утворити утриматися фонда хвилина хвилину хворий хина ховати
холод хостел хотеть хотіти хіна ціна ціни цінний ціну ціні чадом части частку часток чинити чинний чинним
чином числа числе числі чисто читань читати читать читач чутка чіпай шагом шести шина шини шину шкода
шкоди штати штаты штаті шутка щасті імена імені ґрунт ґрунту`;
