import { Refusal } from "../base/index.ts";
import { ownerOfFile, sendablePassages, type PassageBar, type SendablePassage } from "../views/index.ts";
import type { Endpoint } from "./case-config.ts";
import { isUpToDate } from "./is-up-to-date.ts";
import { keepModelProposal } from "./model-proposals.ts";
import type { OpenCase } from "./open-case.ts";
import { postJson } from "./post-json.ts";

/** Why a passage is not sent. */
export type NotSent =
  | PassageBar
  | "name of a protected source"
  | `longer than ${number} characters`
  | `beyond ${number} passages`;

/** What would be sent where, word for word, and how many passages would not, by the reason. */
export interface ClaimsOffer {
  readonly file: string;
  readonly endpoint: Endpoint;
  /** Sent with each passage. */
  readonly instruction: string;
  readonly passages: readonly Pick<SendablePassage, "documentId" | "row" | "text">[];
  readonly notSent: ReadonlyMap<NotSent, number>;
}

/** What became of the answers. */
export interface ClaimsProposed {
  readonly sent: number;
  readonly proposed: number;
  /** Claims whose words are no words of their passage, or that repeat another. */
  readonly dropped: number;
  /** Answers that are not of the form asked for. */
  readonly notUnderstood: number;
}

const charactersMax = 8000;
const passagesMax = 200;
const answerTimeoutMs = 60_000;
const answerBytesMax = 262_144;

const rightForm = 'endpoint: {url: "http://127.0.0.1:8080/v1/chat/completions", model: NAME}';

/**
 * What of a document may be sent to the endpoint that `case.yaml` names. Refuses where it names none, and material of a
 * protected source or of a withheld hand-over, and a case that has not been run since it changed: who is in flight is not known then.
 */
export async function offerClaims(open: OpenCase, file: string): Promise<ClaimsOffer> {
  const { endpoint } = open.folder.config;
  if (!endpoint)
    throw new Refusal(
      `case.yaml: settings.endpoint is missing, so nothing is sent anywhere; it has the form ${rightForm}`,
    );
  await refuseProtected(open, file);
  if (!(await isUpToDate(open)))
    throw new Refusal(
      'the case changed since it was run, so that it is not known who is in flight; use "windfall run" first',
    );
  const { claimInstruction } = await import("../ledger/index.ts");
  const passages: ClaimsOffer["passages"][number][] = [];
  const notSent = new Map<NotSent, number>();
  for (const { bar, ...passage } of await sendablePassages(open, file)) {
    const why = bar ?? barOfWords(open, passage.text) ?? (passages.length < passagesMax ? undefined : beyond);
    if (why === undefined) passages.push(passage);
    else notSent.set(why, (notSent.get(why) ?? 0) + 1);
  }
  if (passages.length === 0 && notSent.size === 0)
    throw new Refusal(`${file}: the case has no such document; "windfall status" lists the files`);
  return { file, endpoint, instruction: claimInstruction, passages, notSent };
}

const beyond: NotSent = `beyond ${passagesMax} passages`;
const tooLong: NotSent = `longer than ${charactersMax} characters`;

async function refuseProtected(open: OpenCase, file: string): Promise<void> {
  const owner = await ownerOfFile(open, file);
  if (!owner) throw new Refusal(`${file}: the case has no such document; "windfall status" lists the files`);
  const { config } = open.folder;
  const isSealed = owner.isSealed || config.sources.some(({ id, sealed }) => sealed && id === owner.sourceId);
  if (isSealed)
    throw new Refusal(
      `the hand-over ${owner.dataset} is of a protected source; nothing of it is sent; name another document`,
    );
  if (config.settings.withhold.includes(owner.dataset))
    throw new Refusal(
      `the hand-over ${owner.dataset} stands under settings.withhold in case.yaml; nothing of it is sent; name another document`,
    );
}

function barOfWords({ folder }: OpenCase, words: string): NotSent | undefined {
  const sealed = folder.config.sources.filter((source) => source.sealed).map(({ id }) => id);
  if (folder.sealedNames.isIn(words) || folder.sealedNames.isPartIn(words, sealed)) return "name of a protected source";
  return words.length > charactersMax ? tooLong : undefined;
}

/** Sends the passages of an offer one after another and keeps what is proposed; the audit log hears of it before. Refuses another address than the configured one. */
export async function sendForClaims(
  open: OpenCase,
  offer: ClaimsOffer,
  by: { readonly sendTo: string; readonly actor: string; readonly key: string | undefined },
): Promise<ClaimsProposed> {
  const { endpoint, passages, file } = offer;
  if (by.sendTo !== endpoint.url)
    throw new Refusal(
      `--send-to is "${by.sendTo}"; use the address under settings.endpoint.url in case.yaml, --send-to ${endpoint.url}`,
    );
  const { claimRequest, parseClaimAnswer } = await import("../ledger/index.ts");
  const reason = `begins to send ${passages.length} passages to ${endpoint.url} (${endpoint.model})`;
  open.folder.audit.add([{ action: "send to endpoint", subject: file, actor: by.actor, reason }]);
  const done = { sent: 0, proposed: 0, dropped: 0, notUnderstood: 0 };
  for (const { documentId, row, text } of passages) {
    const body = claimRequest(endpoint.model, text);
    const post = { url: endpoint.url, body, key: by.key, timeoutMs: answerTimeoutMs, bytesMax: answerBytesMax };
    const answer = parseClaimAnswer(await orStopped(postJson(post), { ...done, passages: passages.length }), text);
    done.sent += 1;
    done.proposed += answer.claims.length;
    done.dropped += answer.dropped;
    done.notUnderstood += answer.isUnderstood ? 0 : 1;
    if (answer.claims.length === 0) continue;
    const { model, url } = endpoint;
    await keepModelProposal(open, { documentId, row, claims: answer.claims, model, address: url, actor: by.actor });
  }
  return done;
}

/** The answer, or a refusal that says how far the sending came. */
async function orStopped(
  answer: Promise<string>,
  { sent, proposed, passages }: { readonly sent: number; readonly proposed: number; readonly passages: number },
): Promise<string> {
  return answer.catch((cause: unknown) => {
    if (!(cause instanceof Refusal)) throw cause;
    throw new Refusal(
      `passage ${sent + 1} of ${passages}: ${cause.message}; the sending stopped there, what was proposed before is kept (claims: ${proposed})`,
      { cause },
    );
  });
}
