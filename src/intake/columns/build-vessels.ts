import { buildParty, ofLevel, ofSide, withAttribute } from "./build-parties.ts";
import { buildTie } from "./build-tie.ts";
import type { EntityDrafts } from "./entity-drafts.ts";
import type { JudgedColumn } from "./judge-column.ts";
import { partySchema } from "./party-schema.ts";

/** Builds a list of ships with those who own and manage them; rows of one ship number or name are one ship. */
export function buildVessels(drafts: EntityDrafts, columns: readonly JudgedColumn[]): void {
  const ship = columns.filter(({ side }) => side === "vessel" || side === null);
  const names = withAttribute(ship, "name");
  const numbers = withAttribute(ship, "imo");
  const vessel = drafts.add("vessel", "Vessel", { keys: [...names, ...numbers] });
  vessel.putOwn([...names, ...ofLevel(ship, "vessel"), ...withAttribute(ship, "previousName", "alias")]);
  vessel.put("notes", withAttribute(ship, "remarks"));
  for (const side of ["owner", "director", "company"] as const) {
    const own = ofSide(columns, side);
    const name = side === "owner" ? "owner" : side === "director" ? "manager" : "company";
    const party = buildParty(drafts, own, { name, schema: partySchema(own, "LegalEntity"), isRow: false });
    if (!party) continue;
    const tie = buildTie(drafts, {
      name: `${name}Link`,
      schema: side === "owner" ? "Ownership" : "UnknownLink",
      from: name,
      to: "vessel",
      requires: own,
    });
    const header = own[0]?.header;
    if (side !== "owner") tie.literal("role", header);
  }
}
