import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { emptyFolder, journal } from './folders.ts';
import { offprint } from './offprint.ts';

const root = await journal();

/** Arguments, and what is said of them. All of it is wrong usage. */
const wrong: [string[], RegExp][] = [
  [[], /^Usage: offprint/],
  [['biuld'], /unknown command 'biuld'\n\(Did you mean build\?\)/],
  [['build', '--fast'], /unknown option '--fast'/],
  [['build', '--ouput', 'x'], /unknown option '--ouput'/],
  [['build', '--only'], /argument missing/],
  [
    ['build', '--only', 'epbu'],
    /^There is no edition epbu\. Did you mean epub\? There are: epub, print, screen, offprints, jats, web, crossref, doaj, datacite, ojs, by-template\.\n$/,
  ],
  [
    ['build', '--only', ','],
    /^--only wants an edition: epub, print, screen, offprints, jats, web, crossref, doaj, datacite, ojs, by-template\.\n$/,
  ],
  [['build', '2026-2'], /^There is no issue 2026-2\. Did you mean 2026-1\? There is: 2026-1\.\n$/],
  [['check', 'spring'], /^There is no issue spring\. There is: 2026-1\.\n$/],
  [['check', 'a.pdf', '2026-1'], /^Check issues or finished files, not both at once: 2026-1 is neither a PDF/],
  [['check', 'a.pdf', '--for', 'paper'], /^A PDF is for print or for screen, not for paper: say --for print/],
  [
    ['check', '2026-1', '--for', 'print'],
    /^--for says what a finished PDF is for: offprint check FILE\.pdf --for print\.\n$/,
  ],
  [['check', '--root', 'nowhere'], /^There is no folder nowhere\.\n$/],
  [
    ['check', '--root', 'manuscripts'],
    /has no folder manuscripts\/\. Go to the journal’s folder, or name it with --root/,
  ],
  [['new'], /missing required argument/],
  [['new', 'book'], /^There is no new book\. There are: new journal, new issue, new article\.\n$/],
  [['new', 'article'], /^Name the article by its title/],
  [['new', 'article', 'X', '--issue', '7'], /^There is no issue 7\. There are: 2026-1\.\n$/],
  [['new', 'issue', '../x'], /^"\.\.\/x" cannot name an issue’s folder/],
  [['preview', '2026-2'], /^There is no issue 2026-2\. Did you mean 2026-1\? There is: 2026-1\.\n$/],
  [['preview', '--port', 'x'], /^--port wants a number from 1 to 65535, or 0 for any that is free; not x\.\n$/],
  [['preview', '--at', 'first.md'], /^first\.md is no place: write the file and a line: --at manuscripts\//],
  [['explain', 'note-onec'], /^There is no rule note-onec\. Did you mean note-once\?/],
];
for (const [args, message] of wrong) {
  const run = offprint(args, root);
  test(`wrong usage: offprint ${args.join(' ')}`, async () => {
    const { code, stdout, stderr } = await run;
    assert.is(code, 2);
    assert.is(stdout, '');
    assert.match(stderr, message);
    assert.not.match(stderr, /^ +at /m);
  });
}

test('a journal without an issue', async () => {
  const empty = await emptyFolder();
  assert.is((await offprint(['new', 'journal'], empty)).code, 0);
  const { code, stderr } = await offprint(['build'], empty);
  assert.is(code, 2);
  assert.match(
    stderr,
    /^There is no issue: no folder in manuscripts\/ has an issue\.yaml\. `offprint new issue 2026-1` makes one\.\n$/,
  );
});

test('--help and --version', async () => {
  const help = await offprint(['build', '--help'], root);
  assert.is(help.code, 0);
  for (const option of ['--root', '--out', '--only', '--strict', '--quiet', '--json'])
    assert.match(help.stdout, option);
  const version = await offprint(['--version'], root);
  assert.is(version.code, 0);
  assert.match(version.stdout, /^\d+\.\d+\.\d+\n$/);
});

test('explain: one rule, or all', async () => {
  const one = await offprint(['explain', 'note-once'], root);
  assert.is(one.code, 0);
  assert.is(
    one.stdout,
    'note-once (error)\n  A note is defined once.\n  Of two notes under one label, one would be lost.\n',
  );
  const all = await offprint(['explain'], root);
  assert.is(all.code, 0);
  assert.match(all.stdout, /^file-exists \(error\)\n/);
  assert.match(all.stdout, one.stdout);
});

test.run();
