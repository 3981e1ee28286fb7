import { PlaceLink } from "./channel-panel.tsx";
import { short, type Unit } from "./sentences.ts";
import type { Block } from "./use-question.ts";

interface GroundsProps {
  readonly grounds: Block["grounds"][number] | undefined;
  readonly name: (id: string) => string;
  readonly unit: Unit;
}

/** By whom a party could be acted on and on what recorded ground; what a law allows nobody can read here. */
export function Grounds({ grounds, name, unit }: GroundsProps) {
  if (!grounds) return null;
  return (
    <ul className="grounds note">
      {grounds.levers.map(({ country, isInReach, place }) => (
        <li key={country}>
          authorities of {country.toUpperCase()}
          {isInReach ? "" : ", out of reach"} {place !== null && <PlaceLink place={place} />}
        </li>
      ))}
      {grounds.levers.length === 0 && <li>no country is recorded whose authorities could act</li>}
      {grounds.grounds.map((ground) => (
        <li key={`${ground.fromId} ${ground.words} ${ground.toId}`}>
          ground: {name(ground.fromId)} {ground.words} {name(ground.toId)}
          {ground.caseMinor !== null && `, ${short(Number(ground.caseMinor), unit)}`}; {name(ground.listedId)} stands on{" "}
          {ground.lists.join(", ")} {ground.place !== null && <PlaceLink place={ground.place} />}
        </li>
      ))}
      {grounds.grounds.length === 0 && <li>no ground is recorded: no tie to anybody on a public list</li>}
    </ul>
  );
}
