// Generated from resources/intake/function-words.tsv by npm run generate; do not edit.
// What: short common words by which a text in the Latin script shows its language; a word may stand under several.
// Columns: language as FollowTheMoney writes it (those that it has), words separated by |
// source: grammars of the languages (articles, prepositions, pronouns, conjunctions, auxiliaries); own work
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["eng","the|of|and|to|in|a|is|was|that|for|on|with|as|by|at|from|it|he|she|his|her|they|their|we|our|had|has|have|were|are|not|but|who|which|said|an|be|been|this|or|will|would|after|about"],
  ["deu","der|die|das|und|in|den|von|zu|mit|sich|des|auf|für|ist|im|dem|nicht|ein|eine|einer|als|auch|es|an|werden|aus|er|hat|dass|sie|nach|wird|bei|war|wurde|haben|sind"],
  ["fra","le|la|les|de|des|du|et|un|une|en|que|qui|est|dans|pour|pas|sur|au|aux|avec|par|il|elle|ce|cette|sont|ont|été|plus|ne|se|son|sa|ses|leur|mais|ou|où"],
  ["spa","el|la|los|las|de|del|y|en|que|un|una|por|con|para|se|su|sus|al|lo|como|más|pero|no|es|son|fue|ha|han|desde|este|esta|entre|cuando|sobre|también"],
  ["por","o|a|os|as|de|do|da|dos|das|e|em|no|na|nos|nas|que|um|uma|por|com|para|se|ao|à|não|mais|foi|são|ser|como|mas|pelo|pela|seu|sua|também"],
  ["ita","il|lo|la|i|gli|le|di|del|della|dei|delle|e|in|che|un|una|per|con|da|dal|dalla|non|si|al|alla|nel|nella|sono|è|ha|hanno|stato|anche|più|come|suo|sua"],
  ["nld","de|het|een|van|en|in|is|dat|op|te|zijn|voor|met|die|niet|aan|er|om|door|over|ook|als|naar|bij|uit|maar|werd|worden|heeft|hebben|hij|zij|was|deze"],
  ["swe","och|i|att|det|som|en|på|är|av|för|med|den|till|inte|har|de|om|ett|han|hon|var|från|men|kan|vi|så|eller|efter|när|under"],
  ["nor","og|i|det|på|er|som|en|til|av|for|at|med|de|ikke|har|den|om|et|han|hun|var|fra|men|kan|vi|så|eller|etter|ble|også"],
  ["dan","og|i|det|på|er|som|en|til|af|for|at|med|de|ikke|har|den|om|et|han|hun|var|fra|men|kan|vi|så|eller|efter|blev|også"],
  ["fin","ja|on|ei|se|että|hän|oli|mutta|ovat|kun|myös|joka|tai|sen|ole|kuin|jos|hänen|he|niin|vain|mukaan|ovat|olivat|jälkeen"],
  ["hun","a|az|és|hogy|nem|is|egy|ez|volt|meg|de|csak|már|van|szerint|mint|még|vagy|ki|lesz|el|azt|ezt|után|között"],
  ["ron","și|de|la|în|a|cu|pe|un|o|nu|că|este|din|pentru|care|mai|sunt|fost|prin|după|dar|lui|cele|ale|despre|către"],
  ["pol","i|w|na|z|się|nie|do|że|jest|to|o|za|po|jak|od|ale|dla|przez|był|była|są|ten|oraz|które|który|jego|przy|tym"],
  ["ces","a|se|v|na|je|že|to|s|z|do|o|i|ve|si|by|ale|za|jako|po|pro|byl|byla|jsou|které|který|jeho|při|podle"],
  ["tur","ve|bir|bu|için|ile|da|de|olan|olarak|çok|daha|ne|gibi|var|değil|sonra|kadar|ise|en|ancak|onun|tarafından|göre|dedi"],
  ["ind","yang|dan|di|dari|untuk|dengan|ini|itu|pada|tidak|ke|dalam|adalah|akan|oleh|juga|telah|para|mereka|karena|ada|sebagai|kata"],
];
