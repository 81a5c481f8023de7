import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Html, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import type { Point, Position } from 'unist';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import type { Span } from './spans.ts';

/**
 * Lets a few harmless elements of raw HTML through and drops every other tag, its words kept. What could run, style or reach out is an
 * error. Markdown hands inline HTML over tag by tag, so pairs are matched here; a block of HTML comes as one string.
 */
export function sanitiseHtml() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node) => {
      if (!('children' in node) || !node.children.some((child) => child.type === 'html')) return;
      const parent = node as Parents;
      const inline = !['root', 'blockquote', 'listItem', 'footnoteDefinition', 'containerDirective'].includes(
        parent.type,
      );
      const children = parent.children as RootContent[];
      const safe = inline
        ? pairTags(children as PhrasingContent[], file)
        : children.flatMap((child): RootContent[] => (child.type === 'html' ? readBlock(child, file) : [child]));
      parent.children = safe as typeof parent.children;
    });
  };
}

const inlineTags = new Set([
  'sub',
  'sup',
  'br',
  'wbr',
  'small',
  'abbr',
  'cite',
  'q',
  'kbd',
  'u',
  's',
  'i',
  'b',
  'em',
  'strong',
  'span',
  'ins',
  'del',
  'code',
]);
const blockTags = new Set([
  ...inlineTags,
  ...[
    'table',
    'caption',
    'colgroup',
    'col',
    'thead',
    'tbody',
    'tfoot',
    'tr',
    'th',
    'td',
    'p',
    'ul',
    'ol',
    'li',
    'dl',
    'dt',
    'dd',
    'blockquote',
    'hr',
  ],
]);
const dangerousTags = new Set([
  'script',
  'style',
  'iframe',
  'frame',
  'object',
  'embed',
  'applet',
  'form',
  'input',
  'button',
  'textarea',
  'select',
  'link',
  'meta',
  'base',
  'svg',
  'math',
  'audio',
  'video',
  'canvas',
  'template',
  'portal',
]);
const allowedAttributes = new Set(['lang', 'title', 'dir', 'colSpan', 'rowSpan', 'scope', 'start', 'span']);

interface Frame {
  tag?: string;
  opening?: Html;
  properties: Record<string, string>;
  children: PhrasingContent[];
}

function pairTags(children: PhrasingContent[], file: VFile): PhrasingContent[] {
  const frames: Frame[] = [{ properties: {}, children: [] }];
  const top = (): Frame => frames[frames.length - 1] as Frame;
  const drop = (): void => {
    const frame = frames.pop() as Frame;
    report(file, 'html-allowed', {
      at: frame.opening,
      found: `<${frame.tag}> is not closed; the tag is left out`,
      fix: `Close it with </${frame.tag}> in the same paragraph.`,
    });
    top().children.push(...frame.children);
  };
  for (const child of children) {
    if (child.type !== 'html') {
      top().children.push(child);
      continue;
    }
    if (isComment(child.value)) {
      checkComment(child.value, child.position, file);
      continue;
    }
    const tag = /^<\/?([A-Za-z][\w-]*)/.exec(child.value)?.[1]?.toLowerCase();
    if (child.value.startsWith('</')) {
      if (frames.some((frame) => frame.tag === tag)) {
        while (top().tag !== tag) drop();
        const frame = frames.pop() as Frame;
        top().children.push({
          type: 'span',
          children: frame.children,
          data: { hName: frame.tag as string, hProperties: frame.properties },
        });
      }
      continue;
    }
    const [element] = fromHtml(child.value, { fragment: true }).children;
    if (element?.type !== 'element' || !isAllowed(element, child.position, file, inlineTags)) continue;
    const properties = kept(element, child.position, file);
    if (element.tagName === 'br' || element.tagName === 'wbr')
      top().children.push({ type: 'span', children: [], data: { hName: element.tagName } });
    else frames.push({ tag: element.tagName, opening: child, properties, children: [] });
  }
  while (frames.length > 1) drop();
  return top().children;
}

