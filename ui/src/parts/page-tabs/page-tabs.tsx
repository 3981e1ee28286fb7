import type { ReactNode } from "react";
import { Link } from "wouter";
import "./page-tabs.css";

interface PageTab {
  readonly words: string;
  readonly href: string;
  readonly isShown: boolean;
  /** Behind its words: a count. */
  readonly more?: ReactNode;
}

/** The parts of a page, each with an address of its own. */
export const PageTabs = ({ label, tabs }: { readonly label: string; readonly tabs: readonly PageTab[] }) => (
  <nav className="page-tabs" aria-label={label}>
    {tabs.map(({ words, href, isShown, more }) => (
      <Link key={words} href={href} aria-current={isShown ? "page" : undefined}>
        {words} {more}
      </Link>
    ))}
  </nav>
);
