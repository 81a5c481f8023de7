import type { PDFDict } from '@cantoo/pdf-lib';
import type { MarkedSequence } from '../../../pdf-reading/content/marked-sequence.ts';
import { dictAt, textAt } from '../../../pdf-reading/file/objects.ts';
import { pageFinder } from '../../../pdf-reading/page-of-tag.ts';
import type { Pdf } from '../../../pdf-reading/read-pdf.ts';
import type { Tag } from '../../../pdf-reading/tags.ts';
import type { Clause } from '../clause.ts';

/** The form of language tags by BCP 47, approximately: `uk`, `sr-Latn`, `en-GB`, `x-…`. */
const bcp47 =
  /^(?:[a-z]{2,3}(?:-[a-z]{3}){0,3}|[a-z]{4,8})(?:-[a-z]{4})?(?:-(?:[a-z]{2}|\d{3}))?(?:-(?:[a-z\d]{5,8}|\d[a-z\d]{3}))*(?:-[a-wy-z\d](?:-[a-z\d]{2,8})+)*(?:-x(?:-[a-z\d]{1,8})+)?$|^[xi](?:-[a-z\d]{1,8})+$/i;
/** The form by RFC 3066, which the standards name: only the shape. */
const rfc3066 = /^[a-z]{1,8}(-[a-z\d]{1,8})*$/i;

export const language: Clause = {
  rule: 'pdf-language',
  appliesTo: ['screen'],
  check(pdf, { find }) {
    const pageOf = pageFinder(pdf);
    const lang = textAt(pdf.catalog, 'Lang');
    const look = (said: string | undefined, tag?: Tag) => {
      if (said && !bcp47.test(said))
        find({
          found: `“${said.slice(0, 40)}” is not a language`,
          expected: 'a tag of BCP 47, e.g. uk or en-GB',
          level: rfc3066.test(said) ? 'warning' : 'error',
          on: tag && pageOf(tag),
        });
    };
    look(lang);
    for (const tag of pdf.tags?.all ?? []) look(textAt(tag.dict, 'Lang'), tag);
    if (lang) return undefined;
    const expected = 'Lang, of the file or of what has the words';
    if (dictAt(dictAt(pdf.catalog, 'Outlines'), 'First'))
      find({ found: 'The file does not say what language it is in, nor do its bookmarks', expected: 'Lang' });
    for (const tag of pdf.tags?.all ?? [])
      if (['Alt', 'ActualText', 'E'].some((key) => textAt(tag.dict, key)) && !hasLanguage(tag))
        find({
          found: `The file does not say what language it is in, nor does a tag ${tag.name} with words`,
          expected,
          on: pageOf(tag),
        });
    const tagOf = tagFinder(pdf);
    let last: readonly MarkedSequence[] | undefined;
    return {
      text(shown) {
        if (shown.marks === last) return;
        last = shown.marks;
        const tag = tagOf(last);
        if (last.some((mark) => mark.tag === 'Artifact' || mark.lang) || (tag && hasLanguage(tag))) return;
        find({ found: 'The file does not say what language it is in, nor does its text', expected, on: shown });
      },
    };
  },
};

function hasLanguage(tag: Tag): boolean {
  for (let at: Tag | undefined = tag; at; at = at.parent) if (textAt(at.dict, 'Lang')) return true;
  return false;
}

/** Returns a function that finds the tag of marked content. */
function tagFinder({ tags }: Pdf): (marks: readonly MarkedSequence[]) => Tag | undefined {
  const byDict = new Map<PDFDict, Tag>((tags?.all ?? []).map((tag) => [tag.dict, tag]));
  return (marks) => {
    const mark = marks.findLast(({ id }) => id !== undefined);
    const dict = mark && tags?.parentOf(mark.row, mark.id);
    return dict && byDict.get(dict);
  };
}
