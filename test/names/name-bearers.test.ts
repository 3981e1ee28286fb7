import { expect, it } from "vitest";
import { nameBearers, parseName } from "../../src/names/index.ts";

const check = (name: string, bearers: ReturnType<typeof nameBearers>): void =>
  it(`${name} is counted among ${bearers ?? "all"}`, () =>
    expect(nameBearers(parseName(name, "person"))).toBe(bearers));

check("김철", "Koreans");
check("Kim Chol", "Koreans");
check("郑鹏", "Chinese");
check("Despina Ioannou", null);
