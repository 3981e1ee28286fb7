// Generated from resources/names/name-words.tsv by npm run generate; do not edit.
// What: words in names of people and in every name that play a role: titles, particles, generation marks, numbers written out.
// Columns: role (title, particle, filiation, suffix, number), value (for a number its digits, else empty), spellings (folded, separated by |)
// source: common knowledge; own work
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["title","","mr|mrs|ms|miss|mister|sir|dame|lady|lord|madam|madame|mme|mlle|monsieur|herr|frau|señor|señora|sr|sra|don|doña|dona|dr|doctor|doktor|prof|professor|ing|dipl|mag|rev|reverend|father|fr|sister|bishop|archbishop|cardinal|pope|imam|rabbi|hon|honourable|honorable|excellency|his|her|esq|esquire|phd|md|mba|jd|llm"],
  ["title","","president|presidente|präsident|prasident|presiden|predsjednik|președintele|presedintele|prezident|elnök|chairman|chairwoman|minister|ministre|premier|chancellor|kanzler|senator|governor|mayor|ambassador|secretary|general|gen|colonel|col|lieutenant|lt|major|maj|captain|capt|commander|cmdr|admiral|marshal|sergeant|sgt|brigadier|brig|officer|director|king|queen|prince|princess|emir|amir|sultan|tsar|emperor|comrade|judge|justice"],
  ["title","","shaikh|sheikh|sheik|shaykh|cheikh|haji|hajji|hadji|hajj|haj|alhaj|al-haj|mullah|mulla|mawlawi|maulavi|mawlavi|molvi|maulana|mawlana|moulvi|qari|qazi|hafiz|ustad|ustaz|ayatollah|hojatoleslam|hujjat|sayyid|sayyed|sayed|syed|seyed|akhund|malawi|engineer|eng|begum|bey|pasha"],
  ["title","","님|씨|선생|선생님|사장|회장|부장|과장|대리|이사|대표|대표이사|상무|전무|동지|장군|원수|위원장|총리|대통령|박사|교수|소장|지배인|참사|고문|회계원|무역원|지도원|운전수|운전사|통역원|통역|부원|경리원|대사|영사|서기관|비서|국장|처장|先生|女士|小姐|主席|总理|總理|将军|经理|董事长|总经理|博士|教授|同志"],
  ["title","","г-н|г-жа|господин|госпожа|президент|генерал|доктор|профессор|директор|министр|полковник|майор|капитан|товарищ|тов"],
  ["title","","السيد|الشيخ|شيخ|الحاج|حاج|دكتور|د|مهندس|رئيس|ملا|مولوي|سید|آیت‌الله"],
  ["particle","","al|el|ul|as|ad|ar|an|at|az|ash|ed|es|er|ud|ur|ale|l|d|de|del|della|dela|dell|delle|dello|di|da|do|dos|das|du|des|le|la|lo|los|las|les|van|von|vom|zu|zum|zur|der|den|het|ter|ten|te|ten|af|av|y|e|i|ve|of|the|na|st|san|santa|ال|آل"],
  ["filiation","","bin|ibn|ben|bint|binti|bn|b|ould|uld|wuld|ولد|بن|ابن|بنت|oglu|ogly|oghlu|kyzy|qizi|kizi|uulu|огл|оглы|кызы|улы|угли|bar|ap"],
  ["suffix","","jr|junior|senior|ii|iii|iv|filho|neto|младший|старший"],
  ["number","1","one|first|1st|eins|uno|un|один|первый|일|一"],
  ["number","2","two|second|2nd|zwei|dos|deux|два|второй|二"],
  ["number","3","three|third|3rd|drei|tres|trois|три|третий|삼|三"],
  ["number","4","four|fourth|4th|vier|cuatro|quatre|четыре|四"],
  ["number","5","five|fifth|5th|fünf|cinco|cinq|пять|五"],
  ["number","6","six|sixth|6th|sechs|seis|шесть|六"],
  ["number","7","seven|seventh|7th|sieben|siete|sept|семь|칠|七"],
  ["number","8","eight|eighth|8th|acht|ocho|huit|восемь|팔|八"],
  ["number","9","nine|ninth|9th|neun|nueve|neuf|девять|九"],
  ["number","10","ten|tenth|10th|zehn|diez|dix|десять|십|十"],
  ["number","11","eleven|eleventh|11th"],
  ["number","12","twelve|twelfth|12th"],
  ["number","20","twenty|twentieth|20th"],
  ["number","30","thirty|thirtieth|30th"],
  ["number","40","forty|fourty|fortieth"],
  ["number","50","fifty|fiftieth"],
  ["number","60","sixty"],
  ["number","70","seventy"],
  ["number","80","eighty"],
  ["number","90","ninety"],
  ["number","100","hundred"],
];
