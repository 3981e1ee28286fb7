/** What no ledger is asked: where somebody is, and who could have known. */
const forbidden: readonly RegExp[] = [
  /\b(?:where|which (?:town|city|village|place|address|house|street|hotel))\b.*\b(?:is|are|now|lives?|living|stays?|staying|hides?|hiding|kept|held)\b|\bwhereabouts\b|\bwho (?:knew|knows|could|might|may|would|else)\b.*\b(?:know|known|knew|told|tipped|leaked)\b|\bwho knew\b/iu,
  /어디(?:에|서|에서)?\s*(?:있|사는|살고|숨|머물|지내|갇)|(?:어느|무슨)\s*(?:도시|마을|곳|집|호텔|거리)|행방|소재지|은신처|누가\s*(?:알|미리)/u,
  /(?:在|藏|住|躲|去了?)(?:哪|何处|何處|什么地方|甚麼地方)|哪(?:个|個|座|家)(?:城市|村|地方|酒店|旅馆|房子)|下落|藏身|行踪|行蹤|谁(?:知道|知情|早就)|誰(?:知道|知情|早就)/u,
  /(?<!\p{L})(?:где|в каком (?:городе|селе|доме|отеле|месте)|в какой (?:гостинице|деревне))(?!\p{L}).*(?:находит|скрыва|жив[её]т|пряч|держат|сейчас|теперь|он|она)|местонахожден|(?<!\p{L})кто (?:знал|знает|мог (?:знать|сказать|выдать)|ещ[её] знал)(?!\p{L})/iu,
];

/** Whether words, in English, Korean, Chinese or Russian, ask where somebody is, or who could have known of a flight. */
export const asksForPerson = (words: string): boolean => forbidden.some((pattern) => pattern.test(words));
