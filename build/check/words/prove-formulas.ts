import type { Element, ElementContent } from 'hast';
import { report } from '../../diagnostics/report.ts';
import type { Article } from '../../issue/model.ts';
import { textAt } from '../../pdf-reading/file/objects.ts';
import { contentKeysIn, isTag, type Tag } from '../../pdf-reading/tags.ts';
import { visit } from '../../text/visit.ts';
import { rebuildFix } from './explain-missing-text.ts';

/**
 * Proves that every formula of an article is drawn and read aloud in a tagged PDF, whose tag of the article is given:
 * as many tags as formulas, each with its words and a drawing. Reports the first that is not there, and returns false.
 */
export function proveFormulas({ body, notes, file }: Article, tag: Tag, name: string): boolean {
  const read = new Map<string, number>();
  const take = (one: Tag): void => {
    const words = one.type === 'Formula' ? plain(textAt(one.dict, 'Alt')) : '';
    for (const kid of one.kids) if (isTag(kid)) take(kid);
    if (words && contentKeysIn(one).length > 0) read.set(words, (read.get(words) ?? 0) + 1);
  };
  take(tag);
  for (const formula of formulasIn([...body.children, ...notes.flatMap((note) => note.body)] as ElementContent[])) {
    const words = plain(String(formula.properties.alttext ?? ''));
    const left = read.get(words) ?? 0;
    read.set(words, left - 1);
    if (left > 0) continue;
    report(file, 'words-kept', {
      at: formula.position,
      found: `The formula “${words.slice(0, 60)}” is not drawn and read aloud in ${name}`,
      expected: 'a tag with its words, and its drawing',
      fix: rebuildFix,
    });
    return false;
  }
  return true;
}

function formulasIn(children: ElementContent[]): Element[] {
  const formulas: Element[] = [];
  visit({ type: 'root', children }, 'element', (element: Element) => {
    if (element.tagName === 'math') formulas.push(element);
  });
  return formulas;
}

function plain(text: string | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}
