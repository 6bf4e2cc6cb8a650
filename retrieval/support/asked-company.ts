const asks =
  /(?:компан|фірм|фирм|виробник|производител|підрядник|подрядчик|переможец|победител|startup|start-up|company|firm|manufacturer|maker|contractor|supplier|企業|会社|メーカー)\p{L}*|(?:хто|кто) (?:\S+ )?(?:виграв|виготов|вироб|постача|выиграл|произв|изготов|поставля)|who (?:\S+ )?(?:makes|made|builds|built|manufactur|won|supplie|produce)/iu;
const asksWhich =
  /(?:назв\p{L}*|яка|який|які|хто|чия|какая|какой|какие|кто|чья|name|which|what|who|whose|どの|何という|名)/iu;
const company =
  /[«"“][\p{L}\p{N}].*?[»"”]|(?<!\p{L})(?:ТОВ|ООО|ПрАТ|АТ|LLC|Ltd|Inc|GmbH|Corp|Co\.|AG|d\.o\.o)(?!\p{L})|(?<!\p{L})(?:компан|фірм|фирм|корпорац|завод|підприємств|предприяти|виробни|производит|company|firm|manufacturer|corporation|start-?up)\p{L}*|(?:社|企業|メーカー)/iu;

/** True when the name of a company is asked for: "who built the machines", "назва фірми". */
export function asksForCompany(question: string): boolean {
  return asks.test(question) && asksWhich.test(question);
}

/** True for a sentence in which a company may be named: a word for one, a legal form, a name in quotation marks. */
export function mayNameCompany(sentence: string): boolean {
  return company.test(sentence);
}
