/** The CSS of pinned lines. It does not depend on the style, and no style may change it. */
const pinRules = `
.set-lines { white-space: nowrap !important; text-wrap-style: auto !important; }
.set-full { text-align: justify !important; text-align-last: justify !important; word-spacing: var(--tighten) !important; }
.set-box { white-space: normal; text-align-last: auto; word-spacing: normal; }
.set-full::marker { word-spacing: normal !important; }
.set-run { display: block; }
.set-flush { text-indent: 0; }
.set-lines wbr { display: none; }
.set-hyphen::after { content: var(--hyphen) / ""; }
.set-fill { display: inline-block; }
.set-after::after { margin-inline-end: var(--fill) !important; }
`;

/** Adds the rules of pinned lines to the document. */
export function addPinRules(): void {
  const style = document.createElement('style');
  style.textContent = pinRules;
  document.head.append(style);
}
