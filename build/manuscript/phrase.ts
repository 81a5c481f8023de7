import type { Element, ElementContent } from 'hast';
import type { PhrasingContent } from 'mdast';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import type { VFile } from 'vfile';
import type { Place } from '../diagnostics/report.ts';
import { isIndexPart } from '../issue/index-model.ts';
import type { Phrase } from '../issue/model.ts';
import type { Languages } from '../languages/languages.ts';
import { directionOf } from '../text/direction.ts';
import { hasClass } from '../text/has-class.ts';
import { scriptOf } from '../text/script.ts';
import { markDirections } from '../typography/directions.ts';
import { markLanguages } from '../typography/languages.ts';
import { reportMixedScript } from '../typography/mixed-script.ts';
import { typeset } from '../typography/typeset.ts';
import { takeFormulas } from './constructs/formulas/set.ts';
import { indexMarkClass } from './constructs/index-marks/html.ts';
import { plainWords } from './constructs/text/plain-words.ts';
import { htmlOfConstructs } from './constructs/to-html.ts';
import { readInline } from './inline.ts';

/** The languages in which a phrase is set: its own, and the one for words in Latin script inside another script. */
export interface PhraseLanguages {
  lang: string;
  latin: string;
  /** The rules of all languages. */
  languages: Languages;
}

/**
 * The languages for a text. Latin words in a Cyrillic article are set in the journal’s language if it has Latin script;
 * else English is most likely.
 */
export function languagesOf(lang: string, journalLang: string, languages: Languages): PhraseLanguages {
  return { lang, latin: scriptOf(journalLang) === 'Latn' ? journalLang : 'en', languages };
}

/** Sets a value of front matter or settings that may hold Markdown. Each of its paragraphs becomes one phrase. */
export function phrasesOf(text: string, languages: PhraseLanguages, file: VFile, at: Place | undefined): Phrase[] {
  return readInline(text, file, at).paragraphs.map((nodes) => setPhrase(nodes, languages, file));
}

/** Sets a value of one line that may hold Markdown. */
export function phraseOf(text: string, languages: PhraseLanguages, file: VFile, at: Place | undefined): Phrase {
  const [phrase, ...more] = phrasesOf(text, languages, file, at);
  return {
    tree: [phrase, ...more].flatMap((part) => part?.tree ?? []),
    text: [phrase, ...more].map((part) => part?.text ?? '').join(' '),
  };
}

/**
 * The words of a finished tree for contents and running heads: without calls, and without ids, because an id may occur
 * only once.
 */
export function plainPhrase(children: readonly ElementContent[]): Phrase {
  const tree = children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child];
    if ((child.properties.className as string[] | undefined)?.includes('call')) return [];
    const { id: _id, ...properties } = child.properties;
    if (isIndexMark(child)) return plainPhrase(child.children).tree;
    return [
      {
        ...child,
        tagName: child.tagName === 'a' ? 'span' : child.tagName,
        properties:
          child.tagName === 'a' ? (isPageReference(child) ? { className: ['page-reference'] } : {}) : properties,
        children: plainPhrase(child.children).tree,
      },
    ];
  });
  return { tree, text: plainWords({ type: 'root', children: tree }).replace(/\s+/g, ' ').trim() };
}

/** True for the element of a mark for an index, which is nothing without its id. */
function isIndexMark(element: Element): boolean {
  return hasClass(element, indexMarkClass) || isIndexPart(String(element.properties.id ?? ''));
}

function isPageReference({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('page-reference');
}

function setPhrase(nodes: PhrasingContent[], { lang, latin, languages }: PhraseLanguages, file: VFile): Phrase {
  for (const node of nodes) takeFormulas(node, file, lang);
  const paragraph = { type: 'root' as const, children: [{ type: 'paragraph' as const, children: nodes }] };
  const html = unified().use(remarkRehype, { handlers: htmlOfConstructs() }).runSync(paragraph);
  reportMixedScript(html, file);
  markLanguages(html, lang, latin, file);
  markDirections(html, directionOf(lang));
  typeset(html, lang, languages);
  const { children } = html.children[0] as Element;
  // Neighbouring spaces are one, as on the page; no-break spaces are kept.
  return {
    tree: children,
    text: plainWords({ type: 'root', children })
      .replace(/[ \t\r\n]+/g, ' ')
      .trim(),
  };
}
