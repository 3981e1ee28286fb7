import { parseArgs } from "node:util";

/** Reads `--name value` arguments with their defaults as numbers and switches. */
export function readArguments(
  args: readonly string[],
  numbers: Readonly<Record<string, number>>,
  switches: readonly string[] = [],
) {
  const { values }: { values: Readonly<Record<string, unknown>> } = parseArgs({
    args: [...args],
    options: Object.fromEntries([
      ...Object.keys(numbers).map((key) => [key, { type: "string" as const }]),
      ...switches.map((key) => [key, { type: "boolean" as const }]),
    ]),
  });
  return {
    number: (key: string): number => (typeof values[key] === "string" ? Number(values[key]) : (numbers[key] ?? 0)),
    isOn: (key: string): boolean => values[key] === true,
  };
}
