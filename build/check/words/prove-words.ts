import type { ElementContent, Root } from 'hast';
import type { Position } from 'unist';
import { report } from '../../diagnostics/report.ts';
import type { Article, Issue } from '../../issue/model.ts';
import { noteLabel } from '../../issue/note-label.ts';
import { textAt } from '../../pdf-reading/file/objects.ts';
import { contentKeysIn, isTag, type Tag, type TagTree } from '../../pdf-reading/tags.ts';
import { compareTexts, type Difference, spacedText } from '../../words/compare-texts.ts';
import { lettersIn, type NormalizedText } from '../../words/normalized-text.ts';
import { placeOfCharacter, treeText } from '../../words/tree-text.ts';
import { explainMissingText, rebuildFix } from './explain-missing-text.ts';
import { findHiddenWords } from './find-hidden-words.ts';
import { findWordsInFiles } from './find-words-in-files.ts';
import type { GalleyTexts } from './galley-texts.ts';
import type { HiddenText } from './painted-piece.ts';
import type { PaintedTexts } from './painted-texts.ts';
import { proveFormulas } from './prove-formulas.ts';
import { proveTemplateTexts } from './prove-template-texts.ts';
import { type ReadAloud, readAloud } from './read-aloud.ts';
import { paintedLettersOf } from './same-words.ts';
import { tagText } from './tag-text.ts';

/** A tagged PDF of articles. */
export interface TaggedPdf {
  name: string;
  tags: TagTree;
  texts: PaintedTexts;
  /** In their order in the file. */
  articles: readonly Article[];
  /** The page of every id. */
  folios: Readonly<Record<string, string>>;
  /** The texts around the articles; undefined if the print document cannot be composed. */
  galley: GalleyTexts | undefined;
  /** True if it has only one article. */
  isOffprint: boolean;
  /** Faults that were reported for another PDF of the issue, and need not be reported again. */
  reported?: Set<string> | undefined;
}

/**
 * True for tags without text to compare: figures have descriptions, and labels of items come from the stylesheet. Terms
 * of definitions are labels with a tag of their own for their words, and are compared.
 */
const isSkipped = ({ type, kids }: Tag): boolean =>
  /^(Figure|Formula)$/.test(type) || (type === 'Lbl' && !kids.some((kid) => isTag(kid) && kid.type === 'Span'));

/**
 * Proves on the finished bytes of a PDF, as a screen reader reads them, tag by tag, that the words of each article and
 * each note are those of its tree, whole, once and in order, and that the texts around them are there. Reports faults
 * in the manuscript. Returns false if there are any.
 */
