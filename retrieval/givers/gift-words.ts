import { wordCue } from '../question/measure-cues.ts';

/** Somebody gave: "передала", "has donated", "подарили". A verb whose subject is who gave. */
export const gave = wordCue(
  'переда(?:в|ла|ли|л|ло)(?!\\p{L})|подарув\\p{L}{1,4}|подари(?:л|ла|ли|ло)(?!\\p{L})|(?:від)?да(?:в|ла|ли|л|ло)(?!\\p{L})|надав(?!\\p{L})|нада(?:ла|ли|ло)(?!\\p{L})|надав(?:ала|али|ав)(?!\\p{L})|предостав(?:ил|ила|или|ило)(?!\\p{L})|вручи(?:в|ла|ли|л)(?!\\p{L})|(?:до|по)став(?:ив|ила|или|ил)(?!\\p{L})|відправи(?:в|ла|ли)(?!\\p{L})|отправи(?:л|ла|ли)(?!\\p{L})|(?:наді|при)сла(?:в|ла|ли|л)(?!\\p{L})|привез(?:ла|ли|л|ло)?(?!\\p{L})|привіз(?!\\p{L})|закупи(?:в|ла|ли|л)(?!\\p{L})|спорядила(?!\\p{L})|оснасти(?:в|ла|ли|л)(?!\\p{L})|викон(?:ав|ала|али) (?:\\p{L}{1,15} ){0,2}(?:поставк|постачан)\\p{L}{1,3}|(?:have|has|had)(?: \\p{L}{1,15}){0,2} given(?!\\p{L})|(?:gave|donated|gifted|delivered|supplied|provided|sent|shipped|transferred|handed|turned over|presented|brought|equipped)(?!\\p{L})',
);

/** Somebody got: the giver stands behind "from". */
export const received = wordCue(
  'отрима(?:в|ла|ли|ло|но)(?!\\p{L})|одержа(?:в|ла|ли|ло|но)(?!\\p{L})|получи(?:л|ла|ли|ло)(?!\\p{L})|надійш(?:ов|ла|ли|ло)(?!\\p{L})|поступи(?:л|ла|ли|ло)(?!\\p{L})|прибу(?:в|ла|ли|ло|л)(?!\\p{L})|доїха(?:в|ла|ли)(?!\\p{L})|(?:received|obtained|got|arrived|reached|took delivery)(?!\\p{L})|(?:the |marked the |a )(?:delivery|handover|hand-over|arrival|shipment)(?!\\p{L})|церемоні\\p{L}{1,2} передач\\p{L}{1,2}',
);

/** It was given, whoever gave. */
export const wasGiven = wordCue(
  'передано(?!\\p{L})|надано(?!\\p{L})|вручено(?!\\p{L})|доставлено(?!\\p{L})|поставлено(?!\\p{L})|подаровано(?!\\p{L})|передан(?:а|ы|о)?(?!\\p{L})|предоставлен(?:а|ы|о)?(?!\\p{L})|(?:was|were|been) (?:\\p{L}{1,15} )?(?:given|donated|delivered|supplied|provided|sent|transferred|handed)(?!\\p{L})',
);

/** The same in Japanese, where the verb ends the sentence; what is still to come ends otherwise. */
export const japaneseGave =
  /(?:供与|引き渡|引渡|贈呈|寄贈|寄付|提供|納入|譲渡|支援|贈|届け|渡)(?:し|さ|され|られ|し終え|り)?(?:た|ました|ている|ており)|(?:届い|受け取っ|受領し)た/u;

/** Money is put in, or has been. */
export const paid = wordCue(
  'виділ(?:ив|ила|или|ено|яє|яють)(?!\\p{L})|выдел(?:ил|ила|или|ено|яет|яют)(?!\\p{L})|да(?:є|ють|ет|ют)(?!\\p{L})|нада(?:є|ють)(?!\\p{L})|спряму(?:вав|вала|вали|є|ють|вано)(?!\\p{L})|направ(?:ил|ила|или|ляет)(?!\\p{L})|профінансу\\p{L}{2,5}|фінансу(?:є|ють|вав|вала|вали)(?!\\p{L})|(?:про)?финансиру?(?:ует|уют|овал|овала|овали)(?!\\p{L})|дода(?:є|в|ла|ли|ють)(?!\\p{L}|,? що)|збільш(?:ує|ила|ив|или)(?!\\p{L})|зрост(?:е|ає|ет)(?!\\p{L})|зросла(?!\\p{L})|вніс(?!\\p{L})|внесл(?:а|и)(?!\\p{L})|внес(?!\\p{L})|оплати(?:в|ла|ли|л)(?!\\p{L})|(?:(?:is|are|was|were) (?:funding|financing|paying for)|gives|is giving|are giving|gave|allocated|allocates|contributed|contributes|funds|funded|finances|financed|pays|paid|add(?:s|ed)(?! that)|granted|invested|has set aside|set aside|raises|raised|increases|increased|puts|covers|equips|provides|provided|committed)(?!\\p{L})',
);
export const japanesePaid = /拠出|資金協力|出資|負担/u;

