import { useSyncExternalStore } from "react";

/** What the reader chose; `system` follows the machine. */
export type Theme = "system" | "light" | "dark";

const storedAs = "windfall.theme";
const listeners = new Set<() => void>();

/** The theme, and a function that changes it; kept in this browser. */
export function useTheme(): readonly [Theme, (theme: Theme) => void] {
  return [useSyncExternalStore(subscribe, readTheme), chooseTheme] as const;
}

/** Puts the chosen theme on the document; to be called before the first paint. */
export function applyTheme(): void {
  const theme = readTheme();
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

function chooseTheme(theme: Theme): void {
  localStorage.setItem(storedAs, theme);
  applyTheme();
  for (const listener of listeners) listener();
}

function readTheme(): Theme {
  const stored = localStorage.getItem(storedAs);
  return stored === "light" || stored === "dark" ? stored : "system";
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
