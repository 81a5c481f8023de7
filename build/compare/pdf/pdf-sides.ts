import { collectTexts } from '../../check/words/painted-texts.ts';
import { walkPages } from '../../pdf-reading/content/walk.ts';
import { textAt } from '../../pdf-reading/file/objects.ts';
import type { ComparedEdition } from '../edition.ts';
import type { ComparedPage, ComparedSide } from '../model.ts';
import { collectPictures, hashOfPage, type OpenedPdf, openEditionPdf, pdfFault } from './opened-pdf.ts';
import { plainPart } from './plain-part.ts';
import { taggedParts } from './tagged-parts.ts';

/** Reads two PDFs: by their tags where both have them, else by the words on their pages. Throws Incomparable. */
export async function pdfSides(
  before: ComparedEdition,
  after: ComparedEdition,
): Promise<{ sides: readonly [ComparedSide, ComparedSide]; by: 'tags' | 'words' }> {
  const [one, other] = [await openEditionPdf(before), await openEditionPdf(after)];
  const isTagged = hasTags(one) && hasTags(other);
  return {
    sides: [sideOf(before, one, isTagged), sideOf(after, other, isTagged)],
    by: isTagged ? 'tags' : 'words',
  };
}

const hasTags = ({ pdf }: OpenedPdf): boolean => (pdf.tags?.all.length ?? 0) > pdf.pages.length;

function sideOf({ name }: ComparedEdition, { pdf, labels }: OpenedPdf, isTagged: boolean): ComparedSide {
  const { texts, watcher } = collectTexts();
  const { pictures, byPage, watcher: lookOut } = collectPictures();
  try {
    walkPages(pdf.pages, [watcher, lookOut]);
  } catch (error) {
    throw pdfFault(name, error);
  }
  const { tags } = pdf;
  const parts = isTagged && tags ? taggedParts({ tags, texts, pictures, labels }) : [plainPart(texts.pages, labels)];
  const pages = texts.pages.map(
    (pieces, at): ComparedPage => ({ folio: labels[at] ?? '', hash: hashOfPage(pieces, byPage[at] ?? []) }),
  );
  const facts = [
    { name: 'title', value: textAt(pdf.info, 'Title') ?? '' },
    { name: 'authors', value: textAt(pdf.info, 'Author') ?? '' },
    { name: 'keywords', value: textAt(pdf.info, 'Keywords') ?? '' },
  ].filter(({ value }) => value !== '');
  return { name, facts, parts, pages, isPlain: !isTagged };
}
