import type { ElementContent, Root } from 'hast';
import type { Position } from 'unist';
import { report } from '../../diagnostics/report.ts';
import type { Article, Issue } from '../../issue/model.ts';
import { textAt } from '../../pdf-reading/file/objects.ts';
import { isTag, keysIn, type Tag, type Tags } from '../../pdf-reading/tags.ts';
import { compareStrands, type Difference, spaced } from '../../words/compare-strands.ts';
import { lettersIn, type Strand } from '../../words/strand.ts';
import { placeOfLetter, treeStrand } from '../../words/tree-strand.ts';
import type { GalleyTexts } from './galley-texts.ts';
import type { PaintedTexts } from './painted-texts.ts';
import { placeOfWords } from './place-of-words.ts';
import { proveAround } from './prove-around.ts';
import { type ReadAloud, readAloud } from './read-aloud.ts';
import { lettersOf } from './same-words.ts';
import type { UnseenText } from './spot.ts';
import { tagStrand } from './tag-strand.ts';
import { unseenWords } from './unseen-words.ts';
import { fix, whatBecame } from './what-became.ts';

/** What is proved: a PDF with tags, of articles, by the name it has in diagnostics. */
export interface Proved {
  name: string;
  tags: Tags;
  texts: PaintedTexts;
  /** In their order in the file. */
  articles: readonly Article[];
  /** The page of every id. */
  folios: Readonly<Record<string, string>>;
  /** What is said around the texts; undefined where the print document cannot be composed. */
  galley: GalleyTexts | undefined;
  /** Whether it has an article alone. */
  offprint: boolean;
  /** What was told of another PDF of the issue, and need not be told again. */
  told?: Set<string> | undefined;
}

/** Figures say what they show, and labels of items are the stylesheet’s; terms of definitions are labels, too, with a tag of their own for their words. */
const notRead = ({ type, kids }: Tag): boolean =>
  /^(Figure|Formula)$/.test(type) || (type === 'Lbl' && !kids.some((kid) => isTag(kid) && kid.type === 'Span'));

/**
 * Proves on the finished bytes of a PDF, as a screen reader reads them, tag by tag, that the words of each article and each note are those of its tree, whole, once
 * and in order, and that what stands around them is said, too. What fails is reported in the manuscript. Returns false where anything failed.
 */
