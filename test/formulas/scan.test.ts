import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { formulaEnd } from '../../build/manuscript/constructs/formulas/scan.ts';

/** The formula that begins at the first dollar sign of a text. */
function formulaIn(text: string): string | undefined {
  const from = text.indexOf('$');
  const end = formulaEnd(text, from);
  return end === undefined ? undefined : text.slice(from, end);
}

const formulas: [text: string, formula: string | undefined][] = [
  ['$x$', '$x$'],
  ['of $5$ only', '$5$'],
  ['$2\\times 3$', '$2\\times 3$'],
  ['$0.5-0.7$', '$0.5-0.7$'],
  ['CO$_2$', '$_2$'],
  ['$a$$b$', '$a$'],
  ['$$a$$', '$$a$$'],
  ['$a\\$b$', '$a\\$b$'],
  ['$\\text{if $a$ holds} x$ and $y$', '$\\text{if $a$ holds} x$'],
  ['$a\nb$', '$a\nb$'],
  ['costs $5 and $10', undefined],
  ['US$5 and more than A$, or so', undefined],
  ['$5 bis 7 US$ je', undefined],
  ['$ x$', undefined],
  ['$x $', undefined],
  ['$x$5', undefined],
  ['$$', undefined],
  ['$$ $$', undefined],
  ['$x', undefined],
  [`$${'x'.repeat(6000)}$`, undefined],
];
for (const [text, formula] of formulas)
  test(text.slice(0, 40).replace('\n', ' '), () => assert.is(formulaIn(text), formula));

test.run();
