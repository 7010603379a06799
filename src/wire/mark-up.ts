/** Text as it may stand in HTML, in an element or a quoted attribute. Characters that HTML forbids are U+FFFD. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
    .replace(/(?![\t\n\r])\p{Cc}/gu, "\ufffd");
}

/** The language of a text as HTML wants it: `und` says nothing and is left out. */
export function languageAttribute(language: string | undefined): string {
  return language === undefined || !/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(language) || language === "und"
    ? ""
    : ` lang="${language}"`;
}

/** A name from the text, kept apart from the direction of the words around it. */
export function isolated(name: string): string {
  return `<bdi>${escapeHtml(name)}</bdi>`;
}
