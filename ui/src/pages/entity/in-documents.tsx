import { useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { callApi } from "../../api/call.ts";
import { linkTo } from "../../app/address.ts";
import { InPassage } from "../../parts/in-passage/in-passage.tsx";
import { tierWords } from "../../parts/in-passage/tier-words.ts";
import { wholeToText } from "../../parts/figures/format.ts";
import { Asked } from "../../parts/page-states/asked.tsx";
import { Value } from "../../parts/value/value.tsx";
import type { MentionOfEntity } from "./answer.ts";

/** Where documents may name the entity, each place in its passage: proposed until somebody decides. */
export function InDocuments({ id }: { readonly id: string }) {
  const named = useQuery({
    queryKey: ["entity-mentions", id],
    queryFn: ({ signal }) => callApi("GET /api/entities/:id/mentions", { params: { id } }, signal),
  });
  return (
    <Asked query={named} rows={6}>
      {({ count, mentions }) =>
        count === 0 ? (
          <p className="second">No name of it was found in a document, or all that were found name another.</p>
        ) : (
          <>
            <p className="second">
              Proposed, not asserted: nothing rests on these.{" "}
              {count > mentions.length &&
                `The first ${wholeToText(mentions.length)} of ${wholeToText(count)} are shown. `}
              <Link href={linkTo("/review", { panel: "mentions" })}>Decide on names in documents</Link>
            </p>
            <ol className="entity-mentions">
              {mentions.map((mention) => (
                <MentionLine key={mention.mentionId} mention={mention} />
              ))}
            </ol>
          </>
        )
      }
    </Asked>
  );
}

const MentionLine = ({
  mention: { written, around, title, tier, status, place },
}: {
  readonly mention: MentionOfEntity;
}) => (
  <li>
    {title !== null && (
      <p>
        <Value text={title} />
      </p>
    )}
    <InPassage words={written} around={around} />
    <p className="note">
      {tierWords(tier)}, {status}{" "}
      <Link href={linkTo("/files", { at: place })}>
        <Value text={place} isCode />
      </Link>
    </p>
  </li>
);
