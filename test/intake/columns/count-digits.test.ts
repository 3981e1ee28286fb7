import { expect, it } from "vitest";
import { countDigits } from "../../../src/intake/columns/count-digits.ts";

const check = (text: string, digits: number): void =>
  it(`counts ${digits} in "${text}"`, () => expect(countDigits(text)).toBe(digits));
check("", 0);
check("TX000123 of 2016-05-01", 14);
check("２０16년 5월", 5);
check("٣ and 4", 2);
