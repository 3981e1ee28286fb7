import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { callApi } from "../../api/call.ts";
import { keepDecided, useDecided } from "../../decisions/sitting.ts";
import { announce, Asked, Failed, Value } from "../../parts/index.ts";
import { Reasons } from "../../parts/reasons/reasons.tsx";
import type { JoinStep, Member, RecordedValue } from "./answer.ts";

interface MembersProps {
  readonly canonicalId: string;
  readonly members: readonly Member[];
  readonly values: readonly RecordedValue[];
}

/** So many members are listed at first. */
const atFirst = 50;

/** The mentions that are this entity, and why each was joined to another. */
export function Members({ canonicalId, members, values }: MembersProps) {
  const [shownCount, setShownCount] = useState(atFirst);
  const [opened, setOpened] = useState<string>();
  const shown = members.slice(0, shownCount);
  return (
    <div className="entity-members">
      <ul>
        {shown.map((member) => (
          <li key={member.entityId}>
            <button
              type="button"
              className="button-quiet"
              aria-expanded={opened === member.entityId}
              disabled={member.joinedTo === null}
              onClick={() => setOpened(opened === member.entityId ? undefined : member.entityId)}
            >
              <Value text={nameOf(member, values)} />
            </button>{" "}
            <span className="second">
              {member.dataset} {member.joinedBy ?? "stands first"}
            </span>
            {opened === member.entityId && member.joinedTo !== null && (
              <Join left={member.joinedTo} right={member.entityId} canonicalId={canonicalId} />
            )}
          </li>
        ))}
      </ul>
      {members.length > shown.length && (
        <button type="button" onClick={() => setShownCount(shownCount + 200)}>
          {members.length - shown.length} more
        </button>
      )}
    </div>
  );
}

const nameOf = ({ entityId }: Member, values: readonly RecordedValue[]): string =>
  values.find((value) => value.entityId === entityId && /name|number|iban/iu.test(value.prop))?.value ?? entityId;

interface JoinProps {
  readonly left: string;
  readonly right: string;
  readonly canonicalId: string;
}

function Join({ left, right, canonicalId }: JoinProps) {
  const join = useQuery({
    queryKey: ["join", left, right],
    queryFn: ({ signal }) => callApi("GET /api/joins", { query: { left, right } }, signal),
  });
  const queries = useQueryClient();
  const about = `${left}~${right}`;
  const { standing } = useDecided();
  const made = standing.findLast((each) => each.about === about && each.decision === "different");
  const decide = useMutation({
    mutationFn: () =>
      callApi("POST /api/decisions", { body: { leftId: left, rightId: right, decision: "different" as const } }),
    onSuccess: ({ judgementNo }) => {
      keepDecided({ judgementNo, page: "entity", about, decision: "different" });
      announce(`Decision ${judgementNo}: not the same; the next run draws the consequences`);
      return queries.invalidateQueries({ queryKey: ["entity", canonicalId] });
    },
  });
  return (
    <div className="entity-join">
      <Asked query={join}>
        {({ steps }) =>
          steps === null ? (
            <p>The two are not joined any more.</p>
          ) : (
            steps.map((step) => <Step key={`${step.left} ${step.right}`} step={step} />)
          )
        }
      </Asked>
      {decide.isError && <Failed error={decide.error} />}
      {made ? (
        <p role="status">
          Decision {made.judgementNo} is kept: not the same. The next run draws the consequences; Ctrl-Z takes it back.
        </p>
      ) : (
        <button type="button" disabled={decide.isPending} onClick={() => decide.mutate()}>
          Not the same
        </button>
      )}
    </div>
  );
}

const Step = ({ step }: { readonly step: JoinStep }) => (
  <section>
    <h3>
      Joined by {step.joinedBy}
      {step.confirmedBy === null ? ", nobody has confirmed it" : `, confirmed by ${step.confirmedBy}`}
    </h3>
    <Reasons reasons={step.reasons} weightMb={step.weightMb} />
  </section>
);
