// Generated from resources/ledger/reporting-verbs.tsv by npm run generate; do not edit.
// What: English verbs by which someone is given words, by what they say of the words, each by its base form.
// Columns: class, base forms separated by |.
// say: told as it was said; allege: told with the doubt named; find: an office's own act or finding, on record; confirm: borne out on record; deny: said not to be so; refuse: not said either way; relay: passed on from another, who follows; give: a figure or a name follows instead of a sentence; hear: the subject is told, who told stands behind "from" or "by"; show: papers, not people; hedge: told with the doubt of the one who tells.
// source: own work
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["say","identify|trace|portray|characterise|characterize|label|say|add|tell|report|state|announce|declare|explain|write|note|point|recall|remark|comment|reply|respond|answer|insist|stress|argue|warn|maintain|reveal|disclose|mention|describe|repeat|agree|testify|complain|continue|conclude|argue|observe|claim|estimate|call|post|tweet|broadcast|publish|predict|concede|reckon|stress|underline|reiterate|assert|contend|relate|recount|insist|acknowledge|concede|inform|advise|assure|emphasise|emphasize|joke|shout|whisper|confide|volunteer|muse|retort|read|document|detail|signal|echo|theorise|theorize"],
  ["allege","allege|accuse|suspect|charge"],
  ["find","find|order|rule|correct|withdraw|retract|apologize|apologise|demand|ask|request|decide|sentence|acquit|suspend|fine"],
  ["confirm","accept|grant|allow|confirm|admit|acknowledge|concede|verify|certify"],
  ["deny","deny|reject|dismiss|refute|dispute|rebut|disavow|repudiate|contest"],
  ["refuse","decline|refuse"],
  ["relay","cite|quote|relay|carry|reproduce|retell|translate|reprint"],
  ["give","value|price|assess|weigh|estimate|put|make|give|come|have|speak|count|list|record|place|name|set"],
  ["hear","hear|learn|understand|gather"],
  ["hedge","suggest|imply|suppose|surmise|reckon|believe|think|suppose|guess|assume|speculate|hint|indicate|suspect|fear|hope|expect|doubt"],
  ["show","show|reveal|indicate|list|record|state"],
];
