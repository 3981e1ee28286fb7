import { useEffect, useRef, useSyncExternalStore, type RefObject } from "react";
import { keyTable, type CommandId, type KeyEntry } from "./key-table.ts";
import { isField, pressedToText } from "./matching.ts";

/** What the commands do at this moment; a function that answers false leaves the key to the browser. */
export type Commands = { readonly [Id in CommandId]?: (() => void) | (() => boolean) };

interface Registered {
  readonly commands: () => Commands;
  readonly element: RefObject<HTMLElement | null> | undefined;
}

let registered: readonly Registered[] = [];
const listeners = new Set<() => void>();
const allKeys: readonly KeyEntry[] = keyTable;

/**
 * Gives commands their work while the component lives. Of several givers the one whose element holds the focus counts,
 * then the one that came last.
 */
export function useCommands(commands: Commands, element?: RefObject<HTMLElement | null>): void {
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => {
    const own: Registered = { commands: () => latest.current, element };
    change([...registered, own]);
    return () => change(registered.filter((other) => other !== own));
  }, [element]);
}

/** The commands that can be given now, in the order of the key table. */
export function useGivenCommands(): readonly KeyEntry[] {
  useSyncExternalStore(subscribe, () => registered);
  return allKeys.filter(({ id }) => workOf(id, document.activeElement) !== undefined);
}

/** Does what the key of that command does. */
export const runCommand = (id: string): boolean => {
  const work = workOf(id, document.activeElement);
  return work !== undefined && work() !== false;
};

/** Listens to keys until the returned function is called. */
export function listenToKeys(): () => void {
  let firstStep: { readonly text: string; readonly until: number } | undefined;
  const press = (event: KeyboardEvent) => {
    if (event.isComposing || event.defaultPrevented || isModifier(event.key)) return;
    const text = pressedToText(event);
    const steps = firstStep && firstStep.until > event.timeStamp ? `${firstStep.text} ${text}` : text;
    firstStep = undefined;
    if (isHeldBack(event, text)) return;
    const entry = entryOf(steps, event.target) ?? entryOf(text, event.target);
    if (entry) {
      if (runCommand(entry.id)) event.preventDefault();
    } else if (beginsSteps(text)) firstStep = { text, until: event.timeStamp + 1500 };
  };
  document.addEventListener("keydown", press);
  return () => document.removeEventListener("keydown", press);
}

const isModifier = (key: string): boolean => /^(?:Shift|Control|Alt|Meta|CapsLock|AltGraph)$/u.test(key);

/** In a field every key is the field's but the palette's; single keys can be switched off. */
function isHeldBack(event: KeyboardEvent, text: string): boolean {
  if (text === "Ctrl+k") return false;
  if (isField(event.target)) return true;
  if (document.querySelector("[data-modal]")) return true;
  return text.length === 1 && !areSingleKeysOn();
}

function entryOf(text: string, target: EventTarget | null): KeyEntry | undefined {
  return allKeys.find(
    (entry) => entry.keys.includes(text) && isInArea(entry, target) && workOf(entry.id, target) !== undefined,
  );
}

/**
 * A key such as Enter belongs to the button or link that has the focus, not to the list about it; where nothing has the
 * focus, to the list or picture of the page.
 */
function isInArea({ area }: KeyEntry, target: EventTarget | null): boolean {
  if (area === undefined || target === document.body) return true;
  if (!(target instanceof Element) || target.closest("a, button, input, select, [role='separator']")) return false;
  return target.closest("[data-key-area]")?.getAttribute("data-key-area") === area;
}

const beginsSteps = (text: string): boolean =>
  allKeys.some((entry) => entry.keys.some((key) => key.startsWith(`${text} `)));

function workOf(id: string, target: EventTarget | null): (() => unknown) | undefined {
  const given = registered.flatMap(({ commands, element }) => {
    const work = (commands() as Readonly<Record<string, (() => unknown) | undefined>>)[id];
    return work ? [{ work, element }] : [];
  });
  const own = given.find(({ element }) => target instanceof Node && element?.current?.contains(target));
  return (own ?? given.at(-1))?.work;
}

const storedAs = "windfall.singleKeys";

/** Whether keys without Ctrl are commands; kept in this browser (WCAG 2.1.4). */
export const areSingleKeysOn = (): boolean => localStorage.getItem(storedAs) !== "off";

export function switchSingleKeys(isOn: boolean): void {
  localStorage.setItem(storedAs, isOn ? "on" : "off");
  for (const listener of listeners) listener();
}

/** Whether keys without Ctrl are commands, followed as it changes. */
export const useSingleKeys = (): boolean => useSyncExternalStore(subscribe, areSingleKeysOn);

function change(next: readonly Registered[]): void {
  registered = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
