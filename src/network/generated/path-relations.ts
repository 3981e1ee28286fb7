// Generated from resources/network/path-relations.tsv by npm run generate; do not edit.
// Which recorded relations are steps of a path, and how each is said; places, addresses, telephones, messages and papers never are.
// source: names of types from FollowTheMoney 4.5.2; words are Windfall's own
// licence: Apache-2.0
// columns: type of relation, property of its source, property of its target, words from source to target
export const rows: readonly (readonly string[])[] = [
  ["Associate","person","associate","is an associate of"],
  ["Debt","debtor","creditor","owes"],
  ["Directorship","director","organization","is a director of"],
  ["Employment","employee","employer","is employed by"],
  ["Family","person","relative","is a relative of"],
  ["Membership","member","organization","is a member of"],
  ["Ownership","owner","asset","holds"],
  ["Representation","agent","client","represents"],
  ["Succession","predecessor","successor","was followed by"],
  ["UnknownLink","subject","object","is linked with"],
];
