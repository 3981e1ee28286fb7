// Generated from resources/ledger/reporting-verbs.tsv by npm run generate; do not edit.
// What: English verbs by which someone is given words, by what they say of the words, each by its base form.
// Columns: class, base forms separated by |.
// say: told as it was said; allege: told with the doubt named; find: an office's own act or finding, on record; confirm: borne out on record; deny: said not to be so; refuse: not said either way; relay: passed on from another, who follows; give: a figure or a name follows instead of a sentence; hear: the subject is told, who told stands behind "from" or "by"; show: papers, not people; enter: what a paper does with a name, a thing or a day that stands in it; hedge: told with the doubt of the one who tells; that: verbs of knowing, finding out and deciding, which tell of nobody's word but may have a clause behind them; carry: by which an outlet carries what others say; commit: what is said follows as an infinitive; enact: an office's own act, done by its word; revise: what an outlet does to its own report; impute: said of somebody or something, with "of", "for", "to" or "as" behind it.
// source: own work
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["say","say|tell|add|report|state|announce|declare|proclaim|explain|write|note|point|recall|remember|recollect|remark|comment|reply|respond|answer|counter|object|protest|insist|stress|underline|underscore|emphasise|emphasize|highlight|argue|reason|contend|assert|aver|affirm|maintain|warn|caution|reveal|disclose|divulge|mention|describe|characterise|characterize|portray|depict|identify|label|trace|repeat|reiterate|agree|testify|depose|attest|vouch|complain|lament|grumble|continue|conclude|observe|claim|estimate|calculate|reckon|call|post|tweet|broadcast|publish|predict|forecast|prophesy|concede|relate|recount|narrate|acknowledge|inform|notify|advise|brief|assure|reassure|remind|promise|pledge|vow|swear|profess|boast|brag|joke|quip|shout|cry|exclaim|whisper|mutter|murmur|confide|confess|volunteer|muse|retort|snap|scoff|sneer|read|document|detail|specify|elaborate|clarify|summarise|summarize|outline|signal|echo|theorise|theorize|venture|interject|opine|judge|propose|submit|urge"],
  ["allege","allege|accuse|suspect|charge|insinuate|impute"],
  ["find","find|order|rule|correct|withdraw|retract|recant|apologize|apologise|demand|ask|request|decide|sentence|convict|acquit|suspend|fine"],
  ["confirm","accept|grant|allow|confirm|admit|acknowledge|concede|confess|verify|certify|authenticate|corroborate"],
  ["deny","deny|reject|dismiss|refute|dispute|rebut|disavow|repudiate|contest|disclaim|contradict|rubbish|debunk|negate"],
  ["refuse","decline|refuse|withhold"],
  ["relay","cite|quote|relay|carry|reproduce|retell|translate|reprint|republish|rerun|syndicate"],
  ["give","guess|value|price|assess|weigh|estimate|put|make|give|come|have|speak|count|list|record|place|name|set|reckon|calculate|tally"],
  ["hear","hear|learn|understand|gather"],
  ["hedge","suggest|imply|suppose|surmise|reckon|believe|think|guess|assume|presume|speculate|conjecture|hint|indicate|intimate|suspect|fear|hope|expect|anticipate|doubt|imagine|feel|fancy"],
  ["show","show|reveal|indicate|list|record|state|demonstrate|prove"],
  ["that","know|see|emerge|decide|notice|discover|realise|realize|forget|establish|determine|ensure|transpire|appear|mean|foresee"],
  ["carry","carry|publish|print|relay|air|broadcast|post|release|issue|circulate|distribute|run"],
  ["commit","claim|promise|pledge|vow|threaten|swear|profess|offer"],
  ["impute","accuse|blame|attribute|ascribe|impute|denounce|condemn|criticise|criticize|praise|brand|dub|liken|regard|portray|suspect"],
  ["enact","designate|blacklist|delist|deregister|sanction|protest|revoke|rescind|annul|outlaw|freeze|unfreeze|unblock|adjourn|remand|quash|uphold|overturn|bar|ban|forbid|prohibit"],
  ["revise","correct|raise|lower|revise|amend|upgrade|downgrade|halve|double|inflate|trim|soften|harden"],
  ["enter","list|rank|date|time|locate|style|class|classify|register|record|enter|mark|assign|credit|bear|show|give|name|identify|describe|call|place|mention|allot|attribute|title"],
];
