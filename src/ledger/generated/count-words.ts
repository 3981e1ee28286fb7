// Generated from resources/ledger/count-words.tsv by npm run generate; do not edit.
// What: words around numbers: what bounds or blurs them, what is counted, what makes a number a label
// Columns: kind, value, words and phrases separated by | in lower case
// source: own work
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["approx","before","about|around|some|roughly|approximately|nearly|almost|an estimated|estimated|close to|just under|just over|in the region of|in the order of|circa|c.|ca|perhaps|약|около|примерно|почти|大约|大約|约|約|近"],
  ["least","before","at least|no fewer than|no less than|not fewer than|not less than|a minimum of|не менее|не меньше|как минимум|최소|적어도|至少|不少于"],
  ["more","before","more than|over|above|upwards of|in excess of|exceeding|well over|свыше|более|больше|超过|超過|多达"],
  ["most","before","at most|no more than|not more than|up to|as many as|as much as|a maximum of|at the most|не более|до|최대|至多|最多|不超过"],
  ["less","before","fewer than|less than|under|below|short of|менее|меньше|不到|미만"],
  ["least","behind","or more|and more|or above|and up|plus|or upwards|and over|и более|и больше|이상|以上|多名"],
  ["most","behind","or fewer|or less|or under|or below|이하|以下"],
  ["approx","behind","or so|or thereabouts|odd|左右|가량|정도|쯤|여"],
  ["person","noun","man|men|woman|women|boy|boys|girl|girls|child|children|person|people|persons|adult|adults|baby|babies|teenager|teenagers|infant|infants|youth|youths|official|officials|officer|officers|soldier|soldiers|guard|guards|diplomat|diplomats|sailor|sailors|worker|workers|student|students|driver|drivers|interpreter|interpreters|wife|husband|son|sons|daughter|daughters|clerk|clerks|pilot|pilots|civilian|civilians|policeman|policemen|policewoman|nurse|nurses|doctor|doctors|engineer|engineers|technician|technicians|cook|cooks|waitress|waitresses|fisherman|fishermen|farmer|farmers|miner|miners|builder|builders"],
  ["plural","noun","men|women|people|children|staff|police|crew|personnel|troops|cattle|police officers|fishermen|policemen|businessmen|boatmen|servicemen|gunmen|feet|teeth|mice|geese|sheep|aircraft|spacecraft|fish|yuan|won|yen|media|data|dead|wounded|injured|missing|others|more|kilo|horsepower|clergy|gentry|wives|lives|knives|seamen|firemen|craft|offspring|series|species"],
  ["stop","word","of|in|at|on|by|to|from|with|without|for|into|onto|over|under|after|before|since|until|and|or|but|nor|as|than|that|which|who|whom|whose|when|where|while|if|because|so|yet|is|are|was|were|be|been|being|am|has|have|had|do|does|did|will|would|shall|should|can|could|may|might|must|ought|not|never|no|the|a|an|this|that|these|those|his|her|its|their|our|my|your|he|she|it|they|we|you|i|him|them|us|me|said|says|told|went|came|left|fled|took|gave|made|put|stood|ran|sat|held|kept|got|each|both|all|there|here|then|now|also|still|only|just|even|out|off|up|down|away|back|about|around|between|through|against|during|among|per|via|aboard|across|near|outside|inside|too|again|ago|later|earlier|already|yesterday|today|tomorrow|last|next"],
  ["label","word","issue|no|nos|number|numbers|paragraph|para|bureau|room|flight|article|section|chapter|page|pages|line|item|gate|building|apartment|flat|office|resolution|route|channel|volume|vol|account|accounts|ending|card|clause|rule|schedule|annex|appendix|figure|fig|table|table|step|part|unit|sector|district|zone|level|grade|class|form|box|code|pin|extension|ext|tel|telephone|phone|fax|order|decree|file|case|serial|model|type|mark|version|highway|pier|berth|platform|division|brigade|regiment|battalion|camp|area|department|plant|factory|school|hospital|hall|hangar|locker|safe|cell|wrapup|update|factbox|psalm|verse|act|scene|title|wave|group|block|plot|lot|terminal|runway|motorway|exit|junction|street|avenue|world war|covid|size|top|day|stage|phase|season|episode|round|chapter"],
  ["ending","word","ending|ending in|ends in|ended in|ends with|ending with|that ends in|last four digits|last digits|尾号|끝자리|оканчивающийся на"],
  ["holder","word","account|accounts|card|cards|signature|iban|wallet|deposit"],
  ["bank","word","bank|banks|banking|banco|banca|banque|trust|savings|credit|finance|bancorp|банк|은행|银行|銀行"],
  ["counter","noun","명|분|사람|인|개|대|건|번|회|차례|마리|척|곳|장|권|가구|세|살|동안|个月|名|人|位|个|個|次|艘|架|辆|起|件|家|岁|歲|台|枚|只|条|человек|человека|женщин|мужчин|раз"],
  ["not-one","before","the|this|that|each|every|which|no|any|another|some|someone|like|latter|former|new|old|other|only"],
  ["age","word","year-old|years old|year old|aged|age|лет|살|세|岁"],
  ["street","word","street|road|avenue|lane|square|boulevard|drive|embankment|prospekt|quay|st|rd|ave"],
];
