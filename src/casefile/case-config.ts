import { isMap, isNode, isSeq, LineCounter, parseDocument, type Document } from "yaml";
import type { z } from "zod";
import { Refusal, yamlFaultText } from "../base/index.ts";
import type { Settings } from "../model/index.ts";
import { caseShape } from "./case-shape.ts";
import { checkReferences } from "./check-references.ts";

/** What `case.yaml` says, checked. */
export interface CaseConfig extends Omit<z.infer<typeof caseShape>, "settings"> {
  readonly settings: Settings;
  /** Where a model may be asked for claims; none unless the case says so. It is no setting of a run: no stage follows from it. */
  readonly endpoint: Endpoint | undefined;
}

/** The full address of an OpenAI-compatible service of chat completions, and the model to be named to it. */
export interface Endpoint {
  readonly url: string;
  readonly model: string;
}

/** Reads the text of a `case.yaml`, or refuses it with the path, the value found there and the right form. */
export function parseCaseConfig(yamlText: string): CaseConfig {
  const lines = new LineCounter();
  const document = parseDocument(yamlText, { lineCounter: lines, prettyErrors: false });
  const [broken] = document.errors;
  if (broken) throw new Refusal(yamlFaultText("case.yaml", broken, lines));
  if (!isMap(document.contents)) {
    throw new Refusal(
      `case.yaml: the file ${document.contents === null ? "is empty" : "holds no keys"}; it begins with a line such as "title: Harbour", and settings, sources, datasets and lists follow`,
    );
  }
  const parsed = caseShape.safeParse(document.toJS());
  if (!parsed.success)
    throw new Refusal(parsed.error.issues.map((issue) => issueText(document, lines, issue)).join("\n"));
  const config = {
    ...parsed.data,
    settings: toSettings(parsed.data.settings),
    endpoint: parsed.data.settings.endpoint ?? undefined,
  };
  checkReferences(config, (steps) => lineText(document, lines, steps));
  return config;
}

function toSettings(raw: z.infer<typeof caseShape>["settings"]): Settings {
  const { reroute, from, to, between, endpoint: _endpoint, ...rest } = raw;
  return {
    ...rest,
    rhoQuarters: reroute.map((factor) => factor * 4),
    from: from ?? null,
    to: to ?? null,
    between: between ?? null,
  };
}

function issueText(document: Document, lines: LineCounter, issue: z.core.$ZodIssue): string {
  const steps = issue.path.map((step) => (typeof step === "symbol" ? String(step) : step));
  const path = steps
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${step}`))
    .join("")
    .replace(/^\./u, "");
  const where = `case.yaml: ${lineText(document, lines, steps)}`;
  if (issue.code === "unrecognized_keys") {
    return `${where}${path || "the top level"} has ${issue.keys.map((key) => `"${key}"`).join(", ")}, which means nothing here; take it out or correct its spelling`;
  }
  const found = document.getIn(steps, true);
  return `${where}${path} is ${mayNameSource(steps) ? hiddenText(found) : valueText(found)}; ${issue.message}`;
}

/** Whether a value is a label, or a whole source that is no group: it may name somebody who is to be protected, however `sealed` is written. */
const mayNameSource = ([key, , property]: readonly (string | number)[]): boolean =>
  key === "sources" && (property === "label" || property === undefined);

const hiddenText = (found: unknown): string => (valueText(found) === "missing" ? "missing" : "(not shown)");

/** The line of a value, or of the group that lacks it; none where the file as a whole lacks it. */
function lineText(document: Document, lines: LineCounter, steps: readonly (string | number)[]): string {
  for (let depth = steps.length; depth > 0; depth -= 1) {
    const node = document.getIn(steps.slice(0, depth), true);
    if (isNode(node) && node.range) return `line ${lines.linePos(node.range[0]).line}: `;
  }
  return "";
}

function valueText(found: unknown): string {
  if (isMap(found)) return "a group";
  const value: unknown = isNode(found) ? found.toJSON() : found;
  if (value === undefined || value === null) return "missing";
  return isSeq(found) ? JSON.stringify(value) : `"${String(value)}"`;
}
