import type { ElementContent, Root } from 'hast';
import { report } from '../../diagnostics/report.ts';
import type { Article, Issue } from '../../issue/model.ts';
import { textAt } from '../pdf/objects.ts';
import type { Tag, Tags } from '../pdf/tags.ts';
import { compareStrands, type Difference } from './compare-strands.ts';
import type { PaintedTexts } from './painted-texts.ts';
import type { Strand } from './strand.ts';
import { tagStrand } from './tag-strand.ts';
import { placeOfLetter, treeStrand } from './tree-strand.ts';

/** What is proved: a PDF with tags, of articles, by the name it has in diagnostics. */
export interface Proved {
  name: string;
  tags: Tags;
  texts: PaintedTexts;
  /** In their order in the file. */
  articles: readonly Article[];
  /** The page of every id. */
  folios: Readonly<Record<string, string>>;
}

/** Figures say what they show, and labels of items are the stylesheet’s. */
const notRead = /^(Figure|Formula|Lbl)$/;

/**
 * Proves on the finished bytes of a PDF, as a screen reader reads them, that the words of each article and each note are those of its tree, whole and in order. What
 * fails is reported in the manuscript. Returns false where anything failed.
 */
export function proveWords({ name, tags, texts, articles, folios }: Proved, issue: Issue): boolean {
  const found = tags.all.filter(({ type }) => type === 'Art');
  let whole = found.length === articles.length;
  if (!whole) {
    const file = issue.files[1] ?? issue.files[0];
    if (file)
      report(file, 'words-kept', { found: `${name} has ${found.length} articles`, expected: `${articles.length}` });
    return false;
  }
  for (const [i, article] of articles.entries()) {
    const tag = found[i] as Tag;
    const read = tagStrand([tag], texts, ({ type }) => type === 'Note' || notRead.test(type));
    const { title, subtitle, abstract } = article;
    for (const phrase of [title, subtitle, ...abstract])
      if (phrase) whole = prove(article, phrase.tree, read, `“${phrase.text.slice(0, 30)}”`, false) && whole;
    whole = prove(article, article.body, read, 'The text', false) && whole;
    for (const note of article.notes) {
      const parts = tags.all.filter(({ type, dict }) => type === 'Note' && textAt(dict, 'ID') === note.id);
      const words = tagStrand(
        parts,
        texts,
        (one) => notRead.test(one.type) || (one.type === 'Note' && !parts.includes(one)),
      );
      whole = prove(article, note.body, words, `Note ${note.number}`, true) && whole;
    }
  }
  return whole;

  function prove(
    article: Article,
    tree: Root | readonly ElementContent[],
    read: Strand,
    what: string,
    all: boolean,
  ): boolean {
    const wanted = treeStrand(tree, folios);
    const difference =
      compareStrands(wanted, read) ?? (all && read.letters !== wanted.letters ? more(wanted, read) : undefined);
    if (!difference) return true;
    report(article.file, 'words-kept', {
      at: placeOfLetter(wanted, difference.at),
      found: `${what} ${said[difference.kind]} in ${name}: “${difference.found}”`,
      expected: `“${difference.wanted}”`,
      fix: 'Build the issue again. If that does not help it is a fault of Offprint; please report it with the manuscript.',
    });
    return false;
  }
}

const said: Record<Difference['kind'], string> = {
  lost: 'is not whole, or in another order,',
  torn: 'has a word in pieces',
  joined: 'has words run together',
};

function more(wanted: Strand, read: Strand): Difference {
  return { kind: 'lost', at: 0, wanted: wanted.letters.slice(0, 60), found: read.letters.slice(0, 60) };
}
