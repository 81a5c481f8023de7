import type { Element, Root } from 'xast';
import type { EpubFinding, EpubRule } from '../finding.ts';

/*
 * The rules for nesting, after the content models of the HTML standard (section 4), for the elements that books use.
 */

const phrasingOnly = words(
  'p h1 h2 h3 h4 h5 h6 pre span em strong b i u s q cite code kbd samp var sub sup small abbr dfn mark bdi bdo time data label summary',
);
const transparent = words('a ins del');
const blocks = words(
  'address article aside blockquote details dialog div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section table tbody td tfoot th thead tr ul caption colgroup dd dt',
);
/** The parents that an element may have. */
const parents: Record<string, Set<string>> = {
  li: words('ol ul menu'),
  dt: words('dl div'),
  dd: words('dl div'),
  figcaption: words('figure'),
  caption: words('table'),
  colgroup: words('table'),
  thead: words('table'),
  tbody: words('table'),
  tfoot: words('table'),
  tr: words('table thead tbody tfoot'),
  td: words('tr'),
  th: words('tr'),
  summary: words('details'),
};
/** The only children that an element may have. */
const children: Record<string, Set<string>> = {
  ol: words('li script template'),
  ul: words('li script template'),
  table: words('caption colgroup thead tbody tfoot tr script template'),
  thead: words('tr script template'),
  tbody: words('tr script template'),
  tfoot: words('tr script template'),
  tr: words('td th script template'),
};
const obsoleteElements = words(
  'acronym applet basefont big blink center dir font frame frameset marquee noframes nobr strike tt',
);
const obsoleteAttributes = words(
  'align bgcolor border cellpadding cellspacing valign frame rules hspace vspace clear nowrap',
);

/** Requires elements and attributes of HTML, nested as HTML allows. */
export const htmlRule: EpubRule = ({ documents }) => {
  const findings: EpubFinding[] = [];
  for (const { path, tree } of documents) {
    const add = (element: Element, found: string, expected?: string) =>
      findings.push({ rule: 'epub-html', found, ...(expected ? { expected } : {}), path, element });
    const walk = (node: Root | Element, above: readonly Element[]): void => {
      for (const child of node.children) {
        if (child.type !== 'element') continue;
        if (/^(svg|math)$/.test(child.name) || child.name.includes(':')) continue;
        checkElement(child, above, add);
        walk(child, [...above, child]);
      }
    };
    walk(tree, []);
  }
  return findings;
};

function checkElement(
  element: Element,
  above: readonly Element[],
  add: (at: Element, found: string, expected?: string) => void,
): void {
  const { name } = element;
  const parent = above.at(-1);
  if (obsoleteElements.has(name)) add(element, `<${name}> is no longer an element of HTML`);
  for (const attribute of Object.keys(element.attributes)) {
    const isData = attribute === 'border' && name === 'table' && /^1?$/.test(element.attributes[attribute] ?? '');
    if (obsoleteAttributes.has(attribute) && !isData)
      add(element, `The attribute ${attribute} of <${name}> is obsolete`, 'a rule in the stylesheet');
  }
  if (!parent) return;
  const allowed = parents[name];
  if (allowed && !allowed.has(parent.name))
    add(element, `<${name}> stands in <${parent.name}>`, `<${[...allowed].join('>, <')}>`);
  const only = children[parent.name];
  if (only && !only.has(name) && !allowed)
    add(element, `<${name}> stands in <${parent.name}>`, `<${[...only].slice(0, -2).join('>, <')}>`);
  const around = [...above].reverse().find((one) => !transparent.has(one.name));
  if (blocks.has(name) && around && phrasingOnly.has(around.name) && !(around.name === 'summary' && /^h\d$/.test(name)))
    add(element, `<${name}> stands in <${around.name}>`, 'text and inline elements');
  if (name === 'a' && above.some((one) => one.name === 'a')) add(element, 'A link stands in a link');
  if (name === 'figcaption' && parent.name === 'figure') {
    const siblings = parent.children.filter((child): child is Element => child.type === 'element');
    const index = siblings.indexOf(element);
    if (index !== 0 && index !== siblings.length - 1)
      add(element, '<figcaption> stands in the middle of <figure>', 'first or last');
  }
}

function words(list: string): Set<string> {
  return new Set(list.split(' '));
}
