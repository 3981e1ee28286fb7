import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link, useLocation } from "wouter";
import type { Answer } from "../../api/answers.ts";
import { callApi } from "../../api/call.ts";
import { linkTo } from "../../app/address.ts";
import { useCommands } from "../../keys/index.ts";
import { Asked, Drawer, SourceTree, StateMark, Value, spokenText, wholeToText } from "../../parts/index.ts";
import { StatementShown, statementElement } from "./statement-shown.tsx";
import "./evidence.css";

type Evidence = Answer<"GET /api/findings/:id">;

interface EvidenceDrawerProps {
  readonly findingId: string;
  readonly close: () => void;
}

/** What a finding rests on: the tree of its sources, then each statement beside its very place. */
export function EvidenceDrawer({ findingId, close }: EvidenceDrawerProps) {
  const query = useQuery({
    queryKey: ["finding", findingId],
    queryFn: ({ signal }) => callApi("GET /api/findings/:id", { params: { id: findingId } }, signal),
    staleTime: 60_000,
  });
  const finding = query.data?.finding;
  return (
    <Drawer
      title={finding ? `${spokenText(finding.entity.caption)} - ${finding.propertyWords}` : "Evidence"}
      close={close}
    >
      <Asked query={query} rows={8}>
        {(evidence) => <EvidenceShown key={evidence.finding.id} evidence={evidence} />}
      </Asked>
    </Drawer>
  );
}

function EvidenceShown({
  evidence: { finding, explanation, statements, more, tree },
}: {
  readonly evidence: Evidence;
}) {
  const [current, setCurrent] = useState(0);
  const [, navigate] = useLocation();
  const moveTo = (index: number) => {
    const next = Math.max(0, Math.min(statements.length - 1, index));
    setCurrent(next);
    statementElement(next)?.focus();
    statementElement(next)?.scrollIntoView({ block: "nearest" });
  };
  const place = statements[current]?.place;
  useCommands({
    "evidence.next": () => moveTo(current + 1),
    "evidence.previous": () => moveTo(current - 1),
    ...(place && { "list.material": () => navigate(linkTo("/files", { at: place })) }),
  });
  return (
    <div className="evidence">
      <p>
        <StateMark state={finding.state} word={finding.stateWords} />
        {finding.isNew && (
          <>
            {" "}
            <StateMark state="new" word="not held before" />
          </>
        )}
      </p>
      <p>
        <Value text={explanation} most={600} />
      </p>
      <p>
        <Link href={`/entities/${encodeURIComponent(finding.entity.id)}`}>Everything on this {finding.schema}</Link>
      </p>
      <section>
        <h3>Sources</h3>
        <SourceTree tree={tree} />
      </section>
      <section className="evidence-statements">
        <h3>
          {statements.length === 1 ? "The statement" : `${wholeToText(statements.length)} statements`}
          {more > 0 && `; ${wholeToText(more)} more are not shown`}
        </h3>
        {statements.map((statement, index) => (
          <StatementShown
            key={statement.id}
            statement={statement}
            index={index}
            isCurrent={index === current}
            onEnter={setCurrent}
          />
        ))}
      </section>
    </div>
  );
}
