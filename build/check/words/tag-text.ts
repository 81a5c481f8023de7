import { contentKeyOf, isContent, isTag, type Tag } from '../../pdf-reading/tags.ts';
import { addSoftBreak, appendText, emptyText, type NormalizedText } from '../../words/normalized-text.ts';
import { type PaintedPiece, type PaintedTexts, startsNewLine } from './painted-texts.ts';

/** Tags that are inline. */
const inline = /^(Span|Quote|Reference|Link|Code|BibEntry|Annot|Ruby|Warichu|Lbl)$/;

/** Returns the text of tags in reading order, without those that `skips` returns true for. */
export function tagText(tags: readonly Tag[], { marked }: PaintedTexts, skips: (tag: Tag) => boolean): NormalizedText {
  const normalized = emptyText();
  let last: PaintedPiece | undefined;
  const visit = (tag: Tag): void => {
    // As in the tree: a formula may stand between two words, and what follows one may begin a line.
    if (tag.type === 'Formula') addSoftBreak(normalized);
    if (skips(tag)) return;
    if (!inline.test(tag.type)) addSoftBreak(normalized);
    for (const kid of tag.kids) {
      if (isTag(kid)) visit(kid);
      else if (isContent(kid))
        for (const piece of marked.get(contentKeyOf(kid)) ?? []) {
          if (last && startsNewLine(last.to, piece.from)) addSoftBreak(normalized);
          appendText(normalized, piece.text);
          last = piece;
        }
    }
    if (!inline.test(tag.type)) addSoftBreak(normalized);
  };
  for (const tag of tags) visit(tag);
  return normalized;
}
