import { describe, expect, it } from "vitest";
import { fits } from "../../src/crosscheck/fits.ts";

const account = (left: string, right: string): boolean => fits("account", left, right) && fits("account", right, left);

describe("two account numbers", () => {
  it("are one where a mask, a spreadsheet or an IBAN hides what differs", () => {
    expect(account("6276259439794665164", "*5164")).toBe(true);
    expect(account("6276259439794665164", "6276259439794670000")).toBe(true);
    expect(account("6276259439794665164", "627626E+18")).toBe(true);
    expect(account("6276259439794670000", "*5164")).toBe(true);
    expect(account("627626E+18", "*5164")).toBe(true);
    expect(account("51557937045587", "LV15ZMTS51557937045587")).toBe(true);
  });
  it("are two where what both tell differs", () => {
    expect(account("6276259439794665164", "*5165")).toBe(false);
    expect(account("6276259439794665164", "6276259419794665164")).toBe(false);
    expect(account("6276259439794665164", "6276259439804670000")).toBe(false);
    expect(account("6276259439794665164", "627726E+18")).toBe(false);
    expect(account("****5164", "****5165")).toBe(false);
  });
});
