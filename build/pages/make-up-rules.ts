/** The CSS of make-up itself. It does not depend on the style, and no style may change it. */
export const makeUpRules = `
.set-main, .set-notes, .set-opening, .set-float { display: flow-root; }
.page { break-after: page; box-sizing: border-box; overflow: clip; contain: size; }
.page .flow, .set-main .flow { page: auto !important; break-before: auto !important; break-after: auto !important; }
.page :is(.columns, .column, .part, .note-columns, .note-column) { break-inside: avoid; }
.cut-above { margin-top: 0 !important; padding-top: 0 !important; }
.cut-below { margin-bottom: 0 !important; padding-bottom: 0 !important; }
.cut-above:not(table) { border-top: 0 !important; }
.cut-below:not(table) { border-bottom: 0 !important; }
.cut-above::before, .cut-below::after { content: none !important; display: none !important; }
:is(.cut-above, .cut-below) { block-size: auto !important; }
:is(p, pre, .set-lines).cut-above { text-indent: 0 !important; }
li.cut-above { list-style-type: none !important; }
li.cut-above::marker { content: "" !important; }
tr[data-row] { --line-tolerance: initial; }
tr.cut-above > :is(td, th) { padding-top: 0 !important; }
tr.cut-below > :is(td, th) { padding-bottom: 0 !important; }
:is(td, th) .range, .number { white-space: nowrap; }
caption.continued { white-space: nowrap; }
.set-anywhere :is(td, th, .range) { white-space: normal !important; }
.set-anywhere :is(td, th) { overflow-wrap: anywhere !important; }
:is(.set-divided, .set-anywhere) img { max-width: 100% !important; }
.cut-mark { display: none !important; }
.note-column > .note:first-child > :nth-child(1 of :not(.cut-mark, .beside)) { margin-top: 0 !important; }
.note-column > .note:last-child > :nth-last-child(1 of :not(.cut-mark)),
.note-column > .note:last-child > :nth-last-child(1 of :not(.cut-mark)) > :nth-last-child(1 of :not(.cut-mark)) { margin-bottom: 0 !important; }
.at-head { margin-top: 0 !important; padding-top: 0 !important; }
.at-head-boxed { margin-top: 0 !important; }
`;
