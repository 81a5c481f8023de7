import type { Element, Root } from 'xast';
import { parsedSheet } from '../styles/parsed.ts';
import type { Style } from '../styles/style.ts';
import { cascadeOf } from './cascade.ts';
import { ownGlyphRuns, realClass, realRuns } from './own-glyphs.ts';

/**
 * Adds the class `real` to every call, `sup`, `sub` and run of small capitals of a print document for which its face
 * has glyphs of its own. `tree` is the document, parsed, with positions; it has the classes, too, when this returns.
 */
export function markGlyphs(document: string, tree: Root, style: Pick<Style, 'css' | 'faces'>): string {
  const runs = ownGlyphRuns(tree);
  if (runs.length === 0) return document;
  const classes = new Map(runs.map(({ element }) => [element, element.attributes.class]));
  for (const { element } of runs) setClass(element, `${element.attributes.class ?? ''} ${realClass}`.trim());
  const real = realRuns(runs, cascadeOf(parsedSheet(style.css), tree), style.faces);
  let marked = '';
  let from = 0;
  for (const run of runs) {
    if (!real.has(run)) {
      setClass(run.element, classes.get(run.element) ?? undefined);
      continue;
    }
    const at = run.element.position?.start.offset ?? 0;
    const [tag = ''] = startTag.exec(document.slice(at)) ?? [];
    marked += document.slice(from, at) + withClass(tag);
    from = at + tag.length;
  }
  return marked + document.slice(from);
}

const startTag = /^<[\w:-]+(?:\s+[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*/;

function withClass(tag: string): string {
  const classed = tag.replace(/(\sclass\s*=\s*["'])([^"']*)/, `$1$2 ${realClass}`);
  return classed === tag ? `${tag} class="${realClass}"` : classed;
}

function setClass({ attributes }: Element, value: string | undefined): void {
  if (value === undefined) delete attributes.class;
  else attributes.class = value;
}
