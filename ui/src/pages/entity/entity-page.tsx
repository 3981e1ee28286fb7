import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, type ReactNode } from "react";
import { Link, useParams } from "wouter";
import { callApi } from "../../api/call.ts";
import { linkTo, useAddress } from "../../app/address.ts";
import { UndoLine } from "../../decisions/undo-line.tsx";
import { wholeToText } from "../../parts/figures/format.ts";
import { PageFrame } from "../../parts/page-frame/page-frame.tsx";
import { PageTabs } from "../../parts/page-tabs/page-tabs.tsx";
import { Asked } from "../../parts/page-states/asked.tsx";
import { Loading } from "../../parts/page-states/page-states.tsx";
import { Value } from "../../parts/value/value.tsx";
import type { Entity } from "./answer.ts";
import { InDocuments } from "./in-documents.tsx";
import { Members } from "./members.tsx";
import { Names } from "./names.tsx";
import { Places } from "./places.tsx";
import { Properties } from "./properties.tsx";
import { Relations } from "./relations.tsx";
import "./entity.css";

const Payments = lazy(() => import("./payments.tsx"));

interface Tab {
  readonly id: string;
  readonly words: string;
  readonly count: number;
  readonly content: () => ReactNode;
}

/** One entity: names by who spells it so, values with their findings, relations, payments, why its members are one. */
export function EntityPage() {
  const { id } = useParams<{ id: string }>();
  const entity = useQuery({
    queryKey: ["entity", id],
    queryFn: ({ signal }) => callApi("GET /api/entities/:id", { params: { id } }, signal),
  });
  return (
    <PageFrame title={entity.data?.caption ?? "Entity"} what="Entity">
      <UndoLine />
      <Asked query={entity} rows={12}>
        {(entity) => <EntityShown entity={entity} />}
      </Asked>
    </PageFrame>
  );
}

function EntityShown({ entity }: { readonly entity: Entity }) {
  const [{ panel }] = useAddress();
  const tabs = tabsOf(entity);
  const shown = tabs.find((tab) => tab.id === panel) ?? tabs[0];
  return (
    <div className="entity">
      <p className="second">
        {entity.schema} <span className="mono">{entity.id}</span>{" "}
        <Link href={linkTo("/network", { from: entity.id })}>Network</Link>{" "}
        <Link href={linkTo("/findings", { q: `entity:${entity.id}` })}>
          {wholeToText(entity.findings.length)} findings
        </Link>
      </p>
      <Names values={entity.values} />
      {entity.notes.map((note) => (
        <p key={note.noteNo} className="entity-note">
          <span className="second">
            noted by {note.actor}, {note.notedAt.slice(0, 10)}, on nobody's word:
          </span>{" "}
          <Value text={note.text} />
        </p>
      ))}
      <PageTabs
        label="Parts of this entity"
        tabs={tabs.map((tab) => ({
          words: tab.words,
          href: linkTo(`/entities/${encodeURIComponent(entity.id)}`, { panel: tab.id }),
          isShown: tab === shown,
          more: <span className="second">{wholeToText(tab.count)}</span>,
        }))}
      />
      {shown?.content()}
    </div>
  );
}

function tabsOf(entity: Entity): readonly Tab[] {
  const payments = entity.money.reduce((sum, party) => sum + party.payments, 0);
  return [
    {
      id: "properties",
      words: "Properties",
      count: new Set(entity.values.map(({ prop, value }) => `${prop} ${value}`)).size,
      content: () => <Properties entity={entity} />,
    },
    {
      id: "relations",
      words: "Relations",
      count: entity.relations.length,
      content: () => <Relations relations={entity.relations} />,
    },
    {
      id: "payments",
      words: "Payments",
      count: payments,
      content: () => (
        <Suspense fallback={<Loading rows={8} />}>
          <Payments id={entity.id} money={entity.money} />
        </Suspense>
      ),
    },
    {
      id: "members",
      words: "Members",
      count: entity.members.length,
      content: () => <Members canonicalId={entity.id} members={entity.members} values={entity.values} />,
    },
    {
      id: "documents",
      words: "In documents",
      count: entity.mentions,
      content: () => <InDocuments id={entity.id} />,
    },
    {
      id: "places",
      words: "Where it stands",
      count: entity.values.length,
      content: () => <Places values={entity.values} />,
    },
  ];
}
