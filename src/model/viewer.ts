/** What a viewer may know. Wave one has the open world alone: all that is not sealed. */
export type World = "open";

/** Whoever is shown something: the world they may know, and the name that decisions and the audit log carry. */
export interface Viewer {
  readonly world: World;
  readonly actor: string;
}
