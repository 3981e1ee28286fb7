import { describe, expect, it } from "vitest";
import { findPlaces } from "../../src/ledger/index.ts";

const check = (text: string, ...places: readonly string[]): void =>
  it(text, () => expect(findPlaces(text).map(({ norm, country }) => `${norm} ${country ?? "?"}`)).toEqual(places));

describe("places of the gazetteer", () => {
  check("He flew from Riga to Ulan Bator by way of South Korea.", "Riga lv", "Ulaanbaatar mn", "South Korea kr");
  check(
    "The ship lay off Constanta; the US and the UAE asked.",
    "Constanța ro",
    "United States us",
    "United Arab Emirates ae",
  );
  check("그는 단둥에서 평양으로 갔다.", "Dandong cn", "Pyongyang kp");
  check("他从沈阳到俄罗斯。", "Shenyang cn", "Russia ru");
  check("Суд был в Москве.", "Moscow ru");
  check("Baku Bank told us nothing, Bank Austria less, and Jordan Petrov lied.");
});

describe("places that the gazetteer does not know", () => {
  check("The truck burned near Ostvik.", "Ostvik ?");
  check("It came from the port of Lunde-Hamn to Marrow Island.", "Lunde-Hamn ?", "Marrow Island ?");
  check("He landed at Ostvik airport. Ostvik was silent.", "Ostvik airport ?");
  check("They met in Ostvik. Later Ostvik was silent.", "Ostvik ?", "Ostvik ?");
  check("It was told in October at the Ministry of Ports, in English, in Ostvikian hands.");
});
