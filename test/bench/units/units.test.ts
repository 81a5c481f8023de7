import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { aims, verdict } from './aims.ts';
import { predicted } from './predict.ts';
import { readStat, treeOf } from './process-tree.ts';
import { run } from './run.ts';
import { withWordChanged } from './trial-journal.ts';

test('an aim is met at its very figure, and missed above', () => {
  const aim = aims.find(({ row, articles, of }) => row === 'screen' && articles === 9 && of === 'typst');
  if (!aim) throw new Error('no such aim');
  assert.match(verdict(aim, 2000, 1000) ?? '', /^met {5}9 articles, .*: 2\.00 × typst/);
  assert.match(verdict(aim, 2010, 1000) ?? '', /^missed {2}9 articles/);
  assert.is(verdict(aim, undefined, 1000), undefined);
  assert.is(verdict(aim, 1000, undefined), undefined);
});

test('the name of a process may have brackets and spaces', () => {
  const line = '42 (a) (b c) S 7 42 42 0 -1 4194304 100 0 0 0 12 3 40 5 20 0 1 0 100 1000 200';
  assert.equal(readStat(line), { pid: 42, parent: 7, name: 'a) (b c', cpu: 150, ended: 450 });
});

test('a tree has what was started, and what lost its parent', () => {
  const one = (pid: number, parent: number) => ({ pid, parent, name: '', cpu: 0, ended: 0 });
  const all = [one(5, 3), one(3, 2), one(2, 1), one(9, 1), one(8, 1)];
  assert.equal(
    treeOf(2, all, [8]).map(({ pid }) => pid),
    [5, 3, 2, 8],
  );
});

test('a changed word is another one of the text, each time, and nothing else changes', () => {
  const text = `---\ntitle: A\n---\n\nShort one here.\n\n${'The press waits while other words stand there quite still. '.repeat(6)}\n`;
  const changed = [0, 1, 2].map((round) => withWordChanged(text, round));
  assert.is(new Set([text, ...changed]).size, 4);
  for (const one of changed) {
    const [before, after] = [text, one].map((all) => all.split(' '));
    assert.is(after?.filter((word, i) => word !== before?.[i]).length, 1);
  }
});

if (process.platform === 'linux')
  test('a run has its time, its processor time, its memory, and its stages', async () => {
    const code = `process.stderr.write('  Reading all\\n'); const end = Date.now() + 400; while (Date.now() < end); process.stderr.write('  Writing all\\n'); setTimeout(() => console.log('done'), 100);`;
    const { wall, main, memory, stages, output } = await run(process.execPath, ['-e', code]);
    assert.is(output, 'done\n');
    assert.is(memory, 0);
    assert.ok(wall > 400);
    assert.ok(main > 0);
    assert.equal(
      stages.map(({ name }) => name),
      ['Starting', 'Reading all', 'Writing all'],
    );
    assert.ok(Math.abs(stages.reduce((sum, stage) => sum + stage.wall, 0) - wall) < 1e-6);
    assert.ok((await run(process.execPath, ['-e', code], { memory: true })).memory > 1e6);
    try {
      await run(process.execPath, ['-e', 'process.exit(3)']);
      assert.unreachable();
    } catch (error) {
      assert.match((error as Error).message, /ends with 3/);
    }
  });

test('time is predicted for other numbers of cores from what stages of two journals took', () => {
  const stage = (name: string, main: number, others: number, browser: number) => ({
    name,
    wall: 0,
    main,
    others,
    browser,
  });
  const small = [stage('Starting', 500, 0, 0), stage('Printing', 100 + 9 * 20, 9 * 10, 9 * 100)];
  const large = [stage('Starting', 500, 0, 0), stage('Printing', 100 + 90 * 20, 90 * 10, 90 * 100)];
  const at = (cores: number) => predicted({ count: 9, stages: small }, { count: 90, stages: large }, 90, cores);
  // On one core nothing is beside anything.
  assert.ok(Math.abs(at(1) - (500 + 100 + 90 * 130)) < 1e-6);
  for (const [fewer, more] of [
    [1, 2],
    [2, 4],
    [4, 8],
  ] as const)
    assert.ok(at(more) < at(fewer));
  // What the main thread does is left.
  assert.ok(at(64) >= 500 + 100 + 90 * 20);
});

test.run();
