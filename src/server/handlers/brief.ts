import { isUpToDate, readBrief, readBriefFile } from "../../casefile/index.ts";
import { contract } from "../contract/index.ts";
import type { Handlers } from "./handler.ts";

const written = contract["GET /api/brief"].answer.omit({ isUpToDate: true });

export const briefHandlers: Pick<Handlers, "GET /api/brief" | "GET /api/brief/:form"> = {
  "GET /api/brief": async ({ open }) => ({ ...written.parse(readBrief(open)), isUpToDate: await isUpToDate(open) }),
  "GET /api/brief/:form": ({ open }, { params: { form } }) => ({
    name: `brief.${form}`,
    text: readBriefFile(open, form),
  }),
};
