import { join } from "node:path";
import { benchData } from "../bench-data.ts";
import { readTable } from "../read-table.ts";
import type { LinkageSet } from "./sets.ts";

const folder = join(benchData, "linkage/senzing");
const files = ["customers", "reference", "watchlist"];

/**
 * Senzing's truth set: three tables of people and organisations, and a key that says which records are one. The key names
 * sources in capitals.
 */
export async function senzingSet(): Promise<LinkageSet> {
  const key = await readTable(join(folder, "actual_truthset_key.csv"));
  const clusters = new Map(key.map((row) => [`${row["DATA_SOURCE"]} ${row["RECORD_ID"]}`, row["CLUSTER_ID"] ?? ""]));
  return {
    input: {
      files: files.map((file) => join(folder, `${file}.csv`)),
      schema: { column: "RECORD_TYPE", schemata: { PERSON: "Person", ORGANIZATION: "Organization" } },
      columns: {
        name: [
          ["PRIMARY_NAME_FULL"],
          ["PRIMARY_NAME_FIRST", "PRIMARY_NAME_MIDDLE", "PRIMARY_NAME_LAST"],
          ["PRIMARY_NAME_ORG"],
          ["SECONDARY_NAME_ORG"],
          ["NATIVE_NAME_FULL"],
        ],
        birthDate: [["DATE_OF_BIRTH"]],
        passportNumber: [["PASSPORT_NUMBER"]],
        socialSecurityNumber: [["SSN_NUMBER"]],
        idNumber: [["NATIONAL_ID_NUMBER"], ["DRIVERS_LICENSE_NUMBER"]],
        taxNumber: [["TAX_ID_NUMBER"]],
        leiCode: [["LEI_NUMBER"]],
        email: [["EMAIL_ADDRESS"]],
        phone: [["PHONE_NUMBER"]],
        address: [["ADDR_FULL", "ADDR_LINE1", "ADDR_CITY", "ADDR_STATE", "ADDR_POSTAL_CODE", "ADDR_COUNTRY"]],
        gender: [["GENDER"]],
      },
      id: "RECORD_ID",
      options: { birthDate: { dateOrder: "mdy" }, phone: { phoneCountry: "us" } },
    },
    truth: (row) => clusters.get(`${row["DATA_SOURCE"]} ${row["RECORD_ID"]}`) ?? "",
  };
}
