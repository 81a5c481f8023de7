import type { Element, Root } from 'hast';
import { isWorkId } from '../issue/ids.ts';
import type { Article, Issue } from '../issue/model.ts';
import type { CslItem } from '../references/item.ts';
import { hasClass } from '../text/has-class.ts';
import { bareDoi, isDoi } from '../text/identifiers.ts';
import { visit } from '../text/visit.ts';
import { bareText } from './bare-text.ts';
import type { CitableReference } from './citable.ts';

/**
 * The works of an article: those that it cites by keys, as its bibliographies describe them, then the entries of its
 * own lists, as they are printed.
 */
export function citableReferences({ citations }: Issue, article: Article): CitableReference[] {
  const cited = citations?.articles.find(({ id }) => id === article.id)?.works ?? [];
  const keyed = cited.map(({ work }): CitableReference => {
    const item = work.item as CslItem;
    return { key: work.key, item, doi: doiIn(String(item.DOI ?? '')) };
  });
  const listed = entriesOf(article.body).map((entry, i): CitableReference => {
    const text = bareText(wordsOf(entry));
    return { key: `entry-${i + 1}`, text, doi: doiOfLink(entry) ?? doiIn(text) };
  });
  return [...keyed, ...listed.filter(({ text }) => text !== '')];
}

/** The entries of lists of references that no program wrote. */
function entriesOf(body: Root): Element[] {
  const found: Element[] = [];
  visit(body, 'element', (section: Element) => {
    if (!hasClass(section, 'references')) return;
    visit(section, 'element', (entry: Element) => {
      if (entry.tagName === 'li' && !isWorkId(String(entry.properties.id ?? ''))) found.push(entry);
    });
  });
  return found;
}

/** The words of an entry; an author of whom a dash is printed again is named. */
function wordsOf(node: Element): string {
  if (hasClass(node, 'again')) return String(node.properties.ariaLabel ?? '');
  return node.children
    .map((child) => (child.type === 'element' ? wordsOf(child) : child.type === 'text' ? child.value : ''))
    .join('');
}

function doiOfLink(entry: Element): string | undefined {
  let found: string | undefined;
  visit(entry, 'element', ({ tagName, properties }: Element) => {
    if (tagName === 'a') found ??= doiIn(String(properties.href ?? ''));
  });
  return found;
}

/** The DOI in a text, without the stop behind it. */
export function doiIn(text: string): string | undefined {
  const [, found] = /(?:^|doi\.org\/|\bdoi:\s*|\s)(10\.\d{4,9}\/[^\s<>"]+)/i.exec(text) ?? [];
  const doi = found && bareDoi(`https://doi.org/${found}`).replace(/[.,;)\]]+$/, '');
  return doi && isDoi(doi) ? doi : undefined;
}