export function proveWords(
  { name, tags, texts, articles, folios, galley, isOffprint, reported }: TaggedPdf,
  issue: Pick<Issue, 'articles' | 'files'>,
): boolean {
  const found = tags.all.filter(({ type }) => type === 'Art');
  let whole = found.length === articles.length;
  if (!whole) {
    const file = issue.files[1] ?? issue.files[0];
    if (file)
      report(file, 'words-kept', { found: `${name} has ${found.length} articles`, expected: `${articles.length}` });
    return false;
  }
  const noteTags = new Map<string, Tag[]>();
  for (const tag of tags.all)
    if (tag.type === 'Note') {
      const id = textAt(tag.dict, 'ID') ?? '';
      noteTags.set(id, [...(noteTags.get(id) ?? []), tag]);
    }
  let painted: string | undefined;
  let heard: ReadAloud | undefined;
  const spoken = () => {
    heard ??= readAloud(tags, texts);
    return heard;
  };
  const reads = found.map((tag) => tagText([tag], texts, (one) => one.type === 'Note' || isSkipped(one)));
  for (const [i, article] of articles.entries()) whole = proveArticle(article, i) && whole;
  if (galley && !isOffprint) {
    const read = tagText(tags.top, texts, (one) => /^(Art|Note)$/.test(one.type) || isSkipped(one));
    whole =
      proveTemplateTexts({ name, readAloud: spoken(), files: issue.files, read, pieces: galley.front, body: '' }) &&
      whole;
  }
  return whole;

  function proveArticle(article: Article, i: number): boolean {
    const read = reads[i] as NormalizedText;
    const { characters: body } = treeText(article.body, folios);
    const there = read.characters.includes(body) ? i : reads.findIndex(({ characters }) => characters.includes(body));
    if (there >= 0 && there !== i) {
      report(article.file, 'words-kept', {
        at: placeOfCharacter(treeText(article.title.tree, folios), 0),
        found: `${name} has the article at another place of its tags: it is read aloud as article ${there + 1}`,
        expected: `article ${i + 1}, as issue.yaml has it`,
        fix: rebuildFix,
      });
      return false;
    }
    const { title, subtitle, abstract } = article;
    let whole = true;
    for (const phrase of [title, subtitle, ...abstract]) {
      if (!phrase) continue;
      // All paragraphs of an abstract have the place of its key.
      const at = () => (abstract.includes(phrase) ? findWordsInFiles([article.file], [phrase.text])?.at : undefined);
      whole = prove(article, phrase.tree, read, `“${phrase.text.slice(0, 30)}”`, { at }) && whole;
    }
    whole = prove(article, article.body, read, 'The text') && whole;
    const pieces = galley?.articles.get(article.id);
    // The texts around an article can be checked only if its own text is whole.
    if (whole && pieces)
      whole = proveTemplateTexts({
        name,
        readAloud: spoken(),
        files: [article.file, ...issue.files],
        read,
        pieces,
        body,
      });
    whole = proveFormulas(article, found[i] as Tag, name) && whole;
    return proveNotes(article) && whole;
  }

  function proveNotes(article: Article): boolean {
    let whole = proveOrderOfNotes(article);
    for (const note of article.notes) {
      const parts = noteTags.get(note.id) ?? [];
      const words = tagText(parts, texts, (one) => isSkipped(one) || (one.type === 'Note' && !parts.includes(one)));
      whole = prove(article, note.body, words, `Note ${noteLabel(note)}`, { alone: true }) && whole;
    }
    return whole;
  }

  function proveOrderOfNotes(article: Article): boolean {
    const notes = new Map(article.notes.map((note) => [note.id, note]));
    const order = [...noteTags.keys()].flatMap((id) => notes.get(id) ?? []);
    const late = order.find(({ number }, i) => i > 0 && number < (order[i - 1]?.number ?? 0));
    if (late)
      report(article.file, 'words-kept', {
        at: late.body.find(({ position }) => position)?.position,
        found: `Note ${noteLabel(late)} is read aloud too late in ${name}`,
        expected: 'notes in the order of their numbers',
        fix: rebuildFix,
      });
    return !late;
  }

  /** Returns the hidden texts of an article. */
  function hiddenTextsOf(article: Article): HiddenText[] {
    const tag = found[articles.indexOf(article)];
    const keys = new Set(tag ? contentKeysIn(tag) : []);
    return texts.hidden.filter(({ key }) => key !== undefined && keys.has(key));
  }

  /**
   * True if the letters from an offset on are painted anywhere; or, if only the first of them are missing, the
   * following ones are read with the article.
   */
  function isPainted(wanted: NormalizedText, at: number, read: NormalizedText): boolean {
    painted ??= texts.pages.map(paintedLettersOf).join('\n');
    const pages = painted;
    const lost = lettersIn(wanted.characters.slice(at, at + 48));
    const stands = (from: number, text: string) => lost.length > from && text.includes(lost.slice(from, from + 8));
    return lost === '' || stands(0, pages) || stands(2, pages) || stands(12, lettersIn(read.characters));
  }

  function prove(
    article: Article,
    tree: Root | readonly ElementContent[],
    read: NormalizedText,
    what: string,
    /** `at` returns the place if it is known; `alone` is true if nothing else may be read with it. */
    { at, alone = false }: { at?: () => Position | undefined; alone?: boolean } = {},
  ): boolean {
    const wanted = treeText(tree, folios);
    const difference =
      compareTexts(wanted, read) ?? (alone && read.characters !== wanted.characters ? more(wanted, read) : undefined);
    if (!difference) return true;
    const isParted = difference.kind === 'parted';
    const key = `${article.id} ${what} ${difference.kind} ${difference.wanted}`;
    if (reported?.has(key)) return isParted;
    reported?.add(key);
    const hidden =
      difference.kind === 'lost'
        ? findHiddenWords(hiddenTextsOf(article), wanted.characters, difference.at, name)
        : undefined;
    const place = at?.() ?? placeOfCharacter(wanted, difference.at);
    if (hidden)
      report(article.file, 'words-kept', {
        at: place,
        found: `${what} ${hidden.is}`,
        expected: `“${difference.wanted}”`,
        fix: hidden.fix,
      });
    else if (difference.kind === 'lost' && !isPainted(wanted, difference.at, read))
      report(article.file, 'words-kept', {
        at: place,
        found: `${what} is painted on no page of ${name} from “${difference.wanted}” on`,
        expected: 'every word on its page',
        fix: 'See what in the style hides it, or moves it off the page: heights, widths, overflow, visibility. If nothing does, this is a fault of Offprint: please report it with the manuscript.',
      });
    else
      report(article.file, 'words-kept', {
        at: place,
        found:
          explainMissingText(difference, wanted, read, spoken(), name) ??
          `${what} ${descriptions[difference.kind]} in ${name}: “${difference.found}”`,
        expected: `“${difference.wanted}”`,
        ...(isParted
          ? {
              level: 'warning',
              fix: 'Give it more room: fewer columns in a table, a smaller size in the style, a shorter word.',
            }
          : { fix: rebuildFix }),
      });
    return isParted;
  }
}

const descriptions: Record<Difference['kind'], string> = {
  lost: 'is not whole, or in another order,',
  torn: 'has a word in pieces',
  parted: 'has a word that the end of a line parts without a hyphen',
  joined: 'has words run together',
  more: 'has other words, too,',
};

function more(wanted: NormalizedText, read: NormalizedText): Difference {
  const from = read.characters.indexOf(wanted.characters);
  const [at, there] = from > 0 ? [0, 0] : [wanted.characters.length - 1, wanted.characters.length];
  return {
    kind: 'more',
    at,
    there,
    wanted: spacedText(wanted, at - 56, at + 56),
    found: spacedText(read, there, there + 56),
  };
}
