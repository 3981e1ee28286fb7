import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Workbench } from "./workbench.ts";

/** A page by its name and an address at which it has something to show. */
export interface PageToLookAt {
  readonly name: string;
  readonly route: string;
  readonly path: string;
}

/** The routes that the workbench declares. */
export const declaredRoutes = (): string[] =>
  [
    ...readFileSync(join(import.meta.dirname, "../../../ui/src/app/routes.tsx"), "utf8").matchAll(
      /^\s+path: "([^"]+)"/gmu,
    ),
  ].map(([, path = ""]) => path);

/** Every page, those of one thing at the first thing of the case's lists. */
export async function pagesOf(workbench: Workbench): Promise<readonly PageToLookAt[]> {
  const { page, context } = await workbench.visit("/help");
  const { finding, entity, event } = await page.evaluate(async () => {
    const first = async (list: string): Promise<string> => {
      const response = await fetch("/api/views", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ list }),
      });
      const { view } = (await response.json()) as { view: { first: { rows: { id: string }[] } } };
      return view.first.rows[0]?.id ?? "";
    };
    const ledger = (await (await fetch("/api/ledger")).json()) as { events: { eventId: string }[] };
    return {
      finding: await first("findings"),
      entity: await first("entities"),
      event: ledger.events[0]?.eventId ?? "",
    };
  });
  await context.close();
  const pathOf: Readonly<Record<string, string>> = {
    "/entities/:id": `/entities/${encodeURIComponent(entity)}`,
  };
  return [
    ...declaredRoutes().map((route) => ({ name: route, route, path: pathOf[route] ?? route })),
    { name: "names in documents", route: "/review", path: "/review?panel=mentions" },
    { name: "event", route: "/ledger", path: `/ledger?at=${event}` },
    { name: "evidence", route: "/findings", path: `/findings?at=${finding}&panel=evidence` },
  ];
}
