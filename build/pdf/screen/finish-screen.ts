import type { Issue } from '../../issue/model.ts';
import { type TermsBook, termsFor } from '../../theme/terms.ts';
import { issueBookmarks, placeFinder } from '../bookmarks.ts';
import { cutToTrim } from '../boxes.ts';
import { describeIssue } from '../document-facts.ts';
import { finishReadable } from '../finish-readable.ts';
import { keepPages } from '../keep-pages.ts';
import { linkNamer } from '../link-names.ts';
import type { PrintedIssue } from '../make-print.ts';
import { pageLabels } from '../page-labels.ts';
import { printedFile } from '../printed-file.ts';
import { markedPage } from '../tags/marked-pages.ts';
import { tagsOfFirstPages } from '../tags/read-printed-tags.ts';

/** Makes the screen PDF of an issue from the printed pages, with page labels, tags, bookmarks, links and metadata. */
export async function finishScreen(issue: Issue, printed: PrintedIssue, terms: TermsBook): Promise<Uint8Array> {
  const { pdf, pages, tags: plan } = printed;
  const words = termsFor(terms, issue.journal.lang);
  const file = printedFile(pdf);
  const document = file.open();
  keepPages(document, 0, pages.count);
  await file.fitToScreen(document);
  cutToTrim(document, pages.trimming);
  const nameOf = linkNamer(issue, terms);
  const folios = pages.list.map(({ folio }) => folio);
  return finishReadable(document, {
    pages: new Map(document.getPages().entries()),
    plan,
    printed: tagsOfFirstPages(pages.count, file.tags()),
    resolveLink: (target) => ({ target, name: nameOf(target) }),
    shared: {
      keep: (number, streams) => {
        const marked = markedPage(document, streams);
        if (marked) file.marked.set(number, marked);
      },
    },
    labels: pageLabels(folios, words.cover ?? ''),
    bookmarks: (places) => issueBookmarks(issue, words, placeFinder(plan, places), document),
    about: describeIssue(issue, words),
    seed: pdf,
  });
}
