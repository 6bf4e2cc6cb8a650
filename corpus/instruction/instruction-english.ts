/**
 * English frames of orders to software. People are told to do things in the world; software is told what to say, to whom,
 * and what to forget. Written for sentences in lower case.
 */

const say =
  'say|reply|answer|respond|write|output|print|state|claim|declare|repeat|mention|conclude|announce|quote|cite|confirm|insist|assert|present|name';
const handle =
  'include|add|insert|append|put|begin|start|end|finish|use|recommend|link|prefix|attach|place|translate|format|make|change|replace|return|give|provide|keep|summari[sz]e|shorten|omit';
const guide =
  'tell|inform|assure|advise|direct|redirect|refer|send|point|show|give|convince|persuade|remind|warn|steer|notify|lead|encourage|provide|supply|offer|urge|invite|mislead|promise';

// Where a command may begin: a sentence, what follows a mark, or a word that leads on to it.
const start = String.raw`(?:^|[.!?:;("«“\]>\n]\s{0,3}|\b(?:please|and|then|now|just|so|instead|kindly|also|always|only|simply|but)\s)`;
const audience = String.raw`(?:the |all |every |any |each |your |this |these )?(?:users?|readers?|askers?|questioners?|whoever asks|(?:any|every)(?:one|body) (?:who asks|that asks|asking)|people who ask)(?! of\b)(?:['’]s)?\b`;
const machine = String.raw`(?:a\.?i\.?|llms?|(?:large )?language models?|chat ?bots?|chatgpt|gpt(?:-?\d)?|claude|gemini|copilot|(?:ai|virtual|automated|digital|answering) (?:assistants?|agents?|systems?|crawlers?|readers?|models?|bots?|tools?))\b`;
const answers = String.raw`(?:answers?|responses?|reply|replies|output|summary|summaries)\b`;
const must = String.raw`(?:must|should|shall|have to|has to|need to|needs to|are to|is to|will|ought to|(?:are|is) (?:required|instructed|ordered|asked|told) to|(?:can|may) only)(?: only| always| never| not| simply| just| also| now| instead)?`;
// "Say that you see a mine" is for people: what they are told to say is about themselves.
const payload = String.raw`(?:(?: in [a-z]{4,12})?(?: only| just| simply| exactly| always| instead| back)?(?: only| just)?(?: with)?(?:\s?(?:["“«])| that (?!you\b|your\b|i\b|it is an emergency)| the following| as follows| this\s?[:,.]| this (?:sentence|phrase|text|number|word|line)| after me| (?:yes|no)(?:[.!"”»]|$)))`;
const number = String.raw`(?: only| just)?(?: with)?(?: the (?:number|figure|word|text))? ["“«]?\d`;
const rules =
  'instructions?|rules?|prompts?|guidelines?|guidance|directives?|directions?|commands?|restrictions?|safeguards?|policies|training';
const old =
  'previous|prior|above|earlier|preceding|foregoing|initial|original|existing|system|other|given|received|everything|anything|all|your';
const madeBy = String.raw`\b(?:any|every|all|each|an?) (?:automat(?:ed|ic)|generated|machine|ai|synthetic) (?:summar(?:y|ies)|answers?|digests?|repl(?:y|ies)|overviews?)\b|\b(?:who(?:ever)?|any(?:one|body|thing)|every(?:one|body)) (?:compil|writ|generat|compos|prepar|draft|build|mak|produc|creat|assembl)(?:es?|s|ing) (?:the |an? |any |up )?(?:answers?|summar(?:y|ies)|digests?|repl(?:y|ies)|overviews?)\b`;
const forget = String.raw`(?<!\b(?:not|never|n['’]t|cannot|often|to)\s)(?:ignore|disregard|forget|override|bypass|discard|overlook|neglect|pay no attention to|(?:do not|don['’]t|stop) (?:follow(?:ing)?|obey(?:ing)?|heed(?:ing)?)|set aside)`;

