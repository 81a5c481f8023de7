import { fromHtml } from 'hast-util-from-html';
import type { Html, Image, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { report } from '../../../diagnostics/report.ts';
import { visit } from '../../../text/visit.ts';
import { type HtmlElement, setAttributes } from '../../tree.ts';
import { asId } from '../attributes/read.ts';
import { type HtmlPicture, pictureOf } from '../figures/html-picture.ts';
import { readHtmlBlock } from './block.ts';
import { checkComment, isComment } from './comments.ts';
import { allowedAttributesOf, inlineTags, isAllowed, linkAddress, separatesWords } from './elements.ts';

/**
 * Keeps some harmless elements of raw HTML, and removes all other tags, but not their words. Elements that could run
 * code, style or load something are errors. Markdown passes on inline HTML tag by tag, so that tags are paired here; a
 * block of HTML comes as one string.
 */
export function sanitiseHtml() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node) => {
      if (!('children' in node) || !node.children.some((child) => child.type === 'html')) return;
      const parent = node as Parents;
      const children = parent.children as RootContent[];
      const safe = holdsBlocks.has(parent.type)
        ? children.flatMap((child): RootContent[] => (child.type === 'html' ? readHtmlBlock(child, file) : [child]))
        : pairTags(children as PhrasingContent[], file);
      parent.children = safe as typeof parent.children;
    });
  };
}

const holdsBlocks = new Set([
  'root',
  'blockquote',
  'listItem',
  'footnoteDefinition',
  'containerDirective',
  'verse',
  'definitionDescription',
]);

interface Frame {
  tag?: string;
  opening?: Html;
  properties: Record<string, string>;
  children: PhrasingContent[];
}

function pairTags(children: PhrasingContent[], file: VFile): PhrasingContent[] {
  const frames: Frame[] = [{ properties: {}, children: [] }];
  const top = (): Frame => frames[frames.length - 1] as Frame;
  for (const [i, child] of children.entries()) {
    // `{{<figure …>}}` is the shortcode of a site maker, not HTML, and is reported as such.
    if (child.type === 'html' && isShortcode(children[i - 1], children[i + 1]))
      top().children.push({ ...child, type: 'text' });
    else if (child.type !== 'html') top().children.push(child);
    else if (isComment(child.value)) checkComment(child.value, child.position, file);
    else {
      const tag = /^<\/?([A-Za-z][\w-]*)/.exec(child.value)?.[1]?.toLowerCase() ?? '';
      if (separatesWords(tag)) top().children.push({ type: 'text', value: ' ' });
      if (child.value.startsWith('</')) close(tag, child);
      else open(tag, child);
    }
  }
  while (frames.length > 1) drop();
  return top().children;

  function open(tag: string, child: Html): void {
    const [element] = fromHtml(child.value, { fragment: true }).children;
    const picture = element?.type === 'element' && tag === 'img' ? pictureOf(element) : undefined;
    if (picture) {
      top().children.push(imageOf(picture, child));
      return;
    }
    const url = element?.type === 'element' ? linkAddress(element) : undefined;
    if (url !== undefined) {
      frames.push({ tag, opening: child, properties: { url }, children: [] });
      return;
    }
    if (!isAllowed(tag, child.position, file, inlineTags) || element?.type !== 'element') return;
    const properties = allowedAttributesOf(element, child.position, file);
    if (tag === 'br' || tag === 'wbr') top().children.push(elementOf(tag, {}, [], child));
    else frames.push({ tag, opening: child, properties, children: [] });
  }

  function close(tag: string, child: Html): void {
    if (!frames.some((frame) => frame.tag === tag)) {
      if (inlineTags.has(tag))
        report(file, 'html-closed', { at: child.position, found: `</${tag}> closes nothing`, fix: 'Remove it.' });
      return;
    }
    while (top().tag !== tag) drop();
    const frame = frames.pop() as Frame;
    const { children, properties, opening } = frame;
    const { url } = properties;
    const place = opening?.position ? { position: opening.position } : {};
    top().children.push(
      tag === 'a' && url ? { type: 'link', url, children, ...place } : elementOf(tag, properties, children, opening),
    );
  }

  /** Removes the innermost open tag. */
  function drop(): void {
    const frame = frames.pop() as Frame;
    report(file, 'html-closed', {
      at: frame.opening,
      found: `<${frame.tag}> is not closed; the tag is left out`,
      fix: `Close it with </${frame.tag}> in the same paragraph, outside any emphasis that begins after it.`,
    });
    for (const child of frame.children) top().children.push(child);
  }
}

function isShortcode(before: PhrasingContent | undefined, after: PhrasingContent | undefined): boolean {
  return (
    before?.type === 'text' && before.value.endsWith('{{') && after?.type === 'text' && after.value.startsWith('}}')
  );
}

/** A picture as Markdown would have it. */
function imageOf({ url, alt, id, width }: HtmlPicture, { position }: Html): Image {
  const image: Image = { type: 'image', url, alt, ...(position ? { position } : {}) };
  setAttributes(image, { ...(id ? { id: asId(id) } : {}), ...(width ? { width } : {}) });
  return image;
}

function elementOf(
  tagName: string,
  properties: Record<string, string>,
  children: PhrasingContent[],
  opening?: Html,
): HtmlElement {
  return {
    type: 'htmlElement',
    tagName,
    properties,
    children,
    ...(opening?.position ? { position: opening.position } : {}),
  };
}
