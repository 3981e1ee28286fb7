export { mappingToYaml } from "./mapping-to-yaml.ts";
export { parseMapping } from "./parse-mapping.ts";
export { readColumns } from "./read-columns.ts";
export { foldCell, repeatsHeader } from "./skipped-rows.ts";
