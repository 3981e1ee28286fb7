import { useMutation } from "@tanstack/react-query";
import { useState, type FormEvent } from "react";
import { callApi } from "../../api/call.ts";
import { Failed, Value } from "../../parts/index.ts";
import type { Found, NetNode } from "./net.ts";
import { counted } from "./sentences.ts";
import type { Network } from "./use-network.ts";

const measures = [
  { id: "hubs-damped", words: "around hubs" },
  { id: "shortest", words: "fewest steps" },
  { id: "cheapest", words: "best supported" },
  { id: "earliest", words: "money in time" },
] as const;
type Measure = (typeof measures)[number]["id"];

/** Paths from one node to another, over payments and recorded relations; a found path is always drawn. */
export function PathsPanel({ network, node }: { readonly network: Network; readonly node: NetNode }) {
  const { net, additions, setFound, days, change } = network;
  const [to, setTo] = useState("");
  const [measure, setMeasure] = useState<Measure>("hubs-damped");
  const search = useMutation({
    mutationFn: () =>
      callApi("POST /api/network/paths", { body: { from: node.id, to: idOf(network, to), measure, most: 3, days } }),
    onSuccess: (found) => {
      additions.addPaths(found);
      setFound(new Set(found.nodes.map(({ id }) => id)));
    },
  });
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (to.trim() !== "") search.mutate();
  };
  const name = (id: string): string =>
    search.data?.nodes.find((each) => each.id === id)?.name ?? net?.nodes.get(id)?.name ?? id;
  return (
    <section className="panel-part">
      <form onSubmit={ask} className="paths-form">
        <label>
          Paths to{" "}
          <input
            list="drawn-names"
            value={to}
            autoComplete="off"
            onChange={(event) => setTo(event.target.value)}
            placeholder="a name or an id"
          />
        </label>
        <DrawnNames network={network} besides={node.id} />
        <label>
          Prefer{" "}
          <select value={measure} onChange={(event) => setMeasure(event.target.value as Measure)}>
            {measures.map(({ id, words }) => (
              <option key={id} value={id}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <button type="submit" disabled={search.isPending}>
          Find
        </button>
        <button type="button" className="button-quiet" onClick={() => change({ panel: undefined })}>
          Back
        </button>
      </form>
      {search.isError && <Failed error={search.error} />}
      {search.data && <FoundPaths found={search.data} name={name} />}
    </section>
  );
}

function DrawnNames({ network: { net }, besides }: { readonly network: Network; readonly besides: string }) {
  return (
    <datalist id="drawn-names">
      {[...(net?.nodes.values() ?? [])]
        .filter(({ id }) => id !== besides)
        .map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
    </datalist>
  );
}

/** Paths as steps in words, how far was looked, and by which rule they were chosen. */
function FoundPaths({ found, name }: { readonly found: Found; readonly name: (id: string) => string }) {
  const { paths, searched, rule } = found;
  return (
    <div role="status">
      <p>
        {paths.length === 0 ? "No path was found" : counted(paths.length, "path")} among{" "}
        {counted(searched.entities, "party", "parties")} and {counted(searched.links, "link")}.
      </p>
      <ol className="panel-list">
        {paths.map((steps) => (
          <li key={steps.map(({ toId }) => toId).join(" ")}>
            {steps.map(({ fromId, toId, links }) => (
              <p key={`${fromId} ${toId}`}>
                <Value text={name(fromId)} isCell />{" "}
                <span className="second">{links.map(({ words }) => words).join(", ")}</span>{" "}
                <Value text={name(toId)} isCell />
              </p>
            ))}
          </li>
        ))}
      </ol>
      <p className="note second">{rule}</p>
    </div>
  );
}

/** The id of a drawn node that is called so, else the words as they are: the server knows names too. */
const idOf = ({ net }: Network, words: string): string =>
  [...(net?.nodes.values() ?? [])].find(({ name }) => name === words)?.id ?? words.trim();