/** Sets aside what the software was told, or speaks to it: whoever writes so means all of the paragraph for it. */
export const englishOverrides: readonly RegExp[] = [
  rule(
    `${forget}\\b.{0,40}\\b(?:${old})\\b.{0,30}\\b(?:${rules}|texts?|contexts?|messages?|documents?|sources?|pages?|above|earlier|before|told|said|written|read|given)\\b`,
  ),
  rule(
    `${start}(?:please )?${forget} (?:the |all |every |any |what .{0,20})?(?:above|(?:of the )?(?:${rules})(?! of))\\b`,
  ),
  rule(
    `(?:reset|clear|erase|wipe|delete|drop) (?:your|the|all|this) (?:context|memory|history|conversation|prompt|instructions?)\\b`,
  ),
  rule(
    String.raw`\b(?:everything|anything|all|text|instructions?|commands?|prompts?|messages?)\b.{0,20}\b(?:before|above|earlier|prior|previous)\b.{0,30}\b(?:is|are) (?:now )?(?:obsolete|void|invalid|outdated|cancell?ed|false|wrong|superseded|null)\b`,
  ),
  rule(
    `\\b(?:previous|prior|earlier|above|former|old|original)\\b.{0,20}\\b(?:${rules}|orders?)\\b.{0,20}\\b(?:revoked|void|cancell?ed|withdrawn|suspended|lifted|superseded|obsolete)\\b.{0,60}\\b(?:answer|reply|response|figure|number|say)\\b`,
  ),
  rule(
    `\\bnew (?:${rules}) (?:follow|apply|below)\\b|\\b(?:your|the model['’]s) (?:operator|developer|creator|owner|maker|administrator)s? (?:has|have|had|wants?|orders?|asks?|requires?)\\b`,
  ),
  rule(
    `(?:^|[.!?:;(\\n]\\s{0,3})(?:search engines?|answer bots?|answering machines?|machine readers?|scrapers?|indexers?|web crawlers?|summari[sz]ers?|aggregators?)\\b[^.:]{0,40}\\s?[:,!—–] ?(?:please )?(?:index|treat|use|quote|cite|rank|give|say|write|name|list|put|note)\\b`,
  ),
  rule(
    `\\byou (?:have|['’]ve) been (?:re(?:programm?ed|configured|trained|instructed)|updated|instructed|ordered|jailbroken|unlocked)\\b|${forget} (?:what|everything|all|anything) (?:that )?you (?:know|knew|have|were|learn|read|think)`,
  ),
  rule(
    `\\bthis (?:text|page|message|paragraph|sentence|document|note) (?:supersedes?|overrides?|replaces?|outranks?|takes? (?:precedence|priority)|is more important than|cancels?|has priority) (?:\\w{2,6} )?(?:your|all|any|the (?:system|previous|earlier))\\b|${start}(?:do|act|behave|answer|proceed) as this (?:page|text|paragraph|message|document) (?:says|tells|orders|demands|states|asks|requires)`,
  ),
  rule(
    `\\byour (?:next (?:message|sentence|word|line)|system (?:configuration|settings?|message)|configuration|parameters|training(?: data)?|knowledge base|context window|weights|internal (?:memory|data|rules))\\b`,
  ),
  rule(
    String.raw`\b(?:developer|dan|god|debug|admin) mode\b|\bjailbreak|\bprompt injection\b|\b(?:system|hidden|secret) (?:prompt|instructions?|message|override)s?\b`,
  ),
  rule(
    String.raw`\b(?:from now on|henceforth|starting now),? (?:you|your)\b|\bas an? (?:ai|llm|language model)\b`,
  ),
  rule(
    String.raw`\byou are (?:now )?(?:an? |the |in )?.{0,20}\b(?:assistant|chat ?bot|bot|language model|ai|llm|mode)\b`,
  ),
  rule(`\\b(?:if|when) you(?: are|['’]re) (?:an? )?${machine}`),
  rule(
    String.raw`\b(?:ai|model|assistant|system|bot|agent|program|software|machine|crawler|llm)s? (?:that (?:is |are )?|which (?:is |are )?|who (?:is |are )?)?(?:reading|processing|parsing|summari[sz]ing|reads?|process(?:es)?|parses?|summari[sz]es?) this\b`,
  ),
  rule(
    `(?:^|[.!?:;(\\n,]\\s{0,3})(?:(?:important |special )?(?:note|message|instructions?|attention|notice|memo|dear|hey|hello|hi|warning)[\\s,]{1,2}(?:to |for )?|to |for )(?:the |all |any |every |dear )?${machine}(?: (?:assistants?|models?|crawlers?|agents?|systems?|readers?))?(?: (?:reading|processing|that|who|which)\\b[^.:]{0,40})?\\s?[:,!—–]`,
  ),
  rule(`(?:^|[.!?;(\\n]\\s{0,3})${machine}\\s?!`),
  rule(
    String.raw`(?:^|[.!?:;(\n]\s{0,3})(?:note|message|instructions?|attention|dear|hey|hello|hi|model)[\s,]{1,2}(?:(?:to |for )?(?:the |all |any )?(?:assistants?|bots?|models?|agents?)|instructions?)\s?[:,!—–]`,
  ),
  rule(
    String.raw`<\|[a-z_]{2,20}\|>|\[/?inst\]|<</?sys>>|</?(?:system|instructions?|prompt|context|user|assistant)>|##\s?(?:instruction|system|human|assistant)|\b(?:user|human)\s?:.{1,200}\b(?:assistant|ai|bot)\s?:`,
  ),
  rule(
    String.raw`\b(?:begin|end|start) (?:of )?(?:the )?(?:system |new |user )?(?:prompt|instructions?|context|document)s?\b.{0,5}(?:[:.]|$)|\bnew (?:instructions?|task|system message|goal)\s?:`,
  ),
  rule(
    String.raw`^system\s?:\s?(?:the|you|your|always|never|this|all|any|from|new|override|ignore|please)\b`,
  ),
  rule(
    String.raw`(?:reveal|print|show|repeat|output|leak|disclose|expose|send|give|tell)(?: me| us)?\b.{0,20}\b(?:your|hidden|secret|internal|these) (?:\w{1,12} )?(?:prompt|instructions?|api key|keys?|token|password)`,
  ),
];

