/* The functions that Node calls in the browser for print: loading, showing units, tags, and copies of pages. */
export { planTags } from '../tags/in-page/plan-tags.ts';
export { showTags } from '../tags/in-page/show-tags.ts';
export { appendCopies } from './append-copies.ts';
export { heightsOf } from './heights-of.ts';
export { loadAll } from './load-all.ts';
export { beginsOf, keepShell, sendLinksOut, setStart, showUnit } from './show-unit.ts';
