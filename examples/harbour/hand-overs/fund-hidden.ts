import type { Case } from "../case.ts";
import type { WorkbookSheet } from "../files/xlsx.ts";
import { Grid, naming } from "../grid.ts";
import { at } from "../kit/at.ts";
import { dayOf, isoOf, writeDate } from "../kit/days.ts";
import type { Noise } from "../noise.ts";
import { FUND_FILE } from "./fund-file.ts";
import { HANDS } from "./habits.ts";

/** Who really owns what, and who signed which power of attorney. */
export const hiddenSheet = (theCase: Case, noise: Noise): WorkbookSheet => {
  const grid = new Grid(theCase.book, FUND_FILE, "실소유");
  grid.furniture("실소유자 (외부에 내지 말것)");
  grid.header("회사", "실소유자", "몫(%)");
  for (const company of theCase.world.companies) {
    const planted = theCase.plants.owner.get(company.id);
    if (planted === undefined && noise.random.chance(0.65)) continue;
    const owners = planted === undefined ? company.owners : [{ owner: planted, percent: 100 }];
    for (const { owner, percent } of owners) {
      const says = [
        {
          subject: company.id,
          property: "ownership",
          meaning: `${owner} ${percent}`,
          ...(planted === undefined ? {} : { plant: "owner denied" }),
        },
      ];
      grid.add(
        naming(theCase.company(noise, company, HANDS.fund), "company", company.id),
        { ...naming(theCase.party(noise, owner, HANDS.fund), "owner", owner), says },
        { text: String(percent), number: percent },
      );
    }
  }
  grid.furniture();
  grid.furniture("위임장 수표");
  grid.furniture("회사", "수표한 사람", "수표날자");
  for (const company of theCase.world.companies) {
    const planted = theCase.plants.signature.get(company.id);
    if (planted === undefined && noise.random.chance(0.8)) continue;
    const { person: signer, day } = planted ?? {
      person: at(company.directors, 0).person,
      day: noise.random.between(dayOf("2016-06-01"), dayOf("2018-06-01")),
    };
    if (planted === undefined && theCase.plants.death.has(signer)) continue;
    const says = [
      {
        subject: signer,
        property: "signed",
        meaning: isoOf(day),
        ...(planted === undefined ? {} : { plant: "dead director" }),
      },
    ];
    grid.add(
      naming(theCase.company(noise, company, HANDS.fund), "company", company.id),
      naming(theCase.party(noise, signer, HANDS.fund), "director", signer),
      { text: writeDate(isoOf(day), "Y.M.D"), says },
    );
  }
  return { grid, merges: ["A1:C1"], veryHidden: true };
};
