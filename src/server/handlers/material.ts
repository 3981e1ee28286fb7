import { locatePlace, materialWindow } from "../../casefile/index.ts";
import type { Handlers } from "./handler.ts";

export const materialHandlers: Pick<Handlers, "GET /api/place" | "GET /api/files/:fileNo/parts/:part/rows"> = {
  "GET /api/place": ({ open }, { query }) => locatePlace(open, query.at),
  "GET /api/files/:fileNo/parts/:part/rows": ({ open }, { params, query }) =>
    materialWindow(open, { ...params, ...query }),
};
