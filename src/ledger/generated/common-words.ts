// Generated from resources/ledger/common-words.tsv by npm run generate; do not edit.
// What: words that stand in texts about anything and say nothing of what a text is about.
// Columns: language, words in their base form separated by a space
// source: general knowledge of the languages; own work
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["en","a an the and or but nor so yet if then than as at by for from in into of off on onto out over under to up down with within without about above after again against along among around before behind below beneath beside between beyond despite during except inside near outside past per since through throughout toward towards until upon via"],
  ["en","i me my mine myself we us our ours ourselves you your yours yourself he him his himself she her hers herself it its itself they them their theirs themselves who whom whose which what that this these those there here where when why how"],
  ["en","be have do go get make take give can could may might must shall should will would ought not no never none nothing any some all both each every either neither few many much more most less least other another such own same very too also just only even still already ever once now today yesterday tomorrow"],
  ["en","say tell know think see come want look use find one two three first last new old good well back way because while though although however whether like s t d m re ve ll nt n't n mr mrs ms dr"],
  ["ru","и в во не на я он она оно они мы вы что с со как а но за то по из у о об от до для при же бы ли это этот эта эти тот та те так его ее её их был была было были быть есть или если уже только еще ещё когда который которая которые которое чтобы после под над между также все всё"],
];
