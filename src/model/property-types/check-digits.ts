/** Sum of Luhn over digits, the last being the check digit; 0 modulo 10 where it holds. */
export const isLuhn = (digits: string): boolean =>
  [...digits].toReversed().reduce((sum, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return sum + (value > 9 ? value - 9 : value);
  }, 0) %
    10 ===
  0;

const toNumbers = (text: string): string =>
  text.replaceAll(/[A-Z]/gu, (letter) => String((letter.codePointAt(0) ?? 0) - 55));
const weigh = (digits: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, index) => sum + weight * Number(digits[index] ?? 0), 0);

/** Legal entity identifier, ISO 17442: 20 characters, ISO 7064 MOD 97-10. */
export const isLei = (text: string): boolean =>
  /^[A-Z0-9]{18}\d{2}$/u.test(text) && BigInt(toNumbers(text)) % 97n === 1n;

/** International securities identification number, ISO 6166: Luhn over the letters as numbers. */
export const isIsin = (text: string): boolean => /^[A-Z]{2}[A-Z0-9]{9}\d$/u.test(text) && isLuhn(toNumbers(text));

/** Financial instrument global identifier: BB, BBG and the like, a check digit by a doubled-digit sum. */
export function isFigi(text: string): boolean {
  if (!/^[B-DF-HJ-NP-TV-Z]{2}G[0-9B-DF-HJ-NP-TV-Z]{8}\d$/u.test(text)) return false;
  const sum = Array.from(text.slice(0, 11)).reduce((total, char, index) => {
    const value = Number(toNumbers(char)) * (index % 2 === 0 ? 1 : 2);
    return total + Math.floor(value / 10) + (value % 10);
  }, 0);
  return (10 - (sum % 10)) % 10 === Number(text[11]);
}

/** Russian taxpayer number: 10 digits for firms, 12 for people. */
export function isInn(text: string): boolean {
  if (/^\d{10}$/u.test(text)) return (weigh(text, [2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10 === Number(text[9]);
  if (!/^\d{12}$/u.test(text)) return false;
  const eleventh = (weigh(text, [7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10;
  const twelfth = (weigh(text, [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8]) % 11) % 10;
  return eleventh === Number(text[10]) && twelfth === Number(text[11]);
}

/** Russian registration number of firms (13 digits) and entrepreneurs (15). */
export function isOgrn(text: string): boolean {
  if (/^\d{13}$/u.test(text)) return Number((BigInt(text.slice(0, 12)) % 11n) % 10n) === Number(text[12]);
  return /^\d{15}$/u.test(text) && Number((BigInt(text.slice(0, 14)) % 13n) % 10n) === Number(text[14]);
}

const usccAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

/** Chinese unified social credit code, GB 32100-2015: 18 characters, weights are powers of 3 modulo 31. */
export function isUscc(text: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/u.test(text)) return false;
  const sum = Array.from(text.slice(0, 17)).reduce(
    (total, char, index) => total + usccAlphabet.indexOf(char) * (3 ** index % 31),
    0,
  );
  return usccAlphabet[(31 - (sum % 31)) % 31] === text[17];
}

/** Ship number of the International Maritime Organization: 7 digits. */
export const isImo = (text: string): boolean =>
  /^\d{7}$/u.test(text) && weigh(text, [7, 6, 5, 4, 3, 2]) % 10 === Number(text[6]);

/** US national provider identifier: 10 digits, Luhn after the prefix 80840. */
export const isNpi = (text: string): boolean => /^[12]\d{9}$/u.test(text) && isLuhn(`80840${text}`);
