/* What Node calls in the browser to print: what is to be loaded, tags, and copies of pages. */
export { planTags } from '../tags/in-page/plan-tags.ts';
export { showTags } from '../tags/in-page/show-tags.ts';
export { appendCopies } from './append-copies.ts';
export { loadAll } from './load-all.ts';
