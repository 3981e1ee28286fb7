import { Link } from "wouter";
import { linkTo } from "../../app/address.ts";
import { InPassage, Value } from "../../parts/index.ts";
import type { Claim } from "./answer.ts";
import { whenText } from "./when.ts";

/** A claim marked in its paragraph, then each field with the reason for it. */
export function ClaimShown({ claim }: { readonly claim: Claim }) {
  return (
    <article className="ledger-claim" id={`claim-${claim.claimId}`}>
      {claim.reasons
        .filter(({ field }) => field === "proposal")
        .map(({ why }) => (
          <p key={why} className="ledger-model">
            <Value text={why} />
          </p>
        ))}
      <InPassage words={claim.quote} around={claim} />
      <dl className="ledger-fields">
        {fieldsOf(claim).map(({ name, value, whys }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <Value text={value} />
              {whys.length > 0 && (
                <span className="second note">
                  {" "}
                  <Value text={whys.join("; ")} />
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      <p className="note">
        {claim.status}
        {claim.edited.length > 0 && `, put right: ${claim.edited.join(", ")}`}
        {claim.isGuarded ? (
          <span className="second"> guarded: country and month only</span>
        ) : (
          <>
            {" "}
            <Link href={linkTo("/files", { at: claim.place })}>
              <Value text={claim.place} isCode />
            </Link>
          </>
        )}
      </p>
    </article>
  );
}

function fieldsOf(claim: Claim): { name: string; value: string; whys: readonly string[] }[] {
  const whysOf = (field: string) => claim.reasons.filter((reason) => reason.field === field).map(({ why }) => why);
  const chain = claim.chain.map(({ name, isInferred }) => (isInferred ? `${name} (?)` : name)).join(" > ");
  const fields = {
    speaker: claim.chain.length > 1 ? `${claim.speaker}; ${chain}` : claim.speaker,
    outlet: `${claim.outlet}, ${claim.relation}`,
    modality: claim.modality.replaceAll("-", " "),
    kind: claim.kind === "event" && claim.polarity === "positive" ? "" : `${claim.kind}, ${claim.polarity}`,
    date: whenText(claim) ?? "",
    counts: claim.counts.map(({ text }) => text).join(", "),
    places: claim.places.map(({ name }) => name).join(", "),
    irony: claim.isIronic ? "not meant literally: never counted" : "",
    withdrawn: claim.isRetracted ? "by the outlet that said it" : "",
  };
  return Object.entries(fields)
    .filter(([, value]) => value !== "")
    .map(([name, value]) => ({ name, value, whys: whysOf(name) }));
}