function readBlock(node: Html, file: VFile): Span[] {
  for (const [comment] of node.value.matchAll(/<!--[\s\S]*?(?:-->|$)/g)) checkComment(comment, node.position, file);
  const children = clean(fromHtml(node.value, { fragment: true }).children as ElementContent[], node, file);
  if (children.every((child) => child.type === 'text' && child.value.trim() === '')) return [];
  return [
    {
      type: 'span',
      children: [],
      data: { hName: 'div', hChildren: children },
      ...(node.position ? { position: node.position } : {}),
    },
  ];
}

function clean(children: ElementContent[], source: Html, file: VFile): ElementContent[] {
  return children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return [child];
    if (child.type !== 'element') return [];
    const at = shifted(child.position, source.position);
    if (!isAllowed(child, at, file, blockTags))
      return dangerousTags.has(child.tagName) ? [] : clean(child.children, source, file);
    return [{ ...child, properties: kept(child, at, file), children: clean(child.children, source, file) }];
  });
}

function isAllowed(element: Element, at: Position | undefined, file: VFile, allowed: Set<string>): boolean {
  const { tagName } = element;
  if (allowed.has(tagName)) return true;
  if (dangerousTags.has(tagName)) {
    report(file, 'html-safe', { at, found: `<${tagName}> in a manuscript`, expected: 'text', fix: 'Remove it.' });
  } else if (tagName === 'img') {
    report(file, 'html-allowed', {
      at,
      level: 'error',
      found: '<img> in raw HTML',
      fix: 'Write ![what is to be seen](file.png "Caption") instead.',
    });
  } else {
    report(file, 'html-allowed', {
      at,
      found: `<${tagName}> is left out, its words are kept`,
      ...(htmlAdvice[tagName] ? { fix: htmlAdvice[tagName] } : {}),
    });
  }
  return false;
}

const htmlAdvice: Record<string, string> = {
  a: 'Write [words](https://…) instead.',
  h1: 'Write ## and the heading’s words instead.',
  h2: 'Write ## and the heading’s words instead.',
  h3: 'Write ### and the heading’s words instead.',
  font: 'Looks belong to the journal’s stylesheet.',
  center: 'Looks belong to the journal’s stylesheet.',
};

/** The attributes that every edition can have; the others are reported, as errors where they run or style. */
function kept(element: Element, at: Position | undefined, file: VFile): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.properties)) {
    if (allowedAttributes.has(name)) properties[name] = String(value);
    else if (/^on/i.test(name))
      report(file, 'html-safe', {
        at,
        found: `<${element.tagName}> with ${name.toLowerCase()}="…"`,
        expected: 'no program',
        fix: 'Remove it.',
      });
    else
      report(file, 'html-allowed', {
        at,
        found: `${name === 'className' ? 'class' : name}="…" on <${element.tagName}> is left out`,
      });
  }
  return properties;
}

function isComment(html: string): boolean {
  return html.startsWith('<!--') || html.startsWith('<!') || html.startsWith('<?');
}

function checkComment(comment: string, at: Position | undefined, file: VFile): void {
  const question = /^<!--\s*CHECK\b\s*([\s\S]*?)\s*(?:-->|$)/.exec(comment)?.[1];
  if (question !== undefined)
    report(file, 'check-comment', {
      at,
      found: `An open question: ${question}`,
      fix: 'Settle it, and remove the comment.',
    });
}

/** A place inside a block of HTML as a place in the file. */
function shifted(inner: Position | undefined, outer: Position | undefined): Position | undefined {
  if (!inner || !outer) return outer;
  const point = ({ line, column }: Point): Point => ({
    line: line + outer.start.line - 1,
    column: line === 1 ? column + outer.start.column - 1 : column,
  });
  return { start: point(inner.start), end: point(inner.end) };
}
