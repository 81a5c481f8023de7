import { type Declaration, parse, type Rule } from 'postcss';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { offprintRoot, openRepository } from '../../build/disk/repository.ts';
import { readStyle } from '../../build/styles/style.ts';

/*
 * The colours of the e-book on the papers that readers have. Text of ours needs 4.5 to 1, rules and borders 3 to 1 (WCAG 2.2, 1.4.3 and 1.4.11), by their formula.
 */

const papers = { light: ['#ffffff', '#f4ecd8'], dark: ['#000000', '#121212', '#2b2b2b'] };
const repository = await openRepository(offprintRoot);

function luminance(colour: string): number {
  const hex =
    /^#(.)(.)(.)$/
      .exec(colour)
      ?.slice(1)
      .map((digit) => digit + digit) ??
    colour.slice(1).match(/../g) ??
    [];
  const [r = 0, g = 0, b = 0] = hex.map((part) => {
    const value = Number.parseInt(part, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

interface Use {
  selector: string;
  kind: 'text' | 'rule' | 'ground';
  colour: string;
}

/** Which colours a stylesheet gives to what. */
function uses(css: string, dark: boolean): Use[] {
  const found: Use[] = [];
  parse(css).walkDecls((declaration: Declaration) => {
    const rule = declaration.parent as Rule;
    if (rule.type !== 'rule') return;
    const media = rule.parent?.type === 'atrule' ? (rule.parent as unknown as { params: string }).params : '';
    if (media.includes('dark') !== dark) return;
    const [colour] = declaration.value.match(/#[0-9a-f]{3,6}\b/i) ?? [];
    if (!colour) return;
    const kind = declaration.prop === 'color' ? 'text' : declaration.prop.startsWith('border') ? 'rule' : 'ground';
    for (const selector of rule.selectors) found.push({ selector, kind, colour });
  });
  return found;
}

for (const name of ['quarterly', 'essay']) {
  test(`${name}: what has a colour can be seen, on white and on black`, async () => {
    const { css } = await readStyle(repository, name, 'epub');
    const light = uses(css, false);
    const dark = uses(css, true);
    assert.ok(light.some(({ kind }) => kind === 'rule'));
    for (const { selector, kind, colour } of light) {
      if (kind === 'ground') continue;
      const least = kind === 'text' ? 4.5 : 3;
      for (const paper of papers.light)
        assert.ok(contrast(colour, paper) >= least, `${selector}: ${colour} on ${paper}`);
      const own = dark.find((one) => one.selector === selector && one.kind === kind)?.colour ?? colour;
      for (const paper of papers.dark) assert.ok(contrast(own, paper) >= least, `${selector}: ${own} on ${paper}`);
    }
  });
}

test('the formula is that of WCAG', () => {
  assert.is(contrast('#000', '#ffffff'), 21);
  assert.is(contrast('#767676', '#fff').toFixed(2), '4.54');
});

test.run();