/** People were taught. */
export const taught = wordCue(
  'навч(?:ив|ила|или|ала|али|ав|ено)(?!\\p{L})|підготу(?:вав|вала|вали|вано)|(?:пройш|заверш|закінч)\\p{L}{1,5} (?:\\S{1,20} ){0,3}(?:навчан|підготовк|тренув|курс)\\p{L}{0,3}|обуч(?:ил|ила|или|али|ала)(?!\\p{L})|подготов(?:ил|ила|или)(?!\\p{L})|прош(?:ел|ли|ла) (?:\\S{1,20} ){0,3}(?:обучен|подготовк|курс)\\p{L}{0,3}|(?:trained|taught|teach|teaches|gave a training|held a course|completed (?:\\S{1,20} ){0,3}training|finished (?:\\S{1,20} ){0,4}training)(?!\\p{L})',
);
export const japaneseTaught = /(?:研修|訓練|教育|指導)(?:を|が)?(?:行|実施|受け|終え|開|完了)/u;

/** It is still to come, or only said: "має отримати", "plans to", "promised". Before a verb of giving it makes a plan of it. */
export const ahead = wordCue(
  'передасть|передадуть|передаст(?!\\p{L})|передадут(?!\\p{L})|надасть|нададуть|предоставит(?!\\p{L})|дадуть|дасть|даст(?!\\p{L})|отрима(?:є|ють)(?!\\p{L})|матиме(?!\\p{L})|получ(?:ит|ат)(?!\\p{L})|виділить(?!\\p{L})|выдел(?:ит|ят)(?!\\p{L})|ма(?:є|ють) (?:намір|отримати|надійти|прибути|передати|дістати)|план(?:у|иру)\\p{L}{1,6}|збира(?:є|ють)ться|готов(?:а|ий|і|ы|ится|ує|ують)?(?!\\p{L})|обіця\\p{L}{1,4}|пообіця\\p{L}{1,4}|(?:по)?обеща\\p{L}{1,4}|анонсу\\p{L}{1,5}|незабаром|вскоре|скоро(?!\\p{L})|намір\\p{L}{0,3}|намерен\\p{L}{0,3}|очіку\\p{L}{1,5}|ожида\\p{L}{1,4}|виріши(?:в|ла|ли)|реши(?:л|ла|ли)(?!\\p{L})|прибуд(?:е|уть)|надійд(?:е|уть)|буд(?:е|уть|ет|ут)(?!\\p{L})|придба(?:є|ють)(?!\\p{L})|купить(?!\\p{L})|закупить(?!\\p{L})|(?:will|shall|would|plans?|planned|intends?|means to|expects?|expected|to be|is to|are to|was to|were to|should|pledged?|pledges|promised|promises|prepar(?:es|ing)|(?:is|are) (?:sending|giving|donating)|sends|going to|decided|wants?|agreed|set to|due|scheduled|about to|soon|likely|aims?)(?!\\p{L})',
);
export const japaneseAhead = /予定|計画|約束|表明|方針|見通し|検討|意向|供与する(?!た)|提供する(?!た)|見込/u;

/** What stands before a verb of giving to deny it. */
export const denied = /(?:(?<!\p{L})(?:не|ні|not|never|nor|no|nothing)|n['’]t)\s{1,3}(?:\p{L}{1,12}\s)?$/iu;

/** What stands before whoever gave, of things that somebody got. */
export const fromWhom =
  /(?<!\p{L})(?:from|by|on behalf of|thanks to|with (?:the )?(?:\p{L}{1,12} )?(?:support|help|assistance)(?: of| from)?|від|од|от|завдяки|за (?:\p{L}{1,12} )?(?:підтримк[иою]{1,2}|сприяння|допомог[иою]{1,2})|при поддержке|при помощи|з боку|со стороны|уряд(?:у|ом)|правительства)\s/giu;

/** What stands before whoever paid for what others gave. */
export const withMoneyOf =
  /(?<!\p{L})(?:with (?:the )?(?:\p{L}{1,12} )?(?:money|funds|funding|grants?)(?: of| from)|(?:funded|financed|paid(?: for)?|covered) by|(?:за|на) (?:\p{L}{1,12} )?(?:кошти|гроші|деньги|средства)|коштом|за счет)\s/giu;
