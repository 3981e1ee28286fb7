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
    Page: lazy(async () => ({ default: (await import("../pages/overview/overview.tsx")).Overview })),
  },
];
