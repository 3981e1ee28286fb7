import type { Page } from "playwright-core";

/** Texts in each script that the pages are drawn in: the fonts of a machine show in how wide they are. */
const samples = [
  { name: "Latin", text: "Taebong Trading Co, fjord 1,002-889-44721", lang: "en", font: "--ui" },
  { name: "Cyrillic", text: "ООО «Восток», ул. Светланская", lang: "ru", font: "--ui" },
  { name: "Hangul", text: "태봉무역상사 리철민", lang: "ko", font: "--ui" },
  { name: "Han", text: "李哲民 海港贸易公司", lang: "zh", font: "--ui" },
  { name: "Arabic", text: "شركة الميناء للتجارة", lang: "ar", font: "--ui" },
  { name: "codes", text: "h2-ledgers/f2.db#'customers'!E16", lang: "en", font: "--mono" },
] as const;

/** What a page's fonts come to: how wide a known text of each script is drawn at 100 pixels, one line each. */
export async function drawnWith(page: Page): Promise<string> {
  const lines = await page.evaluate(
    (samples) =>
      samples.map(({ name, text, lang, font }) => {
        const span = document.createElement("span");
        span.lang = lang;
        span.textContent = text;
        span.style.cssText = `position: absolute; white-space: pre; font: 100px/1 var(${font})`;
        document.body.append(span);
        const { width } = span.getBoundingClientRect();
        span.remove();
        return `${name} ${width.toFixed(1)}`;
      }),
    samples,
  );
  return lines.join("\n");
}

/** In which scripts the widths differ, with both. */
export const widthsThatDiffer = (recorded: string, here: string): readonly string[] => {
  const before = new Set(recorded.split("\n"));
  return here
    .split("\n")
    .filter((line) => !before.has(line))
    .map((line) => {
      const [script = ""] = line.split(" ");
      const was = [...before].find((each) => each.startsWith(`${script} `))?.slice(script.length + 1) ?? "nothing";
      return `${line} pixels wide, recorded at ${was}`;
    });
};
