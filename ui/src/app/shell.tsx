import { useState, type ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { useCase } from "../api/use-case.ts";
import { Announcer } from "../parts/announce/announce.tsx";
import { Value } from "../parts/index.ts";
import { KeyShown, useCommands, type CommandId, type KeyEntry, keyTable } from "../keys/index.ts";
import { JobsTray } from "./jobs/jobs-tray.tsx";
import { ReachBanner } from "./reach-banner.tsx";
import { PaletteOpener } from "./palette/palette-opener.tsx";
import { routes } from "./routes.tsx";
import { StatusLine } from "./status-line.tsx";
import { ThemeSwitch } from "./theme-switch.tsx";
import "./shell.css";

/** The bar, the navigation, the page, the status line. */
export function Shell({ children }: { readonly children: ReactNode }) {
  const [isMenuOpen, setMenuOpen] = useState(false);
  const title = useCase()?.title;
  useGoTo();
  return (
    <div className="shell">
      <a className="skip-link button" href="#content">
        To the content
      </a>
      <header className="shell-bar">
        <button
          type="button"
          className="shell-menu-button"
          aria-expanded={isMenuOpen}
          aria-controls="pages"
          onClick={() => setMenuOpen(!isMenuOpen)}
        >
          Menu
        </button>
        <span className="shell-name">Windfall</span>
        <span className="shell-case">{title !== undefined && <Value text={title} most={80} isCell />}</span>
        <PaletteOpener />
        <JobsTray />
        <Link href="/help" className="button button-quiet">
          Help <KeyShown keys="?" />
        </Link>
        <ThemeSwitch />
      </header>
      <Navigation isOpen={isMenuOpen} close={() => setMenuOpen(false)} />
      <ReachBanner />
      <main id="content" tabIndex={-1} className="shell-page">
        {children}
      </main>
      <StatusLine />
      <Announcer />
    </div>
  );
}

function Navigation({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const [path] = useLocation();
  return (
    <nav id="pages" className={isOpen ? "shell-nav shell-nav-open" : "shell-nav"} aria-label="Pages">
      <ul>
        {routes.map(({ path: to, label, command }) =>
          label === undefined ? null : (
            <li key={to}>
              <Link href={to} aria-current={isWithin(path, to) ? "page" : undefined} onClick={close}>
                {label}
                {command && (
                  <span className="shell-key note" aria-hidden="true">
                    {keyOf(command)}
                  </span>
                )}
              </Link>
            </li>
          ),
        )}
      </ul>
    </nav>
  );
}

const isWithin = (path: string, to: string): boolean => path === to || (to !== "/" && path.startsWith(`${to}/`));

const keyOf = (command: CommandId): string => {
  const entries: readonly KeyEntry[] = keyTable;
  return entries.find(({ id }) => id === command)?.keys[0] ?? "";
};

/** The keys that go to pages. */
function useGoTo(): void {
  const [, navigate] = useLocation();
  useCommands(
    Object.fromEntries(routes.flatMap(({ command, path }) => (command ? [[command, () => navigate(path)]] : []))),
  );
}
