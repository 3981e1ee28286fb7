import { minorUnits } from "../../model/index.ts";
import type { Handlers } from "./handler.ts";

export const caseHandlers: Pick<Handlers, "GET /api/case"> = {
  "GET /api/case": ({ open: { folder, settings } }) => ({
    title: folder.config.title,
    currency: settings.currency,
    minorDigits: minorUnits(settings.currency),
  }),
};
