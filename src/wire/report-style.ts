/** The one style sheet of the printable report. A constant, so that a page may allow it by its hash. */
export const reportStyle = `
:root { color-scheme: light; font: 11pt/1.45 Georgia, "Times New Roman", serif; color: #1b1b1b; background: #fff; }
body { max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .3rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .6rem; border-bottom: 1px solid #888; padding-bottom: .2rem; }
h3 { font-size: 1rem; margin: 0 0 .2rem; }
.about, .where, th, caption, .label { font-family: "Segoe UI", "Helvetica Neue", Arial, sans-serif; font-size: .85rem; }
.about { color: #444; margin: 0 0 1rem; }
article { break-inside: avoid; border-inline-start: 3px solid #888; padding-inline-start: .8rem; margin: 0 0 1.4rem; }
article.error { border-inline-start-style: double; border-inline-start-width: 6px; border-color: #8c1d18; }
article.warning { border-color: #7a5900; }
.where { color: #444; margin: 0; }
.severity { font-weight: 700; }
ol, ul { margin: .3rem 0; padding-inline-start: 1.4rem; }
blockquote { margin: .3rem 0; padding-inline-start: .8rem; color: #333; }
table { border-collapse: collapse; width: 100%; font-size: .85rem; margin: .4rem 0 1rem; }
caption { text-align: start; padding-bottom: .3rem; color: #444; }
th, td { text-align: start; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid #ccc; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
.wide { overflow-x: auto; }
footer { margin-top: 2rem; font-size: .8rem; color: #444; }
@page { size: A4; margin: 18mm 16mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
@media print { body { margin: 0; max-width: none; padding: 0; } a { color: inherit; text-decoration: none; } }
`;
