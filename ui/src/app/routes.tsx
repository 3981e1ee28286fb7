import { lazy, type ComponentType, type LazyExoticComponent } from "react";
import type { CommandId } from "../keys/index.ts";

/** One page: where it stands, how it is called, how it is loaded. */
export interface PageRoute {
  /** As wouter writes it: `/entities/:id`. */
  readonly path: string;
  /** Its word in the navigation; a page of one thing has none. */
  readonly label?: string;
  /** The command that goes there. */
  readonly command?: CommandId;
  readonly Page: LazyExoticComponent<ComponentType>;
}

/** Every page, in the order of the navigation. */
export const routes: readonly PageRoute[] = [
  {
    path: "/",
    label: "Overview",
    command: "go.overview",
    Page: lazy(async () => ({ default: (await import("../pages/overview/overview-page.tsx")).OverviewPage })),
  },
  {
    path: "/findings",
    label: "Findings",
    command: "go.findings",
    Page: lazy(async () => ({ default: (await import("../pages/findings/findings-page.tsx")).FindingsPage })),
  },
  {
    path: "/entities",
    label: "Entities",
    command: "go.entities",
    Page: lazy(async () => ({ default: (await import("../pages/entities/entities-page.tsx")).EntitiesPage })),
  },
  {
    path: "/review",
    label: "Review",
    command: "go.review",
    Page: lazy(async () => ({ default: (await import("../pages/review/review-page.tsx")).ReviewPage })),
  },
  {
    path: "/network",
    label: "Network",
    command: "go.network",
    Page: lazy(async () => ({ default: (await import("../pages/network/network-page.tsx")).Network })),
  },
  {
    path: "/ledger",
    label: "Ledger",
    command: "go.ledger",
    Page: lazy(async () => ({ default: (await import("../pages/ledger/ledger-page.tsx")).LedgerPage })),
  },
  {
    path: "/files",
    label: "Material",
    command: "go.material",
    Page: lazy(async () => ({ default: (await import("../pages/material/material-page.tsx")).MaterialPage })),
  },
  {
    path: "/brief",
    label: "Brief",
    command: "go.brief",
    Page: lazy(async () => ({ default: (await import("../pages/brief/brief-page.tsx")).BriefPage })),
  },
  {
    path: "/entities/:id",
    Page: lazy(async () => ({ default: (await import("../pages/entity/entity-page.tsx")).EntityPage })),
  },
  {
    path: "/help",
    command: "help",
    Page: lazy(async () => ({ default: (await import("../pages/help/help-page.tsx")).HelpPage })),
  },
];