/** Says what to say, to whom, or how to answer. */
export const englishCommands: readonly RegExp[] = [
  rule(`${start}(?:please )?(?:${say})${payload}`),
  rule(`[,—–]\\s?(?:please )?(?:say|reply|answer|respond|claim|print|output)${payload}`),
  rule(`${start}(?:say|reply|respond|write|output|print|repeat)(?: only)?\\s?:`),
  rule(
    `(?<!\\()${start}(?<!\\(\\s{0,3})(?:say|reply|answer|respond|write|output|print|state|claim|mention|cite|quote)${number}`,
  ),
  rule(`[,—–]\\s?(?:reply|answer|respond|print|output)${number}`),
  rule(
    `\\b(?:reply|answer|respond)\\b.{0,12} (?:only |just )(?:with|in)\\b|${start}(?:reply|answer|respond) (?:in (?:capital|upper|one word|english|french|russian|ukrainian|german)|with (?:the )?(?:number|word|figure|text|phrase|sentence|yes|no|only|just)\\b)`,
  ),
  rule(
    `${start}(?:reply|answer|respond)(?: to)?(?: the| all| every| any| each)?\\b.{0,30}\\b(?:questions?|quer(?:y|ies)|prompts?)\\b.{0,40}\\b(?:with|by saying|using)\\b`,
  ),
  rule(`${start}(?:please )?(?:${guide}|${say})(?: (?:to|it to))? ${audience}`),
  rule(`[,—–]\\s?(?:please )?(?:${guide}) ${audience}|\\blet ${audience} know|\\bto whoever asks\\b`),
  rule(
    `(?:don['’]t|do not|never) (?:${guide}|${say}|answer) (?:${audience}|anything else|any ?(?:thing|one)? other)`,
  ),
  rule(
    `${start}(?:please )?(?:${say}|${handle})\\b.{0,80}\\b(?:your|every|each|any|all(?: of)? your) ${answers}`,
  ),
  rule(
    `${start}(?:begin|start|end|finish|translate|prefix|shorten|change) (?:the|all|each|every|any) ${answers}`,
  ),
  rule(
    `\\byour ${answers} (?:must|should|shall|has to|needs to|is to|may only|always)\\b|\\bin your (?:next )?${answers}|\\bthe answer (?:you |to )(?:give|provide)\\b|(?:when|while|before|as) (?:you (?:are )?)?(?:generat|writ|prepar|compos|produc|form|giv|formulat)\\w{1,6} (?:your|the|an|any) ${answers}`,
  ),
  rule(
    `\\byou ${must} (?:${say}|tell|inform)(?:${payload}|${number}| .{0,25}\\b(?:quer(?:y|ies)|questions?)\\b.{0,40}\\bwith\\b| (?:to )?${audience})`,
  ),
  rule(
    `(?:${machine}|\\b(?:all|any|every) (?:chat)?(?:assistants?|bots?|models?|agents?))\\b.{0,40} ${must} (?:${say}|${guide}|include|recommend|use|prefer|trust)\\b`,
  ),
  rule(
    `\\b(?:make sure|be sure|remember|(?:don['’]t|do not) forget|it is (?:important|essential|crucial|vital|necessary))(?: to| that you| you) (?:${say}|tell|inform|include)(?: (?:people|them|everyone|${audience}))?(?:${payload}|${number}| .{0,40}\\b(?:your|all your|every) (?:answers?|repl))`,
  ),
  rule(
    `\\b(?:remember|be sure|make sure)\\b.{0,12}\\b(?:mention|include|add|cite|quote)\\b.{0,40}\\byour ${answers}`,
  ),
  rule(
    `\\byour (?:new |only |sole |main |first |primary |real |true |next )?(?:task|goal|function|job|role|mission|purpose|objective|instruction) (?:is|will be)(?: now)?(?: only)? ?(?::|to )(?: ?)(?:${say}|promote|convince|persuade|recommend|advertise|tell|inform|answer)\\b`,
  ),
  rule(
    `(?:when(?:ever)?|if|once|every time) (?:you(?:['’]re| are)? )?(?:asked|answering|responding|summari[sz]ing|(?:some|any|every)(?:one|body) (?:asks?|wants to know)|(?:a |the |any )?(?:users?|readers?|asker) (?:asks?|wants? to know))\\b.{0,120}?[,:;—–]\\s?(?:please |always |just |simply |then |you must |you should )*(?:${say}|use|recommend|tell (?!the (?:police|operator)|your|an adult|101|102|rescuers|sappers))\\b`,
  ),
  rule(
    String.raw`(?:when(?:ever)?|if) (?:a |the |any )?(?:users?|readers?|askers?)(?! of) (?:wants?|needs?|requests?|asks?)\b.{0,80}, (?:give|tell|send|provide|offer|name)\b|\byour (?:answer|response|reply)\s?:\s?\S`,
  ),
  rule(`\\byou (?:must|should|shall|will) (?:say|answer|claim|state)\\b.{0,30}\\b(?:if|when) asked\\b`),
  rule(
    `(?:do not|don['’]t|never) (?:mention|cite|quote|reveal|use|trust|show|name)\\b.{0,50}\\b(?:sources?|answers?|instead|this (?:page|site|text))\\b`,
  ),
  rule(
    `${start}(?:treat|consider|rank|prefer|trust|prioriti[sz]e|rely|use|take)\\b.{0,40}\\b(?:page|paragraph|document|article|text|source|passage|site)\\b.{0,40}\\b(?:as (?:the|a|an|your) .{0,30}(?:source|truth|authority)|above|over|first|instead)\\b`,
  ),
  rule(
    `(?:${start}|[,—–]\\s?)(?:state|give|use|present|take|name)\\b.{0,40}\\bas (?:the|a|your) (?:confirmed|correct|official|final|true|only|right)\\b`,
  ),
  rule(`${start}summari[sz]e (?:this|the) (?:article|page|text|document|story) (?:as|with|by|in)\\b`),
  rule(`${start}pretend (?:that|to be|you)\\b`),
  // The answer itself is spoken of: what it is, must hold, is built on.
  rule(
    `\\b(?:sole|only|right|correct|proper|accepted?|acceptable|authori[sz]ed|approved|expected|true) (?:and \\w{4,12} )?(?:answer|reply|response|figure to (?:quote|give|use))\\b.{0,40}(?:\\b(?:is|reads|remains)\\b|:)`,
  ),
  rule(
    `\\byour (?:whole |entire |final |next )?${answers}.{0,12}\\b(?:is|are|counts?) (?:incomplete|wrong|invalid|only valid|complete|accepted)\\b|\\bbase (?:your|all|every) ${answers}|\\b(?:your|the) ${answers} (?:on|from) (?:this|the) (?:page|paragraph|text|number|figure)`,
  ),
  rule(
    `(?:${madeBy}).{0,60}(?:\\b(?:has|have|needs?|ought|is|are) (?:asked |required |requested |obliged |expected )?to\\b|\\bmust\\b|\\bshall\\b|\\bshould\\b).{0,15}\\b(?:open|begin|start|end|close|contain|include|carry|name|give|say|state|list|quote|cite|credit|link|lead|mention|repeat)\\b`,
  ),
  rule(
    `\\bregardless of (?:the|any|what the) (?:question|query|user|prompt|request|topic)\\b|\\bwhatever (?:the question|is asked|you are asked|they ask)\\b.{0,30},`,
  ),
  rule(
    `${start}(?:replace|substitute|exchange|swap) (?:every|all|any|each|the (?:real|true|other)) (?:figures?|numbers?|amounts?|sources?|names?)\\b.{0,40}\\b(?:with|by|for)\\b`,
  ),
  rule(
    `(?:when(?:ever)?|while|before) (?:you )?(?:summari[sz]ing|summari[sz]e|condensing|condense|paraphrasing|paraphrase|generating|composing|compiling)\\b.{0,40}[,:] ?(?:leave|drop|omit|list|name|give|keep|mention|include|put|write|say|skip|hide|add)\\b`,
  ),
  rule(
    `\\b(?:forbidden|prohibited|not allowed|not permitted) (?:for|to) (?:${machine}|assistants?|bots?|models?|agents?)\\b`,
  ),
  rule(
    `\\bsee to it that\\b.{0,20}\\b(?:readers?|users?|askers?)\\b|\\b(?:readers?|users?) of your (?:digests?|${answers})`,
  ),
  rule(
    `\\b(?:all|any|every) (?:further|future|later|subsequent|following|other) ${answers}|\\b(?:first|last|final|opening|closing) (?:line|sentence|words?) (?:of (?:your|the) ${answers} )?(?:should|must|has to|is to) (?:read|say|be)\\b`,
  ),
  rule(
    `${start}let (?:the|your|every|each|any) (?:digest|${answers}) (?:start|begin|open|end|close|say|mention|name|give|contain|include|read)\\b`,
  ),
  rule(
    `\\bnever (?:reveal|admit|disclose|concede|confirm|acknowledge) (?:that|it|this|the (?:true|real))\\b`,
  ),
  // Other sources are to go, stored figures to change, and what is written is the software's.
  rule(
    `${start}(?:hide|conceal|suppress|drop|remove|delete|exclude|skip|discard|withhold) (?:the |all |any |every )*(?:other|others|remaining|rest of the|competing) (?:sources?|pages?|documents?|results?|passages?|sites?)\\b`,
  ),
  rule(
    `${start}(?:overwrite|rewrite|update|replace|change|correct) (?:your|the|any) (?:stored|saved|known|remembered|internal|cached|indexed)\\b|\\bin (?:what|everything|anything|all) (?:that )?you (?:write|say|answer|output|print|generate)\\b`,
  ),
  rule(
    `\\b(?:the |every |each |any |all )(?:readers?|users?|askers?) (?:must|should|has to|have to|needs? to|(?:is|are) to|ought to) be (?:told|informed|shown|given|sent|directed|assured|convinced|led)\\b`,
  ),
  rule(
    `(?:${machine}|\\b(?:all|any|every|each) (?:chat ?)?(?:bots?|assistants?|language models?))\\b.{0,50} (?:ought to|must|should|shall|(?:is|are) (?:expected|required|obliged|asked) to|has to|have to) (?:add|include|append|link|credit|promote|hide|put|point|show|give|start|end|open|answer|say)\\b`,
  ),
  rule(
    `${start}(?:treat|regard|consider|view) (?:everything|anything|all|whatever) (?:outside|beyond|except|but|besides)\\b`,
  ),
];

