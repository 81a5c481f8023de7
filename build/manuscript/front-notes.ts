import type { Element, ElementContent } from 'hast';
import type { FootnoteDefinition, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Cache } from '../cache/cache.ts';
import { type Place, report } from '../diagnostics/report.ts';
import type { FrontCalls, FrontMatter, Note } from '../issue/model.ts';
import type { Located } from '../settings/located.ts';
import { visit } from '../text/visit.ts';
import type { Terms } from '../theme/terms.ts';
import { setFormulasIn } from './constructs/formulas/set.ts';
import { readInline } from './inline.ts';
import { labelIn } from './lift-front-notes.ts';
import { readTree } from './structure.ts';
import { toHtml } from './to-html.ts';

/** The notes to a title and to authors, and the text without those of them that stood in it. */
export interface FrontNotes {
  notes: Note[];
  calls: FrontCalls | undefined;
  body: Root;
}

/** What the notes of front matter are read with. */
interface FrontNoteSetting {
  file: VFile;
  lang: string;
  terms: Terms;
  cache: Cache;
}

/**
 * Makes the notes to the title and to authors: what front matter says, or a note of the text that it names, `[^*]`,
 * which is taken out of the text unless something there calls it, too. They have signs, in order *, †, ‡, §, **, ††.
 */
export async function frontNotesOf(
  { value: front, at }: Located<FrontMatter>,
  markdown: Root,
  setting: FrontNoteSetting,
): Promise<FrontNotes> {
  const written = [
    { text: front['title-note'], place: at('title-note') ?? at('title') },
    ...front.authors.map(({ note }, i) => ({
      text: note,
      place: at('authors', i, 'note') ?? at('authors', i, 'name'),
    })),
  ];
  const notes: Note[] = [];
  const calls: ElementContent[][] = [];
  const taken = new Set<string>();
  for (const { text, place } of written) {
    calls.push([]);
    if (!text) continue;
    const blocks: ElementContent[] = [];
    for (const part of text.split(/\n{2,}/)) {
      const label = labelIn(part)?.toLowerCase();
      const named = label === undefined ? undefined : definitionOf(markdown, label);
      if (label !== undefined && !named) {
        report(setting.file, 'note-defined', {
          at: place,
          found: `No note is defined for ${part.trim()}`,
          expected: `a paragraph that begins ${part.trim()}: in the text`,
          fix: 'Write the note there, or its words in place of the call, as title-note: or note:.',
        });
        continue;
      }
      if (named) taken.add(label as string);
      const tree = named ? readDefinition(named, setting) : readValue(part, setting.file, place);
      blocks.push(...(await blocksOf(tree, setting)));
    }
    if (blocks.length === 0) continue;
    const sign = signAt(notes.length);
    const [id, call] = [`note-s${notes.length + 1}`, `call-s${notes.length + 1}`];
    notes.push({ number: 0, sign, id, calls: [call], body: blocks });
    calls[calls.length - 1] = [callOf(sign, id, call)];
  }
  const [title = [], ...authors] = calls;
  return {
    notes,
    calls: notes.length > 0 ? { title, authors } : undefined,
    body: taken.size > 0 ? without(markdown, taken) : markdown,
  };
}

/** The signs of notes that have no numbers, each of them doubled after the last. */
const signs = ['*', '†', '‡', '§'];

function signAt(index: number): string {
  return (signs[index % signs.length] as string).repeat(1 + Math.floor(index / signs.length));
}

function callOf(sign: string, note: string, id: string): Element {
  return {
    type: 'element',
    tagName: 'a',
    properties: { className: ['call', 'sign'], id, href: `#${note}` },
    children: [{ type: 'text', value: sign }],
  };
}

function definitionOf(tree: Root, label: string): FootnoteDefinition | undefined {
  let found: FootnoteDefinition | undefined;
  visit(tree, 'footnoteDefinition', (node) => {
    if (node.identifier === label) found ??= node;
  });
  return found;
}

/** A text without the notes of these labels, except those that it calls itself. */
function without(tree: Root, labels: ReadonlySet<string>): Root {
  const called = new Set<string>();
  visit(tree, 'footnoteReference', ({ identifier }) => void called.add(identifier));
  const children = tree.children.filter(
    (node) => !(node.type === 'footnoteDefinition' && labels.has(node.identifier) && !called.has(node.identifier)),
  );
  return { ...tree, children };
}

/** A note that front matter says. What cannot stand there is reported by the reader of all its texts. */
function readValue(text: string, file: VFile, at: Place | undefined): Root {
  const { paragraphs } = readInline(text, file, at);
  return { type: 'root', children: paragraphs.map((children) => ({ type: 'paragraph', children })) };
}

/** A note of the text. Citations and calls belong into the text, where they are counted. */
function readDefinition({ children }: FootnoteDefinition, { file, terms }: FrontNoteSetting): Root {
  const tree = readTree(structuredClone({ type: 'root', children }) as Root, file, terms);
  visit(tree, ['citation', 'footnoteReference'], ({ type, position }, index, parent) => {
    report(file, 'phrase-plain', {
      at: position,
      found:
        type === 'citation'
          ? 'A citation in a note to the title or an author'
          : 'A call in a note to the title or an author',
      fix: 'Put it into the text, or write its words out.',
    });
    if (!parent || index === undefined) return;
    parent.children.splice(index, 1);
    return index;
  });
  return tree;
}

/** The blocks of a note in HTML. */
async function blocksOf(tree: Root, { file, lang, cache }: FrontNoteSetting): Promise<ElementContent[]> {
  await setFormulasIn(tree, file, lang, cache);
  return toHtml(tree, file).body.children as ElementContent[];
}
