import type { Element } from 'hast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { report } from '../../../diagnostics/report.ts';
import { expectedTag, isLanguageTag } from '../../../text/language-tag.ts';

const words = (list: string): readonly string[] => list.split(' ');

/** Elements that raw HTML may have inside a paragraph. */
export const inlineTags: ReadonlySet<string> = new Set(
  words('sub sup br wbr small abbr cite q kbd u s i b em strong span ins del code'),
);

/** Elements that a block of raw HTML may have. */
export const blockTags: ReadonlySet<string> = new Set([
  ...inlineTags,
  ...words('table caption colgroup col thead tbody tfoot tr th td p ul ol li dl dt dd blockquote hr'),
]);

/** Elements that run code, style, embed or load something. Their content is not text. */
export const dangerousTags: ReadonlySet<string> = new Set(
  words(
    'script style iframe frame object embed applet form input button textarea select link meta base svg math audio video canvas template portal',
  ),
);

/**
 * All other elements of HTML, obsolete ones too. They are removed, and their words kept. A tag that is in none of these
 * lists is an error.
 */
const otherTags: ReadonlySet<string> = new Set(
  words(
    'a acronym address area article aside bdi bdo big blink body center data details dfn dialog dir div fieldset figcaption figure font footer ' +
      'frameset h1 h2 h3 h4 h5 h6 head header hgroup html label legend main map mark marquee menu meter nav nobr noframes noscript ' +
      'optgroup option output picture pre progress rb rp rt rtc ruby samp search section slot source strike summary time title track tt var',
  ),
);

/** Inline elements, which do not separate words. A space replaces any other element that is removed. */
const lineTags: ReadonlySet<string> = new Set([
  ...inlineTags,
  ...words('a acronym bdi bdo big data dfn font label mark nobr rb rp rt ruby samp strike time tt var'),
]);

/** The parents without which an element is not valid. */
const allowedParents: Record<string, readonly string[]> = {
  li: ['ul', 'ol'],
  dt: ['dl'],
  dd: ['dl'],
  td: ['tr'],
  th: ['tr'],
  tr: ['thead', 'tbody', 'tfoot'],
  thead: ['table'],
  tbody: ['table'],
  tfoot: ['table'],
  caption: ['table'],
  colgroup: ['table'],
  col: ['colgroup'],
};

const allowedAttributes = new Set(['lang', 'title', 'dir', 'colSpan', 'rowSpan', 'scope', 'start', 'span']);

/** The address of a link of raw HTML that a link of Markdown may have, too: on the web, or for mail. */
export function linkAddress({ tagName, properties }: Element): string | undefined {
  if (tagName !== 'a') return undefined;
  const url = String(properties.href ?? '');
  return (/^https?:\/\/[^/]/i.test(url) && URL.canParse(url)) || /^mailto:./i.test(url) ? url : undefined;
}

/** True if a space must replace a removed tag, to keep the words around it apart. */
export function separatesWords(tag: string): boolean {
  return !lineTags.has(tag);
}

/** True if an element may be used; reports one that may not. `parents` are the names of the elements around it. */
export function isAllowed(
  tagName: string,
  at: Position | undefined,
  file: VFile,
  allowed: ReadonlySet<string>,
  parents: readonly string[] = [],
): boolean {
  const parent = parents.at(-1);
  const isHome = !allowedParents[tagName] || (parent !== undefined && allowedParents[tagName].includes(parent));
  const isInLine = parents.some((name) => inlineTags.has(name)) && !inlineTags.has(tagName);
  if (allowed.has(tagName) && isHome && !isInLine) return true;
  if (dangerousTags.has(tagName)) {
    report(file, 'html-safe', { at, found: `<${tagName}> in a manuscript`, expected: 'text', fix: 'Remove it.' });
  } else if (tagName === 'img') {
    report(file, 'html-allowed', {
      at,
      level: 'error',
      found: '<img> in raw HTML',
      fix: 'Write ![what is to be seen](file.png "Caption") instead.',
    });
  } else if (!blockTags.has(tagName) && !otherTags.has(tagName)) {
    report(file, 'html-allowed', {
      at,
      level: 'error',
      found: `<${tagName}> is not an element of HTML, and would be lost`,
      fix: 'For mere signs write \\< for the first.',
    });
  } else {
    const where = !isHome
      ? ` outside ${allowedParents[tagName]?.map((name) => `<${name}>`).join(' or ')}`
      : isInLine
        ? ` inside <${parent}>`
        : '';
    report(file, 'html-allowed', {
      at,
      found: `<${tagName}>${where} is left out, its words are kept`,
      fix: advice[tagName] ?? `Remove the tag; where it is meant as a word, write \\<${tagName}>.`,
    });
  }
  return false;
}

const advice: Record<string, string> = {
  a: 'Write [words](https://…) instead.',
  h1: 'Write ## and the heading’s words instead.',
  h2: 'Write ## and the heading’s words instead.',
  h3: 'Write ### and the heading’s words instead.',
  pre: 'Put the code between lines of ``` instead.',
  font: 'Looks belong to the journal’s stylesheet.',
  center: 'Looks belong to the journal’s stylesheet.',
};

/** The attributes that every edition can have. Others are reported, as errors if they run code. */
export function allowedAttributesOf(element: Element, at: Position | undefined, file: VFile): Record<string, string> {
  const properties: Record<string, string> = {};
  for (const [name, value] of Object.entries(element.properties)) {
    if (name === 'lang' && !isLanguageTag(String(value)))
      report(file, 'value-form', {
        at,
        found: `The language "${value}"`,
        expected: expectedTag(String(value)),
      });
    else if (allowedAttributes.has(name)) properties[name] = String(value);
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
        alike: `attribute ${name}`,
      });
  }
  return properties;
}
