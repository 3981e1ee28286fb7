import type { TextEncoding } from "./text-encoding.ts";

/** What a file was found to be, with what its reader needs to know. */
export type FoundForm =
  | {
      readonly form: "csv" | "ftm-statements" | "ofac-sdn";
      readonly mediaType: string;
      readonly encoding: TextEncoding;
      readonly table: string;
    }
  | {
      readonly form: "vcard" | "ftm-entities" | "text" | "html" | "feed" | "interview";
      readonly mediaType: string;
      readonly encoding: TextEncoding;
    }
  | {
      readonly form:
        | "xlsx"
        | "xlsb"
        | "ods"
        | "xls"
        | "workbook"
        | "sqlite"
        | "contacts"
        | "messages"
        | "dbf"
        | "zip"
        | "gzip"
        | "warc"
        | "email"
        | "mbox"
        | "docx"
        | "pdf"
        | "rtf";
      readonly mediaType: string;
    }
  | {
      readonly form: "unsupported";
      readonly mediaType: string;
      readonly fault: { readonly kind: "unsupported" | "encrypted" | "empty" | "sidecar"; readonly text: string };
    };