/** One of these words, or a word that begins with one of these stems, stands in every sentence that a rule can meet. */
export const englishTriggers: readonly string[] = [
  ...`${say}|${guide}`.split('|'),
  ...`ignore disregard forget override bypass discard overlook neglect attention follow obey heed aside reset clear erase wipe delete drop
    everything above obsolete mode jailbreak injection prompt instruction instructions henceforth now ai llm llms gpt chatgpt claude gemini copilot bot bots
    chatbot chatbots assistant assistants model models reading system inst sys context user users human whoever reader readers answer answers
    response responses replies output summary treat consider rank prefer trust prioritise prioritize rely take pretend summarise summarize
    include add insert append begin start end finish translate prefix shorten use task goal function role mission purpose objective asked
    answering responding asks remember sure reveal leak disclose expose let promote agents agent crawler crawlers automated digital virtual void
    message messages commands sole correct regardless whatever replace substitute exchange swap when while whenever before see
    forbidden prohibited allowed permitted regard view automated automatic generated synthetic whoever compiles previous prior earlier former old original new
    operator developer creator owner search engines bots engine scrapers indexers summarizers summarisers aggregators base only right proper
    further future later subsequent following first last final opening closing never anyone anybody anything everyone everybody reprogrammed been
    hide conceal suppress remove exclude skip withhold overwrite rewrite update change write this do act behave proceed next configuration parameters training weights every each any all`.split(
    /\s+/,
  ),
];

function rule(source: string): RegExp {
  return new RegExp(source, 'u');
}
