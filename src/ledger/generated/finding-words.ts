// Generated from resources/ledger/finding-words.tsv by npm run generate; do not edit.
// What: English words by which claims are compared
// Columns: kind, phrases separated by |; all lower case; * at the end of a word for any letters
// superseded: a number that was given before and no longer holds. growing: a number that is larger than before because more has come since. sum: the author adds up what several have told. sweeping: a denial of all that others have just said. nothing-of-it: what was not so, said of what stands right before. figure: what a number is called when it is spoken of; account: what a telling is called. refused: what is done to one that is not believed. giving: verbs after which a number is the point of what is said.
// source: own work
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["superseded","earlier|at first|initially|originally|at that point|at that time|at that stage|by then|first figure|first count|first number|first total|first version|first estimate|first notice|first report|previous figure|previous count|previous number|previous total|previous version|previous estimate|previous notice|previous report|preliminary|provisional|provisionally|interim|not finished|not complete|not yet complete|not over|incomplete|unfinished|still counting|still going on|only partly"],
  ["growing","so far|to date|has risen|had risen|have risen|rose to|rises to|rising to|climbed to|climbs to|grown to|grew to|went up to|gone up to|increased to|raised to|now stands|now stood|has now|have now|by now|and counting"],
  ["sum","since|in all|in total|altogether|all told|combined|taken together|put together|added together|adding up|adds up|add up|the sum|so far|to date|running total|running count|running tally|the tally"],
  ["sweeping","fairy tale|fairy tales|untrue|not true|no truth|false|a lie|lies|nonsense|rubbish|invention|inventions|invented|fabrication|fabrications|fabricated|slander|gossip|rumour|rumours|rumor|rumors|fantasy|fantasies|fiction|baseless|unfounded|groundless|hearsay|pure speculation|the whole business|the whole story|the whole account|the whole matter|the whole affair|the entire story|the entire account|the entire matter|the entire affair|not a word of it|not one word of it|not a word of this|not a word of that|none of it|nothing in it|no basis"],
  ["nothing-of-it","nothing of the kind|nothing of the sort|nothing of that kind|nothing of that sort|nothing like it|nothing like that|none of that|none of this|the opposite|the reverse|the contrary|on the contrary|not so|not the case|otherwise"],
];
