import { escaped } from "../../network/write-svg.ts";
import type { Net } from "./net.ts";
import { questionSentence, type Asked, type OwnQuestion } from "./question.ts";
import { counted, type Unit } from "./sentences.ts";

/** A net without closed contacts of phones, which no export draws, and how many those are. */
export function exportNet(net: Net): { readonly net: Net; readonly leftOut: number } {
  const nodes = new Map([...net.nodes].filter(([, node]) => !node.isClosed));
  const isOpen = (one: string, other: string): boolean => nodes.has(one) && nodes.has(other);
  return {
    leftOut: net.nodes.size - nodes.size,
    net: {
      nodes,
      channels: net.channels.filter(({ payer, payee }) => isOpen(payer, payee)),
      relations: net.relations.filter(({ fromId, toId }) => isOpen(fromId, toId)),
    },
  };
}

interface ExportSaid {
  readonly title: string;
  readonly address: Asked;
  readonly own: OwnQuestion;
  readonly drawn: string;
  readonly leftOut: number;
  readonly day: string;
}

/** The lines that every export carries: the mark, the question, how much is drawn, case, run and day. */
export const exportWords = ({ title, address, own, drawn, leftOut, day }: ExportSaid): string[] => [
  own.mark,
  questionSentence(address, own),
  `${drawn}${leftOut > 0 ? ` ${counted(leftOut, "closed contact")} of phones left out.` : ""}`,
  `Case ${title}, run ${own.run}, ${day}`,
];

/** The channels as CSV (RFC 4180), the words before them as comments; what a spreadsheet would run is made text. */
export function writeChannelsCsv(net: Net, words: readonly string[], { currency, digits }: Unit): string {
  const name = (id: string): string => net.nodes.get(id)?.name ?? id;
  const rows = net.channels.map(({ payer, payee, minor, before, after, payments, rootsMost, firstDay, lastDay }) => [
    payer,
    name(payer),
    payee,
    name(payee),
    minor / 10 ** digits,
    before === null ? "" : before / 10 ** digits,
    after === null ? "" : after / 10 ** digits,
    currency,
    payments,
    rootsMost,
    firstDay ?? "",
    lastDay ?? "",
  ]);
  const head = [
    "payer",
    "payerName",
    "payee",
    "payeeName",
    "amount",
    "before",
    "after",
    "currency",
    "payments",
    "sources",
    "firstDate",
    "lastDate",
  ];
  return [...words.map((line) => csvCell(`# ${line}`)), ...[head, ...rows].map((row) => row.map(csvCell).join(","))]
    .map((line) => `${line}\r\n`)
    .join("");
}

/** An apostrophe before what spreadsheets take for a formula (OWASP, "CSV Injection"), never before a number. */
function csvCell(cell: string | number): string {
  if (typeof cell === "number") return String(cell);
  const harmless = /^[\s\u{feff}]*[=+\-@＝＋－＠]/u.test(cell) ? `'${cell}` : cell;
  return `"${harmless.replaceAll('"', '""')}"`;
}

/** The drawn part as GraphML 1.0, a directed graph; the words stand in it as a comment and as attributes of the graph. */
export function writeNetGraphml(net: Net, words: readonly string[], { currency, digits }: Unit): string {
  const data = (key: string, value: string | number | null): string =>
    value === null ? "" : `<data key="${key}">${escaped(String(value))}</data>`;
  const keys = [
    ["words", "graph", "string"],
    ["currency", "graph", "string"],
    ["name", "node", "string"],
    ["schema", "node", "string"],
    ["blocked", "node", "boolean"],
    ["amount", "edge", "double"],
    ["before", "edge", "double"],
    ["after", "edge", "double"],
    ["payments", "edge", "int"],
    ["sources", "edge", "int"],
    ["relation", "edge", "string"],
  ];
  const amount = (minor: number | null): number | null => (minor === null ? null : minor / 10 ** digits);
  return [
    `<?xml version="1.0" encoding="UTF-8"?>`,
    `<!-- ${escaped(words[0] ?? "").replaceAll("--", "- -")} -->`,
    `<graphml xmlns="http://graphml.graphdrawing.org/xmlns">`,
    ...keys.map(([key, of, type]) => `<key id="${key}" for="${of}" attr.name="${key}" attr.type="${type}"/>`),
    `<graph id="network" edgedefault="directed">${data("words", words.join(" | "))}${data("currency", currency)}`,
    ...[...net.nodes.values()].map(
      ({ id, name, schema, isBlocked }) =>
        `<node id="${escaped(id)}">${data("name", name)}${data("schema", schema)}${data("blocked", String(isBlocked))}</node>`,
    ),
    ...net.channels.map(
      ({ payer, payee, minor, before, after, payments, rootsMost }) =>
        `<edge source="${escaped(payer)}" target="${escaped(payee)}">${data("amount", amount(minor))}${data("before", amount(before))}${data("after", amount(after))}${data("payments", payments)}${data("sources", rootsMost)}</edge>`,
    ),
    ...net.relations.map(
      ({ fromId, toId, words: said }) =>
        `<edge source="${escaped(fromId)}" target="${escaped(toId)}">${data("relation", said)}</edge>`,
    ),
    `</graph></graphml>`,
    "",
  ].join("\n");
}
