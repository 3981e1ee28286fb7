import { Value } from "../../parts/index.ts";
import type { Claim } from "./answer.ts";

type Teller = Claim["chain"][number];

/** A claim with the part of its chain that is still to be drawn. */
interface Told {
  readonly claim: Claim;
  readonly chain: readonly Teller[];
}

/** Who says it, on whose word: from the deepest teller to the outlets, each claim at the end of its chain. */
export function ChainTree({ claims }: { readonly claims: readonly Claim[] }) {
  return <Branches told={claims.map((claim) => ({ claim, chain: claim.chain }))} />;
}

function Branches({ told }: { readonly told: readonly Told[] }) {
  return (
    <ul className="ledger-tree">
      {[...byTeller(told)].map(([teller, below]) => (
        <li key={teller}>
          <Value text={teller === "" ? "nobody is named" : teller} />
          <Leaves claims={below.filter(({ chain }) => chain.length <= 1).map(({ claim }) => claim)} />
          {below.some(({ chain }) => chain.length > 1) && (
            <Branches
              told={below
                .filter(({ chain }) => chain.length > 1)
                .map(({ claim, chain }) => ({ claim, chain: chain.slice(1) }))}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

const Leaves = ({ claims }: { readonly claims: readonly Claim[] }) => (
  <ul>
    {claims.map((claim) => (
      <li key={claim.claimId} data-weak={isWeak(claim) || undefined}>
        <a href={`#claim-${claim.claimId}`}>{claim.modality.replaceAll("-", " ")}</a>{" "}
        <span className="second">
          <Value text={claim.quote} most={120} />
        </span>
      </li>
    ))}
  </ul>
);

/** Hedged, ironic and withdrawn claims look weak. */
const isWeak = ({ modality, isIronic, isRetracted }: Claim): boolean =>
  isIronic || isRetracted || modality === "hedged" || modality === "cannot-confirm";

function byTeller(told: readonly Told[]): ReadonlyMap<string, readonly Told[]> {
  const groups = new Map<string, Told[]>();
  for (const each of told) {
    const [first] = each.chain;
    const name = first ? `${first.name}${first.isInferred ? " (?)" : ""}` : "";
    groups.set(name, [...(groups.get(name) ?? []), each]);
  }
  return groups;
}
