// Generated from resources/ledger/count-kinds.tsv by npm run generate; do not edit.
// What: nouns that can count the same things: a general noun counts what any noun of its kind counts ("men", "sailors"), two particular ones do not ("sailors", "tellers")
// Columns: kind, general nouns, particular nouns; in the singular, separated by |
// source: own work, general knowledge
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["person","person|people|man|men|woman|women|member|individual|official|employee|worker|staff|staffer|personnel|name|resident|citizen|national|adult|fugitive|suspect|detainee|passenger|party|head|one|soul|figure","sailor|conscript|soldier|regular|rebel|smuggler|mercenary|volunteer|officer|guard|diplomat|attaché|consul|clerk|teller|cashier|manager|director|engineer|technician|builder|pilot|driver|captain|fisherman|boatman|nurse|doctor|surgeon|interpreter|translator|student|teacher|miner|farmer|policeman|agent|courier|waiter|cook|gardener|journalist|lawyer|judge|prisoner|hostage|migrant|refugee|defector|deserter|accused|defendant|witness|child|son|daughter|boy|girl|relative|wife|minister|deputy|banker|trader|broker|docker|mechanic|crewman|seaman|airman|trooper|recruit|scientist|expert|inspector"],
  ["casualty","dead|death|body|victim|casualty|fatality|killed|corpse",""],
  ["wounded","wounded|injured|hurt",""],
  ["ship","ship|vessel|boat|craft|hull","freighter|tanker|coaster|trawler|ferry|barge|tug|yacht|launch|dinghy|lighter|carrier|cutter|frigate|submarine|patrol"],
  ["aircraft","aircraft|plane|machine|airframe","jet|helicopter|drone|airliner|bomber|fighter|glider|transport"],
  ["vehicle","vehicle|car","lorry|truck|van|bus|jeep|taxi|trailer|motorcycle|limousine|saloon|wagon"],
  ["container","crate|box|case|chest|carton|package|parcel|load|unit|piece","container|suitcase|trunk|barrel|drum|sack|bag|pallet|canister|cylinder|envelope"],
  ["computer","computer|machine|device","laptop|notebook|server|drive|disk|disc|tablet"],
  ["engine","engine|motor","diesel|turbine|generator"],
  ["weapon","weapon|arm|firearm","rifle|pistol|gun|mortar|machine-gun|launcher|missile|rocket|grenade"],
  ["payment","payment|transfer|transaction|remittance","instalment|wire|deposit|withdrawal"],
  ["company","company|firm|business|enterprise|entity","bank|shell|subsidiary|front|trader"],
  ["house","house|building|home|property","flat|apartment|villa|warehouse|shed|hut|cabin"],
  ["paper","document|paper|file|record","passport|certificate|folder|ledger|letter|list|sheet|page|licence|permit|visa"],
  ["coin","coin|token","bitcoin|ether"],
  ["shot","shot|round","bullet|shell|cartridge"],
  ["visit","visit|trip|journey|crossing|call","flight|voyage|sailing|loading"],
];
