// Generated from resources/ledger/guard-words.tsv by npm run generate; do not edit.
// What: words that tell of people in flight, of asylum and of fugitives: where such a person is and when he went is never told closer than a country and a month.
// Columns: language, words or phrases separated by |; all lower case; * stands for any ending of the word. They stand beside the words of the types "defection" and "asylum" in event-words.tsv.
// source: own work
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["en","hide*|hiding|hid him|hid her|hid them|shelter*|sanctuary|smuggled out|smuggled over|smuggled across|came over to|ran away|run away|slipped away|switched sides|changed sides|wanted by|wanted for|whereabouts|safe house|defect*|fled|flee*|fleeing|flight of|'s flight|’s flight|escap*|asylum|refuge|refugee*|fugitive*|on the run|in hiding|went into hiding|gone into hiding|turncoat*|absconded|deserted|deserter*|extradit*|deported|deportation|left the country|left the republic|left his post|left her post|left their posts|left the mission|leave the country|crossed the border|climbed the fence|did not come back|did not return|has not returned|have not returned|went missing|gone missing|has vanished|vanished from|disappeared|safe house|sought protection|protection from|political protection|resettled|new identity|boat people|swam|manhunt|wanted man|wanted woman|arrest warrant|red notice|landed in a boat|made landfall|came ashore|men ashore|people ashore|women ashore|ashore on|has left the|have left the|flew out|flies out|fly out|flown out|flew away|fly away|applied for protection|applied for political|slipped across|slipped out of|got out of the country|brought out of"],
  ["ko","탈주*|탈북*|귀순*|망명*|도피*|잠적*|탈출*|도주*|난민*|은신*|수배*"],
  ["zh","脱北|叛逃|出逃|逃亡|潜逃|庇护|难民|在逃|失踪|投诚"],
  ["ru","перебеж*|дезертир*|убежищ*|беженц*|сбежал*|бежал*|бегств*|скрыва*|в розыске|беглец*"],
];
