import { useCase } from "../api/use-case.ts";

/** One line at the foot of every page. */
export function StatusLine() {
  const open = useCase();
  return <footer className="shell-status note">{open && <span>Amounts in {open.currency}</span>}</footer>;
}
