/**
 * What a passage of a document is. `title` is the headline of the text itself, `label` a word or line that names who
 * speaks or where a text comes from ("Anchor:", a byline), `menu` what leads elsewhere and is no part of the text,
 * `meta` what a document says of itself outside its text: head elements, mail headers, properties. That something is
 * hidden is told beside the kind.
 */
export const passageKinds = [
  "title",
  "heading",
  "paragraph",
  "quote",
  "label",
  "list",
  "caption",
  "table",
  "comment",
  "inserted",
  "deleted",
  "header",
  "footer",
  "menu",
  "meta",
] as const;

export type PassageKind = (typeof passageKinds)[number];

/** Forms of files whose rows are passages of documents. */
export const documentForms = ["text", "html", "email", "mbox", "docx", "pdf", "rtf", "feed", "warc"] as const;

export type DocumentForm = (typeof documentForms)[number];

/** Whether the rows of a file of this form are passages of documents. */
export const isDocumentForm = (form: string): form is DocumentForm => documentForms.some((each) => each === form);

/** Whether a file of this form holds messages between people, whose addresses are contacts. */
export const isMailForm = (form: string): boolean => form === "email" || form === "mbox";
