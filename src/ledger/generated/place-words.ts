// Generated from resources/ledger/place-words.tsv by npm run generate; do not edit.
// What: words around names of places: what stands before or behind one, what a name of none holds
// Columns: kind, value, words and phrases separated by | in lower case
// source: own work
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["locative","word","in|at|near|outside|inside|off|into|around|across|via|towards|toward|beyond|above|below|opposite|aboard in|close to|on the outskirts of|north of|south of|east of|west of|в|на|во|около|под|возле"],
  ["direction","word","to|from|for|through|of|and|or|between|reached|reach|leave|left|leaving|entered|enter|entering|visited|visit|из|до|через"],
  ["place-class","before","port|city|town|village|emirate|province|district|island|islands|capital|republic|state|region|county|harbour|harbor|bay|gulf|strait|sea|peninsula|suburb|resort|municipality|prefecture|oblast|canton|kingdom|principality|territory|archipelago|port city|border town|border city|border post|valley"],
  ["place-tail","behind","island|islands|province|district|county|bay|harbour|harbor|airport|region|prefecture|oblast|peninsula|strait|river|valley|street|road|avenue|square|embankment|quay|pier|beach|lake|mountain|mountains|pass|sea|gulf|canal|bridge|station|free zone|economic zone|industrial park|crossing|checkpoint"],
  ["place-head","before","port|lake|mount|cape|fort|saint|st|san|santa|new|north|south|east|west|upper|lower|bandar|ust"],
  ["no-place","word","no|nos|page|paragraph|bank|ministry|radio|television|tv|news|agency|university|institute|company|corporation|corp|ltd|llc|inc|group|holdings|court|committee|commission|bureau|office|department|council|party|fund|foundation|union|parliament|senate|congress|house|watch|daily|times|post|herald|ledger|courier|mercury|observer|gazette|journal|telegraph|tribune|review|weekly|wire|press|exchange|trust|trading|shipping|lines|airlines|airways|authority|service|services|army|navy|force|club|hospital|school|college|embassy|consulate|mission|mr|mrs|ms|dr|general|colonel|captain|major|lieutenant|president|minister|secretary|king|queen|prince|professor|judge|god|english|russian|korean|chinese|arabic|french|german|spanish|january|february|march|april|may|june|july|august|september|october|november|december|sunday|monday|tuesday|wednesday|thursday|friday|saturday|christmas|easter|ramadan|spring|summer|autumn|winter"],
];
