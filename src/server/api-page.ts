import { z } from "zod";
import { escapeXml } from "../base/index.ts";
import { contract, type RouteSchema } from "./contract/index.ts";

type Json = Readonly<Record<string, unknown>>;

/** The API as an OpenAPI 3.1 document, made from the schemas that check it. */
export function openApiDocument(): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const { method, url, schema } of routes()) {
    const path = url.replaceAll(/:(\w+)/gu, "{$1}");
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(schema) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Windfall",
      version: "1",
      description:
        "One case on loopback. Who holds the cookie that the printed address buys may ask; a change needs the header Origin of this server. Amounts are whole minor units, as text.",
    },
    paths,
    components: {
      schemas: { Error: schemaOf(z.object({ error: z.string() })) },
      securitySchemes: { cookie: { type: "apiKey", in: "cookie", name: "windfall" } },
    },
    security: [{ cookie: [] }],
  };
}

const routes = (): { method: string; url: string; schema: RouteSchema }[] =>
  Object.entries<RouteSchema>(contract).map(([key, schema]) => {
    const [method = "", url = ""] = key.split(" ");
    return { method, url, schema };
  });

const schemaOf = (schema: z.ZodType, io: "input" | "output" = "output"): Json => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
};

function operation({ summary, params, query, body, headers, answer, isStream }: RouteSchema): Json {
  const type = isStream ? "text/event-stream" : "application/json";
  return {
    summary,
    parameters: [...parametersOf("path", params), ...parametersOf("query", query), ...parametersOf("header", headers)],
    ...(body && {
      requestBody: { required: true, content: { "application/json": { schema: schemaOf(body, "input") } } },
    }),
    responses: {
      "200": { description: "the answer", content: { [type]: { schema: schemaOf(answer) } } },
      default: {
        description: "what is wrong, where, and what would be right",
        content: { "application/json": { schema: { $ref: "#/components/schemas/Error" } } },
      },
    },
  };
}

function parametersOf(place: "path" | "query" | "header", schema: z.ZodType | undefined): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return Object.entries(properties).map(([name, each]) => ({
    name,
    in: place,
    required: place === "path" || required.includes(name),
    schema: each,
  }));
}

/** The same as a page to read: every route with what it takes and answers. `nonce` is the page's own. */
export function apiPage(nonce: string): string {
  const sections = routes().map(({ method, url, schema }) => {
    const parts = [
      ["address", schema.params],
      ["query", schema.query],
      ["header", schema.headers],
      ["body", schema.body],
      [schema.isStream ? "each event" : "answer", schema.answer],
    ] as const;
    const said = parts.flatMap(([name, part]) =>
      part ? [`<dt>${name}</dt><dd><code>${escapeXml(shapeText(schemaOf(part, "input")))}</code></dd>`] : [],
    );
    return `<section><h2><code>${method} ${escapeXml(url)}</code></h2><p>${escapeXml(schema.summary)}.</p><dl>${said.join("")}</dl></section>`;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>API - Windfall</title><style nonce="${nonce}">${pageStyle}</style></head><body><main><h1>API</h1>
<p>The same as an OpenAPI 3.1 document: <code>GET /api</code> with <code>Accept: application/json</code>.
A change needs the header <code>Origin</code> of this server. Amounts are whole minor units, as text; <code>?</code> marks what may be left out.</p>
${sections.join("\n")}</main></body></html>`;
}

const pageStyle = `body{font:13px/20px system-ui,sans-serif;margin:0;color-scheme:light dark}main{max-width:900px;margin:0 auto;padding:24px}
h2{font-size:14px;margin:24px 0 4px}dl{display:grid;grid-template-columns:80px 1fr;gap:4px 12px;margin:0}dd{margin:0;overflow-wrap:anywhere}p{margin:4px 0 8px}`;

/** A schema in one line: `{ id: text, rows: [{ ... }] }`. */
function shapeText(schema: Json): string {
  const { type, properties, required, items, anyOf, oneOf, prefixItems } = schema as {
    type?: string;
    properties?: Readonly<Record<string, Json>>;
    required?: readonly string[];
    items?: Json;
    anyOf?: readonly Json[];
    oneOf?: readonly Json[];
    prefixItems?: readonly Json[];
  };
  const choices =
    (schema["enum"] as readonly unknown[] | undefined) ??
    (schema["const"] === undefined ? undefined : [schema["const"]]);
  if (choices) return choices.map((each) => JSON.stringify(each)).join(" | ");
  const either = anyOf ?? oneOf;
  if (either) return either.map(shapeText).join(" | ");
  if (prefixItems) return `[${prefixItems.map(shapeText).join(", ")}]`;
  if (type === "array") return `[${items ? shapeText(items) : ""}]`;
  if (properties) {
    const mark = (name: string): string => (required?.includes(name) ? "" : "?");
    return `{ ${Object.entries(properties)
      .map(([name, each]) => `${name}${mark(name)}: ${shapeText(each)}`)
      .join(", ")} }`;
  }
  return (
    { string: "text", integer: "whole number", number: "number", boolean: "true | false", null: "null" }[type ?? ""] ??
    "anything"
  );
}
