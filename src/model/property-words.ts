const propertyWords: Readonly<Record<string, string>> = {
  birthDate: "date of birth",
  deathDate: "date of death",
  incorporationDate: "date of incorporation",
  dissolutionDate: "date of dissolution",
  idNumber: "identity number",
  phone: "telephone number",
  owner: "holder",
  payerAccount: "payer's account",
  beneficiaryAccount: "payee's account",
  bic: "bank code (BIC)",
  payment: "the payment itself",
};

/** A property in plain words. */
export const propertyInWords = (prop: string): string =>
  propertyWords[prop] ?? prop.replaceAll(/([A-Z])/gu, (letter) => ` ${letter.toLowerCase()}`);
