import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Words that stand on the pages of a PDF, each only once: their page, counted from 1, and the half of it. */
export type MarksOnPages = ReadonlyMap<string, { page: number; half: 'left' | 'right' }>;

const filler =
  'the press waits for paper and for people who read what was set before it is inked and pulled again'.split(' ');

/** Makes a journal in a folder, whose lines have a mark each: `M17`. Lists, tables, quotes, verse and notes run over lines. */
export async function makeMarkedJournal(root: string): Promise<void> {
  let mark = 0;
  const line = (words = 9) => {
    const from = mark % filler.length;
    return [`M${++mark}`, ...[...filler, ...filler].slice(from, from + words)].join(' ');
  };
  const lines = (count: number, ...begin: string[]) =>
    Array.from({ length: count }, (_, i) => `${begin[Math.min(i, begin.length - 1)] ?? ''}${line()}`).join('\n');
  const table = (rows: number) =>
    ['| one | two |', '|---|---|', ...Array.from({ length: rows }, () => `| ${line(3)} | *${line(2)}* |`)].join('\n');
  const part = (n: number) => `## ${line(3)}

${lines(14)}
and “quoted” words, 1914-1918 -- ${line(4)}.[^n${n}] ${line(3)}

- ${lines(6, '', '  ')}
- ${lines(5, '', '  ')}
  1. ${lines(4, '', '     ')}

> ${lines(8, '', '> ')}
>
> ${lines(6, '', '> ')}

:::verse
${lines(4, '', '  ')}

${lines(5)}
:::

<!-- ${line(4)} -->

${table(7)}
${n % 2 ? `\nTable: ${line(4)} {#tbl-${n}}\n` : ''}
${lines(9)}

[^n${n}]: ${lines(5, '', '    ')}
`;
  const article = (title: string, from: number) =>
    `---\ntitle: ${title}\nauthors:\n  - name: Jane Roe\nabstract: Of little.\n---\n\n${[0, 1, 2, 3].map((n) => part(from + n)).join('\n')}`;
  const folder = join(root, 'manuscripts', '2026-1');
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(root, 'manuscripts', 'journal.yaml'),
    'title: Marks\nshort: Marks\nlang: en\npublisher:\n  name: Nobody\ncontacts:\n  email: a@example.org\neditors:\n  - name: Jane Roe\nboard:\n  title: Board\n  members:\n    - name: Jane Roe\n',
  );
  await writeFile(
    join(folder, 'issue.yaml'),
    'volume: 1\nnumber: 1\ndate: 2026-01\ncontents:\n  - articles:\n      - one.md\n      - two.md\n',
  );
  await writeFile(join(folder, 'one.md'), article('First marks', 0));
  await writeFile(join(folder, 'two.md'), article('Second marks', 4));
}

/** Finds the marks in a PDF. */
export async function marksIn(pdf: Uint8Array): Promise<MarksOnPages> {
  const marks = new Map<string, { page: number; half: 'left' | 'right' }>();
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise;
  try {
    for (let page = 1; page <= document.numPages; page++) {
      const one = await document.getPage(page);
      const middle = (one.view[2] ?? 0) / 2;
      for (const item of (await one.getTextContent()).items) {
        if (!('str' in item)) continue;
        const half = (item.transform as number[])[4] as number;
        for (const [word] of item.str.matchAll(/\bM\d+\b/g))
          marks.set(word, { page, half: half < middle ? 'left' : 'right' });
      }
    }
    return marks;
  } finally {
    await document.destroy();
  }
}
