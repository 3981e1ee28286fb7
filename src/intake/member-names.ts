import type { StagedMember } from "./parser/index.ts";

/** What a file is called where it is shown. */
interface NamedMaterial {
  readonly name: string;
  readonly isSealed: boolean;
}

/**
 * The names to show for a file and the members of its archives, by ordinal: each has its whole path, and no two are alike,
 * so that a place leads to one file. A sealed source's members have pseudonyms.
 */
export function memberNames(material: NamedMaterial, members: readonly StagedMember[]): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const taken = new Set<string>();
  for (const member of members) {
    const name = freeName(nameOf(material, member, names), taken);
    taken.add(name);
    names.set(member.ordinal, name);
  }
  return names;
}

/**
 * What a member of an archive in an archive was called before names were whole paths: by the outermost archive and its own
 * path in the innermost. A mapping of that time says so; nothing where another file has that name now.
 */
export function earlierName(
  material: Pick<NamedMaterial, "name">,
  member: StagedMember,
  names: ReadonlyMap<number, string>,
): string | undefined {
  const earlier = `${material.name}/${member.name}`;
  return [...names].some(([ordinal, name]) => name === earlier && ordinal !== member.ordinal) ? undefined : earlier;
}

function nameOf(material: NamedMaterial, member: StagedMember, names: ReadonlyMap<number, string>): string {
  if (member.parentOrdinal === null) return material.name;
  if (material.isSealed) return `${material.name}/m${member.ordinal}`;
  return `${names.get(member.parentOrdinal) ?? material.name}/${member.name}`;
}

/** An archive may hold one name twice, or a folder that is called as an archive beside it: the later has a number. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name;
  for (let count = 2; taken.has(free); count++) free = `${name} (${count})`;
  return free;
}
