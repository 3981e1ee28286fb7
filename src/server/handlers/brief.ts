import { isUpToDate, readBrief } from "../../casefile/index.ts";
import { contract } from "../contract/index.ts";
import type { Handlers } from "./handler.ts";

const written = contract["GET /api/brief"].answer.omit({ isUpToDate: true });

export const briefHandlers: Pick<Handlers, "GET /api/brief"> = {
  "GET /api/brief": async ({ open }) => ({ ...written.parse(readBrief(open)), isUpToDate: await isUpToDate(open) }),
};
