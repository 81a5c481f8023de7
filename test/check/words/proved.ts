import { readPdf } from '../../../build/check/pdf/read-pdf.ts';
import { galleyTexts } from '../../../build/check/words/galley-texts.ts';
import { type PaintedTexts, textsOf } from '../../../build/check/words/painted-texts.ts';
import { proveWords } from '../../../build/check/words/prove-words.ts';
import { checkIssue } from '../../../build/check-issue.ts';
import { openRepository } from '../../../build/repository.ts';
import { changed, type Open } from '../pdf/change.ts';

/** What is said of the words of a PDF of an issue after a change, and the texts that it has then. `record` is the issue’s page record. */
export async function provedAfter(
  root: string,
  { name, bytes, record }: { name: string; bytes: Uint8Array; record: Uint8Array },
  change: (open: Open) => void,
): Promise<{ said: string[]; texts: PaintedTexts }> {
  const { inType, files } = await checkIssue('2026-1', await openRepository(root), (_, work) => work());
  if (!inType?.style) throw new Error('The journal cannot be read');
  const { issue, style, house } = inType;
  for (const file of files) file.messages.length = 0;
  const folios = JSON.parse(Buffer.from(record).toString()).ids;
  const pdf = await readPdf(await changed(bytes, change));
  const texts = textsOf(pdf);
  const offprint = issue.articles.find((article) => name === `offprints/${article.name}.pdf`);
  if (pdf.tags)
    proveWords(
      {
        name,
        tags: pdf.tags,
        texts,
        articles: offprint ? [offprint] : issue.articles,
        folios,
        galley: await galleyTexts(issue, style, house, folios),
        offprint: offprint !== undefined,
      },
      issue,
    );
  const said = files.flatMap((file) =>
    file.messages.map((message) => `${file.basename}:${message.line}: ${message.reason}`),
  );
  return { said, texts };
}
