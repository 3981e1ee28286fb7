import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { axeViolations } from "./support/axe.ts";
import { declaredRoutes, pagesOf, type PageToLookAt } from "./support/pages.ts";
import { rest } from "./support/rest.ts";
import { sampleWorkbench } from "./support/sample-workbench.ts";

const workbench = sampleWorkbench();
let pages: readonly PageToLookAt[];

beforeAll(async () => {
  pages = await pagesOf(workbench());
});

/** Windows that a page has to fit into: a phone, and 200 % of 1280 pixels. */
const narrow = [390, 640] as const;

/** What is wrong on a page, one line for each thing: looked at in both themes and in narrow windows. */
async function wrongOn({ name, path }: PageToLookAt): Promise<readonly string[]> {
  const { page, context, faults } = await workbench().visit(path);
  await rest(page);
  const title = await page.title();
  const headings = await page.locator("h1").count();
  const wrong = [
    ...(title.endsWith(" - Harbour") && headings === 1 ? [] : [`title "${title}", ${headings} headings`]),
    ...(await axeViolations(page, `${name} light`)),
  ];
  // The theme changes colours and nothing else.
  await page.emulateMedia({ colorScheme: "dark" });
  wrong.push(...(await axeViolations(page, `${name} dark`, "colours")));
  for (const width of narrow) {
    await page.setViewportSize({ width, height: width === 640 ? 400 : 800 });
    await rest(page);
    const has = await page.evaluate(() => document.documentElement.scrollWidth);
    if (has > width) wrong.push(`${has} pixels wide in a window of ${width}`);
  }
  const held = [await page.content(), page.url(), JSON.stringify(await context.storageState())].join("\n");
  wrong.push(...sealedNames().filter((each) => held.includes(each)), ...(await faults()));
  await context.close();
  return wrong.map((each) => `${name}: ${each}`);
}

describe("every page", () => {
  it("is looked at", () => {
    expect(pages.map(({ route }) => route)).toEqual(expect.arrayContaining(declaredRoutes()));
    expect(declaredRoutes().length).toBeGreaterThan(2);
    expect(sealedNames().length).toBeGreaterThan(2);
  });

  it("has nothing that axe finds in light or dark, no fault of script or policy, fits narrow windows and names no sealed source", async () => {
    const wrong: string[] = [];
    for (const page of pages) wrong.push(...(await wrongOn(page)));
    expect(wrong).toEqual([]);
    expect(sealedNames().filter((each) => workbench().printed().includes(each))).toEqual([]);
  });
});

/** The names of the sample's protected sources, as they were declared. */
function sealedNames(): string[] {
  const { sources } = JSON.parse(readFileSync("examples/harbour/sample/hand-overs.json", "utf8")) as {
    sources: readonly { readonly label: string; readonly sealed: boolean }[];
  };
  return sources.flatMap(({ label, sealed }) => (sealed ? [label.split(",")[0] ?? label] : []));
}

describe("Names in documents, by the keyboard alone", () => {
  it("are decided one after another with a reason, and taken back", async () => {
    const { page, context, faults } = await workbench().visit("/review?panel=mentions");
    const waiting = async (): Promise<number> =>
      ((await (await page.request.get(`${workbench().origin}/api/review/mentions`)).json()) as { waiting: number })
        .waiting;
    const marked = page.locator(".in-passage mark");
    await marked.waitFor();
    const [first, before] = [await marked.innerText(), await waiting()];
    const at = (no: number) => page.getByText(`Name ${no} of`).waitFor();
    await page.keyboard.press("r");
    await page.keyboard.type("the same quay");
    await page.keyboard.press("Escape");
    await page.keyboard.press("y");
    await at(2);
    await page.keyboard.press("n");
    await at(3);
    await page.keyboard.press("u");
    await at(4);
    expect(await waiting()).toBe(before - 3);
    for (const left of [2, 1, 0]) {
      await page.keyboard.press("Control+z");
      await expect.poll(waiting).toBe(before - left);
    }
    await page.keyboard.press("k");
    await page.keyboard.press("k");
    await page.keyboard.press("k");
    await at(1);
    expect(await marked.innerText()).toBe(first);
    const { decisions } = (await (await page.request.get(`${workbench().origin}/api/decisions`)).json()) as {
      decisions: readonly { readonly decision: string; readonly reasons: readonly string[] }[];
    };
    expect(decisions.map(({ decision }) => decision)).toEqual(["none", "none", "none", "unsure", "reject", "accept"]);
    expect(decisions.at(-1)?.reasons).toEqual(["the same quay"]);
    expect(await faults()).toEqual([]);
    await context.close();
  });
});

describe("the policy", () => {
  it("is watched: a script within a page, and markup made of text, are told as faults", async () => {
    const { page, context, faults } = await workbench().visit("/help");
    await page.evaluate(() => {
      const script = document.createElement("script");
      try {
        script.text = "globalThis.ran = true";
      } catch {
        // Trusted Types refuse it at once.
      }
      document.body.append(script);
      try {
        document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=alert(1)>");
      } catch {
        // The same.
      }
    });
    const told = await faults();
    const ran = await page.evaluate(() => "ran" in globalThis);
    await context.close();
    expect(told.filter((each) => each.startsWith("policy: ")).length).toBeGreaterThan(0);
    expect(ran).toBe(false);
  });
});
