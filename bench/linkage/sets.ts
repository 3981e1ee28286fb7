import { join } from "node:path";
import { benchData } from "../bench-data.ts";
import type { LinkageInput } from "./link.ts";
import { senzingSet } from "./senzing.ts";

/** A set to be linked, and how a row says to which cluster it belongs. */
export interface LinkageSet {
  readonly input: LinkageInput;
  readonly truth: (row: Readonly<Record<string, string>>) => string;
}

const splink = (file: string): string => join(benchData, "linkage/splink", file);

/** The labelled sets of the linkage literature, by name. */
export const linkageSets: Readonly<Record<string, () => Promise<LinkageSet>>> = {
  historical_50k: async () => ({
    input: {
      files: [splink("historical_figures_with_errors_50k.parquet")],
      schema: "Person",
      columns: {
        name: [["full_name"]],
        birthDate: [["dob"]],
        birthPlace: [["birth_place"]],
        address: [["postcode_fake"]],
        gender: [["gender"]],
        position: [["occupation"]],
      },
      id: "unique_id",
    },
    truth: (row) => row["cluster"] ?? "",
  }),
  febrl3: async () => ({
    input: {
      files: [splink("febrl_dataset3.csv")],
      schema: "Person",
      columns: {
        name: [["given_name", "surname"]],
        birthDate: [["date_of_birth"]],
        address: [["street_number", "address_1", "address_2", "suburb", "postcode", "state"]],
        idNumber: [["soc_sec_id"]],
      },
      id: "rec_id",
    },
    truth: (row) => /^rec-\d+/u.exec(row["rec_id"] ?? "")?.[0] ?? "",
  }),
  fake_1000: async () => ({
    input: {
      files: [splink("fake_1000.csv")],
      schema: "Person",
      columns: { name: [["first_name", "surname"]], birthDate: [["dob"]], address: [["city"]], email: [["email"]] },
      id: "unique_id",
    },
    truth: (row) => row["cluster"] ?? "",
  }),
  senzing: senzingSet,
};
