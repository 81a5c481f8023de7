import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { contents, emptyFolder, fixtures, journal } from './folders.ts';
import { offprint } from './offprint.ts';

/*
 * What a build says, and where it puts what it makes.
 */

test('build: stages and place, diagnostics and results on streams of their own', async () => {
  const root = await journal('manuscript-not-listed');
  const { code, stdout, stderr } = await offprint(['build', '--only', 'epub'], root);
  assert.is(code, 0);
  assert.is(stdout, '2026-1: dist/2026-1/\n');
  assert.match(stderr, /^2026-1\n {2}Reading manuscripts\n {2}Setting in type\n/);
  assert.match(stderr, / warning third\.md stands in the folder.*\n[\s\S]*\n1 warning\n$/);
  assert.not.ok(stderr.includes('\u001b'), 'no colour and no cursor movement in a log');
  assert.equal(Object.keys(await contents(join(root, 'dist'))), ['2026-1/manifest.json', '2026-1/notes-2026-1.epub']);
});

test('--strict: a warning fails the build', async () => {
  const root = await journal('manuscript-not-listed');
  const { code, stdout, stderr } = await offprint(['build', '--only', 'epub', '--strict'], root);
  assert.is(code, 1);
  assert.is(stdout, '2026-1: nothing was written\n');
  assert.match(stderr, /\n2026-1: nothing was written, for --strict takes warnings for errors\.\n$/);
  assert.equal(await contents(join(root, 'dist')), {});
  assert.is((await offprint(['check', '--strict'], root)).code, 1);
});

test('--quiet: nothing but errors and warnings', async () => {
  const { code, stdout, stderr } = await offprint(['check', '--quiet'], await journal());
  assert.equal({ code, stdout, stderr }, { code: 0, stdout: '', stderr: '' });
});

test('check: says that all is well', async () => {
  const { code, stdout } = await offprint(['check'], await journal());
  assert.is(code, 0);
  assert.is(stdout, '2026-1: no errors\n');
});

test('--json: one object, whatever happens', async () => {
  const good = await offprint(['build', '--only', 'epub', '--json'], await journal(), { GITHUB_ACTIONS: 'true' });
  assert.is(good.stderr, '');
  assert.equal(JSON.parse(good.stdout), {
    ok: true,
    issues: [{ issue: '2026-1', ok: true, folder: 'dist/2026-1' }],
    diagnostics: [],
  });

  const bad = await offprint(['check', '--json'], await journal('unknown-key-author'));
  assert.is(bad.code, 1);
  assert.is(bad.stderr, '');
  assert.equal(JSON.parse(bad.stdout), {
    ok: false,
    issues: [{ issue: '2026-1', ok: false }],
    diagnostics: [
      {
        file: 'manuscripts/2026-1/second.md',
        line: 5,
        column: 5,
        level: 'error',
        rule: 'key-known',
        found: 'Unknown key "afiliation"',
        expected:
          'one of name, given, family, honorific, affiliation, country, ror, affiliations, orcid, roles, email, note, bio, corresponding',
        fix: 'Did you mean "affiliation"?',
      },
    ],
  });

  for (const args of [
    ['check', '7', '--json'],
    ['build', '--json', '--fast'],
    ['build', '--json', '--only', 'x'],
  ]) {
    const usage = await offprint(args, await journal());
    assert.is(usage.code, 2);
    const { ok, error } = JSON.parse(usage.stdout);
    assert.is(ok, false);
    assert.type(error, 'string');
  }
});

test('GitHub Actions: annotations beside the lines, by paths from the workspace', async () => {
  const root = await journal('missing-manuscript');
  const env = { GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: root };
  const { code, stdout } = await offprint(['check', '--root', '..'], join(root, 'manuscripts'), env);
  assert.is(code, 1);
  assert.is(
    stdout,
    [
      '::warning file=manuscripts/2026-1/issue.yaml,line=5,col=3,title=article-listed::second.md stands in the folder, but not in the contents%0AAdd it under contents:, or move it out of manuscripts/2026-1/.',
      '::error file=manuscripts/2026-1/issue.yaml,line=8,col=9,title=file-exists::There is no file manuscripts/2026-1/secund.md%0ADid you mean second.md?',
      '',
    ].join('\n'),
  );
});

test('several issues: each for itself, and what they share told once', async () => {
  const root = await journal('unknown-key-journal');
  await cp(join(root, 'manuscripts/2026-1'), join(root, 'manuscripts/2026-2'), { recursive: true });
  const shared = await offprint(['check'], root);
  assert.is(shared.code, 1);
  assert.is(shared.stderr.split('Unknown key').length, 2);
  assert.match(shared.stderr, '\n2 errors\n');

  await cp(join(fixtures, 'good/manuscripts/journal.yaml'), join(root, 'manuscripts/journal.yaml'));
  await rm(join(root, 'manuscripts/2026-1/second.md'));
  const built = await offprint(['build', '--only', 'epub'], root);
  assert.is(built.code, 1);
  assert.is(built.stdout, '2026-1: nothing was written\n2026-2: dist/2026-2/\n');
  const named = await offprint(['build', '--only', 'epub', 'manuscripts/2026-2/', '--json'], root);
  assert.equal(JSON.parse(named.stdout).issues, [
    { issue: '2026-2', ok: true, folder: 'dist/2026-2', unchanged: true },
  ]);
});

test('--root and --out: from another folder, with spaces and Cyrillic in the paths', async () => {
  const base = await emptyFolder();
  const root = join(base, 'Мої записки');
  await rename(await journal('unknown-key-author'), root);
  await mkdir(join(base, 'elsewhere'));
  const bad = await offprint(['build', '--root', '../Мої записки', '--quiet'], join(base, 'elsewhere'));
  assert.match(bad.stderr, /^\.\.\/Мої записки\/manuscripts\/2026-1\/second\.md:5:5 error /);

  await cp(join(fixtures, 'good'), root, { recursive: true });
  await rename(join(root, 'manuscripts/2026-1'), join(root, 'manuscripts/весна 2026'));
  const args = ['build', '--only', 'epub', '--root', '../Мої записки', '--out', 'готове все'];
  const good = await offprint(args, join(base, 'elsewhere'));
  assert.is(good.code, 0);
  assert.is(good.stdout, 'весна 2026: готове все/весна 2026/\n');
  assert.equal(Object.keys(await contents(join(base, 'elsewhere'))), [
    'готове все/весна 2026/manifest.json',
    'готове все/весна 2026/notes-vesna-2026.epub',
  ]);
});

test.run();
