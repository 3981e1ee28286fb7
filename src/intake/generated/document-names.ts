// Generated from resources/intake/document-names.tsv by npm run generate; do not edit.
// What: under which names documents say of themselves what they are called, who wrote them, when, for whom; without case.
// Columns: property of FollowTheMoney (language-declared: the language as the page names it), names separated by |, the first found first
// source: HTML Living Standard, Open Graph protocol, Dublin Core, schema.org, RFC 5322, ECMA-376 part 2, ISO 32000, RSS 2.0, RFC 4287, ISO 28500; own work
// licence: Apache-2.0
export const rows: readonly (readonly string[])[] = [
  ["title","subject|ld:headline|og:title|dc.title|dcterms.title|dc:title|pdf:title|title|headline|channel:title"],
  ["author","author|article:author|ld:author|dc.creator|dcterms.creator|dc:creator|byl|parsely-author|sailthru.author|pdf:author|creator"],
  ["publishedAt","article:published_time|og:published_time|ld:datepublished|datepublished|dc.date|dc.date.issued|dcterms.issued|dc:date|pubdate|published|date|publish-date|parsely-pub-date|sailthru.date|time"],
  ["authoredAt","dcterms.created|dcterms:created|pdf:creationdate"],
  ["modifiedAt","article:modified_time|og:updated_time|ld:datemodified|dcterms.modified|dcterms:modified|last-modified|updated|channel:lastbuilddate|pdf:moddate"],
  ["publisher","og:site_name|ld:publisher|dc.publisher|dcterms.publisher|dc:publisher|application-name|publisher|source|channel|channel:title"],
  ["sourceUrl","canonical|og:url|ld:url|link|warc-target-uri|channel:link"],
  ["retrievedAt","warc-date"],
  ["summary","channel:description|description|og:description|dc.description"],
  ["keywords","keywords|news_keywords|pdf:keywords"],
  ["generator","generator|pdf:producer|user-agent|x-mailer"],
  ["messageId","message-id"],
  ["inReplyTo","in-reply-to"],
  ["language","lang|channel:language|ld:inlanguage|dc.language|content-language|og:locale"],
];
