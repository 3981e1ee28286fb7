/** Where a key is told of on the help page. */
export type KeyGroup = "everywhere" | "lists" | "evidence" | "review" | "network";

/** One command: what it is called, and which keys give it. */
export interface KeyEntry {
  readonly id: string;
  /** As `j`, `Shift+j`, `Ctrl+k`, `Enter`, `Space`; two steps as `g f`. The first is the one that is shown. */
  readonly keys: readonly string[];
  readonly group: KeyGroup;
  readonly label: string;
  /** Only while the nearest `data-key-area` about the focus names this. */
  readonly area?: string;
  /** Kept out of the palette: moves that make sense at the list alone. */
  readonly isMove?: boolean;
}

/** Every key of the workbench: the handler, the palette, the help page and the tests read this table. */
export const keyTable = [
  { id: "palette", keys: ["Ctrl+k"], group: "everywhere", label: "Find or do", isMove: true },
  { id: "filter", keys: ["/"], group: "everywhere", label: "Filter this list" },
  { id: "help", keys: ["?"], group: "everywhere", label: "All keys" },
  { id: "undo", keys: ["Ctrl+z"], group: "everywhere", label: "Undo the last decision of this sitting" },
  { id: "redo", keys: ["Ctrl+Shift+z", "Ctrl+y"], group: "everywhere", label: "Decide again what was undone" },
  { id: "run", keys: [], group: "everywhere", label: "Run: bring the case up to date" },
  { id: "close", keys: ["Escape"], group: "everywhere", label: "Close the topmost", isMove: true },
  { id: "go.overview", keys: ["g o"], group: "everywhere", label: "Go to Overview" },
  { id: "go.findings", keys: ["g f"], group: "everywhere", label: "Go to Findings" },
  { id: "go.entities", keys: ["g e"], group: "everywhere", label: "Go to Entities" },
  { id: "go.review", keys: ["g r"], group: "everywhere", label: "Go to Review" },
  { id: "go.network", keys: ["g n"], group: "everywhere", label: "Go to Network" },
  { id: "go.ledger", keys: ["g l"], group: "everywhere", label: "Go to Ledger" },
  { id: "go.material", keys: ["g m"], group: "everywhere", label: "Go to Material" },
  { id: "go.brief", keys: ["g b"], group: "everywhere", label: "Go to Brief" },

  { id: "list.next", keys: ["j"], group: "lists", label: "Next row", isMove: true },
  { id: "list.previous", keys: ["k"], group: "lists", label: "Previous row", isMove: true },
  { id: "list.down", keys: ["ArrowDown"], group: "lists", label: "Next row", area: "grid", isMove: true },
  { id: "list.up", keys: ["ArrowUp"], group: "lists", label: "Previous row", area: "grid", isMove: true },
  { id: "list.pageDown", keys: ["PageDown"], group: "lists", label: "A page down", area: "grid", isMove: true },
  { id: "list.pageUp", keys: ["PageUp"], group: "lists", label: "A page up", area: "grid", isMove: true },
  { id: "list.first", keys: ["Home"], group: "lists", label: "First row", area: "grid", isMove: true },
  { id: "list.last", keys: ["End"], group: "lists", label: "Last row", area: "grid", isMove: true },
  {
    id: "list.left",
    keys: ["ArrowLeft"],
    group: "lists",
    label: "Cell to the left, in the material",
    area: "grid",
    isMove: true,
  },
  {
    id: "list.right",
    keys: ["ArrowRight"],
    group: "lists",
    label: "Cell to the right, in the material",
    area: "grid",
    isMove: true,
  },
  {
    id: "list.open",
    keys: ["Enter"],
    group: "lists",
    label: "Into the evidence; in the material, the whole of a cell",
    area: "grid",
    isMove: true,
  },
  {
    id: "list.wholeCell",
    keys: ["Space"],
    group: "lists",
    label: "The whole of a cell, in the material",
    area: "grid",
    isMove: true,
  },
  { id: "list.entity", keys: ["o"], group: "lists", label: "Open the entity" },
  { id: "list.material", keys: ["e"], group: "lists", label: "Open the place in the material" },
  { id: "list.select", keys: ["x"], group: "lists", label: "Select the row, or not" },
  { id: "list.extendDown", keys: ["Shift+j"], group: "lists", label: "Select downwards", isMove: true },
  { id: "list.extendUp", keys: ["Shift+k"], group: "lists", label: "Select upwards", isMove: true },
  { id: "list.copy", keys: ["c"], group: "lists", label: "Copy the rows as text with tabs" },
  { id: "list.sort", keys: ["s"], group: "lists", label: "To the column heads, to sort" },
  { id: "list.columns", keys: ["v"], group: "lists", label: "Which columns are shown" },
  { id: "list.csv", keys: [], group: "lists", label: "Download the list as CSV" },

  { id: "evidence.next", keys: ["."], group: "evidence", label: "Next statement" },
  { id: "evidence.previous", keys: [","], group: "evidence", label: "Previous statement" },

  { id: "review.same", keys: ["y"], group: "review", label: "Same, or it names it, and on; again: take it back" },
  { id: "review.different", keys: ["n"], group: "review", label: "Not the same, or it names another, and on" },
  { id: "review.unsure", keys: ["u"], group: "review", label: "Cannot say, and on" },
  { id: "review.reason", keys: ["r"], group: "review", label: "Write a reason" },
  { id: "review.effect", keys: ["d"], group: "review", label: "What a decision would change, or not" },
  { id: "review.look1", keys: ["1"], group: "review", label: "Look at comparison 1", isMove: true },
  { id: "review.look2", keys: ["2"], group: "review", label: "Look at comparison 2", isMove: true },
  { id: "review.look3", keys: ["3"], group: "review", label: "Look at comparison 3", isMove: true },
  { id: "review.look4", keys: ["4"], group: "review", label: "Look at comparison 4", isMove: true },
  { id: "review.look5", keys: ["5"], group: "review", label: "Look at comparison 5", isMove: true },
  { id: "review.look6", keys: ["6"], group: "review", label: "Look at comparison 6", isMove: true },
  { id: "review.look7", keys: ["7"], group: "review", label: "Look at comparison 7", isMove: true },
  { id: "review.look8", keys: ["8"], group: "review", label: "Look at comparison 8", isMove: true },
  { id: "review.look9", keys: ["9"], group: "review", label: "Look at comparison 9", isMove: true },
  { id: "claim.accept", keys: ["a"], group: "review", label: "Accept the claim, as put right" },
  { id: "claim.edit", keys: ["e"], group: "review", label: "Put a field of the claim right" },
  { id: "claim.reject", keys: ["x"], group: "review", label: "Reject the claim" },

  { id: "network.expand", keys: ["e"], group: "network", label: "Expand the node" },
  { id: "network.hide", keys: ["Delete"], group: "network", label: "Hide the node" },
  { id: "network.pin", keys: ["p"], group: "network", label: "Pin the node, or let it go" },
  { id: "network.paths", keys: ["f"], group: "network", label: "Find paths from the node" },
  { id: "network.table", keys: ["t"], group: "network", label: "The picture as a table, and back" },
  { id: "network.mode", keys: ["b"], group: "network", label: "Chokepoints; there: block the node, or not" },
  { id: "network.layout", keys: ["l"], group: "network", label: "Lay out again; pins stay" },
  { id: "network.entity", keys: ["o"], group: "network", label: "Open the entity of the node" },
  { id: "network.search", keys: ["/"], group: "network", label: "Find a node" },
  {
    id: "network.left",
    keys: ["ArrowLeft"],
    group: "network",
    label: "Move the picture",
    area: "network",
    isMove: true,
  },
  {
    id: "network.right",
    keys: ["ArrowRight"],
    group: "network",
    label: "Move the picture",
    area: "network",
    isMove: true,
  },
  { id: "network.up", keys: ["ArrowUp"], group: "network", label: "Move the picture", area: "network", isMove: true },
  {
    id: "network.down",
    keys: ["ArrowDown"],
    group: "network",
    label: "Move the picture",
    area: "network",
    isMove: true,
  },
  {
    id: "network.payee",
    keys: ["Shift+ArrowRight"],
    group: "network",
    label: "Along the money: to the largest payee",
    area: "network",
    isMove: true,
  },
  {
    id: "network.payer",
    keys: ["Shift+ArrowLeft"],
    group: "network",
    label: "Against the money: to the largest payer",
    area: "network",
    isMove: true,
  },
  { id: "network.larger", keys: ["+", "="], group: "network", label: "Larger" },
  { id: "network.smaller", keys: ["-"], group: "network", label: "Smaller" },
  { id: "network.fit", keys: ["0"], group: "network", label: "All of it" },
] as const satisfies readonly KeyEntry[];

export type CommandId = (typeof keyTable)[number]["id"];
