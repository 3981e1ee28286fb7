// Generated from resources/ledger/guard-words.tsv by npm run generate; do not edit.
// What: words that tell of people in flight, of asylum and of fugitives: where such a person is and when he went is never told closer than a country and a month.
// Columns: language, words or phrases separated by |; all lower case; * stands for any ending of the word. They stand beside the words of the types "defection" and "asylum" in event-words.tsv. Of French, Spanish, German and Japanese the commonest words stand here alone: such passages give no claims, and are shown in no words.
// source: own work
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["en","hide*|hiding|hid him|hid her|hid them|shelter*|sanctuary|smuggled out|smuggled over|smuggled across|came over to|ran away|run away|slipped away|switched sides|changed sides|wanted by|wanted for|whereabouts|safe house|defect*|fled|flee*|fleeing|flight of|'s flight|’s flight|escap*|asylum|refuge|refugee*|fugitive*|on the run|in hiding|went into hiding|gone into hiding|turncoat*|absconded|deserted|deserter*|extradit*|deported|deportation|left the country|left the republic|left his post|left her post|left their posts|left the mission|leave the country|crossed the border|climbed the fence|did not come back|did not return|has not returned|have not returned|went missing|gone missing|has vanished|vanished from|disappeared|safe house|sought protection|protection from|political protection|resettled|new identity|boat people|swam|manhunt|wanted man|wanted woman|arrest warrant|red notice|landed in a boat|made landfall|came ashore|men ashore|people ashore|women ashore|ashore on|has left the|have left the|flew out|flies out|fly out|flown out|flew away|fly away|applied for protection|last seen|gone to ground|lying low|lie low|lay low|never returned|not returned|failed to return|missing since|applied for political|slipped across|slipped out of|got out of the country|brought out of"],
  ["ko","은닉*|피신*|도망*|행방|실종|월남|숨어|탈주*|탈북*|귀순*|망명*|도피*|잠적*|탈출*|도주*|난민*|은신*|수배*"],
  ["zh","投奔|逃离|逃到|逃走|躲藏|藏匿|藏身|下落|脫北|叛逃|難民|庇護|脱北|叛逃|出逃|逃亡|潜逃|庇护|难民|在逃|失踪|投诚"],
  ["ru","укрыва*|укрыл*|прят*|спрят*|скрыл*|пропал без|исчез*|невозвращен*|побег*|сбежит|перебеж*|дезертир*|убежищ*|беженц*|сбежал*|бежал*|бегств*|скрыва*|в розыске|беглец*"],
  ["ja","亡命|逃亡|難民|脱走|失踪|行方"],
  ["fr","asile|réfugié*|fugiti*|défection*|transfuge*|s'est enfui*|s’est enfui*|en fuite|a fui|ont fui|cach*"],
  ["es","asilo|refugiad*|fugitiv*|desertor*|huyó|huyeron|huid*|fuga|escond*|prófug*"],
  ["de","asyl*|flüchtling*|überläufer*|geflohen|geflüchtet|auf der flucht|untergetaucht|versteckt*"],
];
