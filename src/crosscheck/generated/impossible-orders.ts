// Generated from resources/crosscheck/impossible-orders.tsv by npm run generate; do not edit.
// Dates that cannot stand in this order: a date of an entity against the dates of what it takes part in.
// source: Windfall's own
// licence: Apache-2.0
// columns: schema, property, "after" or "before" (the entity's date lies wholly after or before the other), edge schema, end at which the entity stands, property of the edge, sentence
export const rows: readonly (readonly string[])[] = [
  ["LegalEntity","incorporationDate","after","Payment","payer","date","It pays before it is founded."],
  ["LegalEntity","incorporationDate","after","Payment","beneficiary","date","It is paid before it is founded."],
  ["LegalEntity","dissolutionDate","before","Payment","payer","date","It pays after it is dissolved."],
  ["LegalEntity","dissolutionDate","before","Payment","beneficiary","date","It is paid after it is dissolved."],
  ["Person","deathDate","before","Payment","payer","date","The payer is dead before the payment."],
  ["Person","deathDate","before","Directorship","director","startDate","The director is dead before taking office."],
  ["Person","deathDate","before","Directorship","director","date","The director is dead before signing."],
  ["Person","deathDate","before","Employment","employee","startDate","The employee is dead before the employment begins."],
  ["Person","deathDate","before","Employment","employee","date","The employee is dead before signing."],
  ["Person","deathDate","before","Ownership","owner","startDate","The owner is dead before the ownership begins."],
  ["Person","birthDate","after","Directorship","director","startDate","The director is born after taking office."],
  ["LegalEntity","dissolutionDate","before","Directorship","organization","startDate","The director takes office after the organization is dissolved."],
];
