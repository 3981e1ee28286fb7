import { useState, type FormEvent } from "react";
import { announce } from "../../parts/index.ts";
import { focusNode, type Network } from "./use-network.ts";
import { counted } from "./sentences.ts";

/** Finds a node among the drawn ones: Enter goes to the next that matches. */
export function NodeSearch({ network }: { readonly network: Network }) {
  const { net, order, selected, select, setFound } = network;
  const [text, setText] = useState("");
  const matching = (words: string): string[] =>
    words.trim() === ""
      ? []
      : order.filter((id) => net?.nodes.get(id)?.name.toLowerCase().includes(words.trim().toLowerCase()));
  const search = (event: FormEvent) => {
    event.preventDefault();
    const ids = matching(text);
    const next = ids[(ids.indexOf(selected ?? "") + 1) % Math.max(1, ids.length)];
    setFound(new Set(ids));
    if (next === undefined) return announce(`No drawn node is called ${text}`);
    select(next);
    return focusNode(next);
  };
  const count = matching(text).length;
  return (
    <form role="search" className="node-search" onSubmit={search}>
      <input
        id="network-search"
        type="search"
        aria-label="Find a node in the picture"
        placeholder="Find a node  /"
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setFound(new Set(matching(event.target.value)));
        }}
      />
      {text !== "" && <span className="note second">{counted(count, "drawn node")}</span>}
    </form>
  );
}
