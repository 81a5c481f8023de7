/* `npm run bench` measures a whole build; `npm run bench -- lines` the setting of lines, `-- pages` the making up of pages, `-- pdf` the finishing of PDFs. */

const benches = ['issue', 'lines', 'pages', 'pdf'];
const [name = 'issue'] = process.argv.slice(2);
if (benches.includes(name)) await import(`./${name}.ts`);
else {
  process.stderr.write(`There is no bench ${name}. There are: ${benches.join(', ')}.\n`);
  process.exitCode = 2;
}
