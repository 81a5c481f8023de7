import { VFile } from 'vfile';
import type { Root } from 'xast';
import type { PdfPart } from '../../../build/check/pdf/pdf-part.ts';
import { galleyTexts } from '../../../build/check/words/galley-texts.ts';
import { type PaintedTexts, paintedTextsOf } from '../../../build/check/words/painted-texts.ts';
import { wordsProver } from '../../../build/check/words/prove-pdf.ts';
import { checkIssue } from '../../../build/check-issue.ts';
import { openRepository } from '../../../build/disk/repository.ts';
import { walkPages } from '../../../build/pdf-reading/content/walk.ts';
import { readPdf } from '../../../build/pdf-reading/read-pdf.ts';
import { changed, type Open } from '../pdf/change.ts';

/**
 * Returns the reports about the words of a PDF of an issue after a change, and its texts then. `record` is the issue’s
 * page record.
 */
export async function provedAfter(
  root: string,
  {
    name,
    bytes,
    record,
    composed,
  }: { name: string; bytes: Uint8Array; record: Uint8Array; composed?: readonly string[] },
  change: (open: Open) => void,
): Promise<{ said: string[]; texts: PaintedTexts }> {
  const { inType, files } = await read(root);
  const style = inType?.styles.get('print');
  if (!inType || !style) throw new Error('The journal cannot be read');
  const { issue, theme } = inType;
  for (const file of files) file.messages.length = 0;
  const folios = JSON.parse(Buffer.from(record).toString()).ids;
  const pdf = await readPdf(await changed(bytes, change));
  const sheet = async (): Promise<Root> => ({ type: 'root', children: [] });
  const galley = () => galleyTexts(issue, style, theme, folios);
  const asked = {
    issue,
    record: JSON.parse(Buffer.from(record).toString()),
    hasCover: false,
    coverSheet: sheet,
    galley,
  };
  const look = wordsProver({ ...asked, repeatsReports: true }).begin(partOf(name));
  walkPages(pdf.pages, [look.watcher]);
  const file = new VFile({ path: name });
  await look.prove(pdf, { path: name, file, ...(composed ? { composed } : {}) });
  const texts = paintedTextsOf(pdf);
  const said = [...files, file].flatMap((file) =>
    file.messages.map((message) => `${file.basename}:${message.line}: ${message.reason}`),
  );
  return { said, texts };
}

/** What a PDF is of the issue, by its name. */
function partOf(name: string): PdfPart {
  const [, offprint] = /^offprints\/(.*)\.pdf$/.exec(name) ?? [];
  return offprint ? { offprint } : name.endsWith('-screen.pdf') ? 'screen' : 'print';
}

const known = new Map<string, ReturnType<typeof checkIssue>>();

/** The issue of a journal, in type, read once. */
async function read(root: string): ReturnType<typeof checkIssue> {
  const issue = known.get(root) ?? checkIssue('2026-1', await openRepository(root), (_, work) => work());
  known.set(root, issue);
  return issue;
}
