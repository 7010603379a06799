/** The one style sheet of the printable report. A constant, so that a page may allow it by its hash. */
export const reportStyle = `
:root { color-scheme: light; font: 11pt/1.45 Georgia, "Times New Roman", serif; color: #1b1b1b; background: #fff; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; border-bottom: 1px solid #888; padding-bottom: .2rem; }
h3 { font-size: 1rem; margin: 0 0 .2rem; }
.about, .where, th, caption, .label { font-family: "Segoe UI", "Helvetica Neue", Arial, sans-serif; font-size: .85rem; }
.about { color: #444; margin: 0 0 1rem; }
.place { margin: 0 0 1.6rem; }
.place > h3 { margin: 1.2rem 0 .2rem; }
h4 { font-size: 1rem; font-weight: 600; margin: 0; }
article { break-inside: avoid; border-inline-start: 3px solid #888; padding-inline-start: .8rem; margin: .6rem 0 .9rem; }
article.error { border-inline-start-style: double; border-inline-start-width: 6px; border-color: #8c1d18; }
article.warning { border-color: #7a5900; }
.where { color: #444; margin: 0; }
.severity { font-weight: 700; }
p, ol, ul { margin: .3rem 0; }
ol, ul { padding-inline-start: 1.4rem; }
blockquote { margin: .3rem 0; color: #333; font-style: normal; white-space: pre-line; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; margin: .4rem 0 1rem; }
caption { text-align: start; padding-bottom: .3rem; color: #444; }
th, td { text-align: start; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid #ccc; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.wide { overflow-x: auto; }
footer { margin-top: 2rem; font-size: .8rem; color: #444; }
@page {
  size: A4;
  margin: 22mm 20mm 20mm;
  @top-left { content: var(--running-title); font: 8.5pt "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: #333; }
  @top-right { content: var(--running-draft); font: 8.5pt "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: #333; }
  @bottom-left { content: var(--running-from); font: 8.5pt "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: #333; }
  @bottom-right { content: counter(page) " of " counter(pages); font: 8.5pt "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: #333; }
}
@media print {
  body { margin: 0; max-width: none; padding: 0; font-size: 10.5pt; }
  a { color: inherit; text-decoration: none; }
  h2, h3, h4, caption, .where, .label { break-after: avoid; }
  blockquote { break-inside: avoid; break-after: avoid; }
  .wide { overflow: visible; }
  td { overflow-wrap: break-word; }
  table { font-size: .78rem; }
}
`;
