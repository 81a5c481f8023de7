import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { makeWord, paragraph, run, usualStyles } from '../import/word/make-word.ts';

/*
 * Times the import of a Word file of a hundred pages with three hundred notes, as a whole process, beside Pandoc, which
 * only converts it. `-- import FILE` takes another file, and `-- import FILE BIN` another Offprint, such as an installed
 * package. Both run in turn, so that what else the machine does falls on both.
 */

const folder = mkdtempSync(join(tmpdir(), 'offprint-bench-import-'));
const rounds = 5;

try {
  const named = process.argv[3];
  const file = named ? resolve(named) : join(folder, 'long.docx');
  if (!named) writeFileSync(file, longFile(100, 300));
  mkdirSync(join(folder, 'manuscripts'));
  writeFileSync(join(folder, 'manuscripts', 'journal.yaml'), 'title: Bench\nlang: en\n');
  const offprint = resolve(process.argv[4] ?? join(import.meta.dirname, '../../build/offprint.mjs'));
  const programs: [name: string, command: string, args: string[]][] = [
    ['offprint import', process.execPath, [offprint, 'import', file, '--accept-changes', '--quiet', '--as', 'long']],
    ['pandoc', 'pandoc', ['-f', 'docx', '-t', 'markdown', '--extract-media=media', '-o', 'long-by-pandoc.md', file]],
  ];
  const seconds = new Map<string, number[]>();
  for (let round = 0; round <= rounds; round++)
    for (const [name, command, args] of programs) {
      // Each import is the first of its article: a further one is merged with it.
      rmSync(join(folder, 'manuscripts', '2026-1'), { recursive: true, force: true });
      mkdirSync(join(folder, 'manuscripts', '2026-1'), { recursive: true });
      writeFileSync(join(folder, 'manuscripts', '2026-1', 'issue.yaml'), 'articles: []\n');
      const before = process.hrtime.bigint();
      const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
      if (status !== 0) throw new Error(`${name}: ${stdout}${stderr}`);
      // In the first round, programs are read from the disk.
      if (round > 0) seconds.set(name, [...(seconds.get(name) ?? []), Number(process.hrtime.bigint() - before) / 1e9]);
    }
  const medians = [...seconds].map(([name, all]) => {
    const sorted = all.toSorted((a, b) => a - b);
    const median = sorted[Math.floor(sorted.length / 2)] as number;
    process.stdout.write(`${name}: ${median.toFixed(2)} s (${sorted.map((one) => one.toFixed(2)).join(', ')})\n`);
    return median;
  });
  process.stdout.write(`${((medians[0] as number) / (medians[1] as number)).toFixed(2)} times the time of Pandoc\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** A Word file of so many pages and notes, with the marks of editing sessions that Word leaves in every run. */
function longFile(pages: number, notes: number): Uint8Array {
  const words =
    'the salt road went by the river and carts came with barrels from towns whose names nobody knows while clerks wrote what each paid in books that are still there'.split(
      ' ',
    );
  let place = 0;
  const text = (count: number): string =>
    Array.from({ length: count }, () => {
      place = (place * 7 + 3) % 997;
      return words[place % words.length] as string;
    }).join(' ');
  const language = '<w:lang w:val="en-GB"/>';
  const edited = (content: string): string =>
    content.replaceAll('<w:r>', '<w:r w:rsidR="00A1B2C3" w:rsidRPr="00D4E5F6">');
  const sentence = (): string =>
    `${run(`Then ${text(8)} `, language)}${run(text(3), `<w:i/>${language}`)}${run(` ${text(9)}. `, language)}`;
  const paragraphs: string[] = [];
  const bodies: string[] = [];
  const all = pages * 5;
  for (let i = 0; i < all; i++) {
    if (i % 20 === 0) paragraphs.push(paragraph(run(`Of ${text(3)}`), '<w:pStyle w:val="H1"/>'));
    let content = Array.from({ length: 3 }, sentence).join('');
    if (Math.floor(((i + 1) * notes) / all) > Math.floor((i * notes) / all)) {
      const id = bodies.length + 2;
      bodies.push(`<w:footnote w:id="${id}">${paragraph(`<w:r><w:footnoteRef/></w:r>${sentence()}`)}</w:footnote>`);
      content += `<w:r><w:rPr><w:rStyle w:val="FnRef"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`;
    }
    paragraphs.push(paragraph(content, '<w:spacing w:line="360"/><w:jc w:val="both"/>'));
  }
  return makeWord({ body: edited(paragraphs.join('')), footnotes: edited(bodies.join('')), styles: usualStyles });
}
