import { isContent, isTag, keyOf, type Tag } from '../../pdf-reading/tags.ts';
import { addSoft, addText, newStrand, type Strand } from '../../words/strand.ts';
import { isElsewhere, type PaintedPiece, type PaintedTexts } from './painted-texts.ts';

/** Tags that stand within a line. */
const inline = /^(Span|Quote|Reference|Link|Code|BibEntry|Annot|Ruby|Warichu|Lbl)$/;

/** The words of tags in reading order, without those that `skips` says. */
export function tagStrand(tags: readonly Tag[], { marked }: PaintedTexts, skips: (tag: Tag) => boolean): Strand {
  const strand = newStrand();
  let last: PaintedPiece | undefined;
  const visit = (tag: Tag): void => {
    if (skips(tag)) return;
    if (!inline.test(tag.type)) addSoft(strand);
    for (const kid of tag.kids) {
      if (isTag(kid)) visit(kid);
      else if (isContent(kid))
        for (const piece of marked.get(keyOf(kid)) ?? []) {
          if (last && isElsewhere(last.to, piece.from)) addSoft(strand);
          addText(strand, piece.text);
          last = piece;
        }
    }
    if (!inline.test(tag.type)) addSoft(strand);
  };
  for (const tag of tags) visit(tag);
  return strand;
}
