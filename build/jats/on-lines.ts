import type { Element, ElementContent } from 'xast';

/** The elements that hold only elements: each of these begins a line, so that a change can be seen in a diff. */
const containers: ReadonlySet<string> = new Set(
  (
    'article front journal-meta journal-title-group publisher article-meta article-categories subj-group title-group ' +
    'trans-title-group contrib-group contrib author-notes history permissions abstract trans-abstract kwd-group ' +
    'funding-group award-group notes bio body sec back ack ref-list ref citation-alternatives fn-group fn list list-item ' +
    'def-list def-item def disp-quote verse-group boxed-text caption speech statement fig fig-group table-wrap table ' +
    'thead tbody tfoot tr'
  ).split(' '),
);

/** A tree whose blocks stand on lines of their own. White space is added only where it means nothing. */
export function onLines(element: Element): Element {
  const isContainer =
    (containers.has(element.name) && element.children.every(({ type }) => type === 'element')) || isOfBlocks(element);
  if (!isContainer || element.children.length === 0) return element;
  const line: ElementContent = { type: 'text', value: '\n' };
  return {
    ...element,
    children: [line, ...element.children.flatMap((child) => [child.type === 'element' ? onLines(child) : child, line])],
  };
}

/** True for a paragraph that is only there because JATS wants one around its blocks. */
function isOfBlocks({ name, children }: Element): boolean {
  return name === 'p' && children.length > 0 && children.every((one) => one.type === 'element' && blocks.has(one.name));
}

const blocks: ReadonlySet<string> = new Set(
  'list def-list disp-quote verse-group boxed-text speech statement fig fig-group table-wrap code disp-formula'.split(
    ' ',
  ),
);
