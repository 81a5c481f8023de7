/* `npm run bench` measures a whole build; `npm run bench -- lines` the setting of lines, with `--curve` how even they are against their hyphens, `-- pages` the making up of pages, `-- pdf` the finishing of PDFs, `-- epub` the e-book, `-- before COMMIT` the whole build beside an older one, `-- units` what a change in one article costs, `-- desk` what an editor waits for, `-- citations FILES` citations beside Pandoc's, `-- citing` what five hundred citations add, `-- formulas` what two hundred formulas add, `-- import` the import of a Word file beside Pandoc, `-- record` the JATS of an issue beside Pandoc’s, `-- compare` what a comparison costs beside a build and beside pictures of all pages, `-- languages` a page in each language beside XeLaTeX and Typst, and all of it beside other programs. */

const benches = [
  'issue',
  'lines',
  'pages',
  'pdf',
  'epub',
  'before',
  'units',
  'desk',
  'citations',
  'citing',
  'formulas',
  'import',
  'languages',
  'record',
  'compare',
];
const [name = 'issue'] = process.argv.slice(2);
if (name === 'lines' && process.argv.includes('--curve')) await import('./lines-curve.ts');
else if (benches.includes(name)) await import(`./${name}.ts`);
else {
  process.stderr.write(`There is no bench ${name}. There are: ${benches.join(', ')}.\n`);
  process.exitCode = 2;
}
