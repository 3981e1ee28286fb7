const telling = ["from", "to", "date", "subject", "message-id", "received"];
const usual = ["mime-version", "content-type", "return-path", "delivered-to", "content-transfer-encoding"];

/** Whether a text begins as a mailbox or as a message does: with header fields (RFC 5322), two of them such as only messages have. */
export function findMailForm(start: string): "mbox" | "email" | undefined {
  if (/^From \S+.*\d{1,2}:\d{2}/u.test(start) && isHeader(start.slice(start.indexOf("\n") + 1))) return "mbox";
  // Apple Mail puts the number of bytes before a message.
  return isHeader(start.replace(/^\d{1,12}\s*\n/u, "")) ? "email" : undefined;
}

function isHeader(text: string): boolean {
  const names = new Set<string>();
  const lines = text.split(/\r?\n/u);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === "" || index === lines.length - 1) break;
    if (/^[ \t]/u.test(line) && index > 0) continue;
    const name = /^([!-9;-~]+)[ \t]*:/u.exec(line)?.[1];
    if (name === undefined) return false;
    names.add(name.toLowerCase());
  }
  const told = telling.filter((name) => names.has(name)).length;
  return told >= 2 || (told === 1 && usual.some((name) => names.has(name)));
}
