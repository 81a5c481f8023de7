import type { Element, ElementContent, Root } from 'hast';
import { visitParents } from 'unist-util-visit-parents';
import { articleOfId, webFile } from '../issue/ids.ts';
import { classesOf } from '../reflow/class-names.ts';
import type { ReflowForm } from '../reflow/form.ts';
import { webMarker } from './web-marker.ts';
import type { WebPictures } from './web-pictures.ts';

/** The parts of the print edition that stand on the page of the issue. */
const onIssuePage: ReadonlySet<string> = new Set(['title-page', 'masthead', 'contents', 'colophon']);

/** The page of an issue on the web. */
export const issueFile = 'index.html';

/** The form of pages on the web. The parts of the issue’s page are called by their ids, since each begins by itself. */
export function webForm(pictures: WebPictures): ReflowForm {
  return {
    name: 'web',
    file: webFile,
    // An article begins with its page.
    anchor: (id) => (articleOfId(id) === id ? 'title' : id),
    part: (id) => (onIssuePage.has(id) ? id : id.startsWith('index-') ? `${id}.html` : undefined),
    pageId: (folio) => `p${folio}`,
    marker: webMarker,
    finish: (nodes) => finished(nodes, pictures),
  };
}

/** A tree in HTML that is of the web alone: without what only e-books have, and without styles of single elements. */
function finished(nodes: ElementContent[], pictures: WebPictures): ElementContent[] {
  const tree: Root = { type: 'root', children: nodes };
  visitParents(tree, 'element', (element, ancestors) => {
    delete element.properties['epub:type'];
    signOfItem(element);
    // Browsers know a table by its elements, however it looks; HTML allows no roles beside them.
    if (/^(?:table|t(?:head|body|foot|r|h|d))$/.test(element.tagName)) delete element.properties.role;
    if (element.tagName === 'img') showPicture(element, ancestors, pictures);
    // A link cannot stand in another.
    if (classesOf(element).includes('folio-mark') && ancestors.some(isLink)) {
      element.tagName = 'span';
      delete element.properties.href;
    }
  });
  return tree.children as ElementContent[];
}

/** Has the sign of an item, which its author wrote, as data: the policy of the page allows no styles of elements. */
function signOfItem({ properties }: Element): void {
  const [, sign] = /^list-style-type: "(.*)"$/s.exec(String(properties.style ?? '')) ?? [];
  if (sign !== undefined) properties.dataSign = sign;
  delete properties.style;
}

/** Points an image to its file; in a figure, it leads to the whole picture. */
function showPicture(image: Element, ancestors: readonly (Root | Element)[], pictures: WebPictures): void {
  const shown = pictures.of(String(image.properties.src));
  if (!shown) return;
  Object.assign(image.properties, { src: shown.path, loading: 'lazy', decoding: 'async' });
  const parent = ancestors.at(-1);
  const isFigure = ancestors.some((one) => one.type === 'element' && one.tagName === 'figure');
  if (!parent || !isFigure || ancestors.some(isLink) || !image.properties.alt) return;
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { className: ['whole-picture'], href: shown.whole },
    children: [image],
  };
  (parent.children as ElementContent[]).splice((parent.children as ElementContent[]).indexOf(image), 1, link);
}

function isLink(node: Root | Element): boolean {
  return node.type === 'element' && node.tagName === 'a';
}