export function proveWords(
  { name, tags, texts, articles, folios, galley, offprint, told }: Proved,
  issue: Issue,
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
  const said = () => {
    heard ??= readAloud(tags, texts);
    return heard;
  };
  const reads = found.map((tag) => tagStrand([tag], texts, (one) => one.type === 'Note' || notRead(one)));
  for (const [i, article] of articles.entries()) whole = proveArticle(article, i) && whole;
  if (galley && !offprint) {
    const read = tagStrand(tags.top, texts, (one) => /^(Art|Note)$/.test(one.type) || notRead(one));
    whole = proveAround({ name, said: said(), files: issue.files, read, pieces: galley.front, body: '' }) && whole;
  }
  return whole;

  function proveArticle(article: Article, i: number): boolean {
    const read = reads[i] as Strand;
    const { letters: body } = treeStrand(article.body, folios);
    const there = read.letters.includes(body) ? i : reads.findIndex(({ letters }) => letters.includes(body));
    if (there >= 0 && there !== i) {
      report(article.file, 'words-kept', {
        at: placeOfLetter(treeStrand(article.title.tree, folios), 0),
        found: `${name} has the article at another place of its tags: it is read aloud as article ${there + 1}`,
        expected: `article ${i + 1}, as issue.yaml has it`,
        fix,
      });
      return false;
    }
    const { title, subtitle, abstract } = article;
    let whole = true;
    for (const phrase of [title, subtitle, ...abstract]) {
      if (!phrase) continue;
      // All paragraphs of an abstract have the place of its key.
      const at = () => (abstract.includes(phrase) ? placeOfWords([article.file], [phrase.text])?.at : undefined);
      whole = prove(article, phrase.tree, read, `“${phrase.text.slice(0, 30)}”`, { at }) && whole;
    }
    whole = prove(article, article.body, read, 'The text') && whole;
    const pieces = galley?.articles.get(article.id);
    // What is around a text can be told only where that is whole.
    if (whole && pieces)
      whole = proveAround({ name, said: said(), files: [article.file, ...issue.files], read, pieces, body });
    return proveNotes(article) && whole;
  }

  function proveNotes(article: Article): boolean {
    let whole = proveOrderOfNotes(article);
    for (const note of article.notes) {
      const parts = noteTags.get(note.id) ?? [];
      const words = tagStrand(parts, texts, (one) => notRead(one) || (one.type === 'Note' && !parts.includes(one)));
      whole = prove(article, note.body, words, `Note ${note.number}`, { alone: true }) && whole;
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
        found: `Note ${late.number} is read aloud too late in ${name}`,
        expected: 'notes in the order of their numbers',
        fix,
      });
    return !late;
  }

  /** What cannot be seen of an article. */
  function unseenOf(article: Article): UnseenText[] {
    const tag = found[articles.indexOf(article)];
    const keys = new Set(tag ? keysIn(tag) : []);
    return texts.unseen.filter(({ key }) => key !== undefined && keys.has(key));
  }

  /** Whether letters from a place of a text on are painted anywhere; or, where only the first of them are not, with others of the article. */
  function isPainted(wanted: Strand, at: number, read: Strand): boolean {
    painted ??= texts.pages.map(lettersOf).join('\n');
    const pages = painted;
    const lost = lettersIn(wanted.letters.slice(at, at + 48));
    const stands = (from: number, text: string) => lost.length > from && text.includes(lost.slice(from, from + 8));
    return lost === '' || stands(0, pages) || stands(2, pages) || stands(12, lettersIn(read.letters));
  }

  function prove(
    article: Article,
    tree: Root | readonly ElementContent[],
    read: Strand,
    what: string,
    /** Where it is known to stand; whether nothing else is read with it. */
    { at, alone = false }: { at?: () => Position | undefined; alone?: boolean } = {},
  ): boolean {
    const wanted = treeStrand(tree, folios);
    const difference =
      compareStrands(wanted, read) ?? (alone && read.letters !== wanted.letters ? more(wanted, read) : undefined);
    if (!difference) return true;
    const isParted = difference.kind === 'parted';
    const key = `${article.id} ${what} ${difference.kind} ${difference.wanted}`;
    if (told?.has(key)) return isParted;
    told?.add(key);
    const unseen =
      difference.kind === 'lost' ? unseenWords(unseenOf(article), wanted.letters, difference.at, name) : undefined;
    const place = at?.() ?? placeOfLetter(wanted, difference.at);
    if (unseen)
      report(article.file, 'words-kept', {
        at: place,
        found: `${what} ${unseen.is}`,
        expected: `“${difference.wanted}”`,
        fix: unseen.fix,
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
          whatBecame(difference, wanted, read, said(), name) ??
          `${what} ${became[difference.kind]} in ${name}: “${difference.found}”`,
        expected: `“${difference.wanted}”`,
        ...(isParted
          ? {
              level: 'warning',
              fix: 'Give it more room: fewer columns in a table, a smaller size in the style, a shorter word.',
            }
          : { fix }),
      });
    return isParted;
  }
}

const became: Record<Difference['kind'], string> = {
  lost: 'is not whole, or in another order,',
  torn: 'has a word in pieces',
  parted: 'has a word that the end of a line parts without a hyphen',
  joined: 'has words run together',
  more: 'has other words, too,',
};

function more(wanted: Strand, read: Strand): Difference {
  const from = read.letters.indexOf(wanted.letters);
  const [at, there] = from > 0 ? [0, 0] : [wanted.letters.length - 1, wanted.letters.length];
  return { kind: 'more', at, there, wanted: spaced(wanted, at - 56, at + 56), found: spaced(read, there, there + 56) };
}
