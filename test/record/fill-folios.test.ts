import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { fillHeadings } from '../../build/record/fill-folios.ts';
import { folioText } from '../../build/record/folio-text.ts';
import { article, issueOf } from '../epub/sample.ts';

const folios: Record<string, string> = { a: '7', b: '7', c: '9', d: '12', front: '' };
const at = (of: string, to?: string) => folioText(of, to, (id) => folios[id]);

test('a page, and the end of a range, which is nothing on the same page', () => {
  assert.is(at('a'), '7');
  assert.is(at('a', 'c'), '–9');
  assert.is(at('a', 'b'), '');
  assert.is(at('c', 'a'), '', 'a figure may stand on an earlier page');
  assert.is(at('a', 'd c b'), '–12', 'the last of several');
  assert.is(at('a', 'nowhere'), undefined);
  assert.is(at('nowhere', 'a'), undefined);
  assert.is(at('front'), '');
});

test('headings that refer to a page have it in contents and bookmarks, or what stands there by name', () => {
  const heading =
    '<h2 id="a1--x">As on <a class="page-reference" href="#a">pp. <span class="folio" data-of="a">?</span>' +
    '<span class="folio" data-of="a" data-to="c">?</span></a></h2><h2 id="a1--y">Plain</h2>';
  const headings = () => {
    const issue = issueOf([article(1, { front: { authors: [] }, title: 'A', body: heading })]);
    const [one] = issue.articles;
    const tree = one?.body.children[0];
    assert.ok(one && tree?.type === 'element');
    const span = (node: (typeof tree.children)[number]) =>
      node.type === 'element' && node.tagName === 'a' ? { ...node, tagName: 'span' } : node;
    one.headings = [{ id: 'a1--x', level: 2, title: { tree: tree.children.map(span), text: 'As on pp. ??' } }];
    return issue;
  };
  const filled = headings();
  fillHeadings(filled, folios);
  assert.is(filled.articles[0]?.headings[0]?.title.text, 'As on pp. 7–9');
  const named = headings();
  fillHeadings(named, {}, (id) => `the name of ${id}`);
  assert.is(named.articles[0]?.headings[0]?.title.text, 'As on the name of a');
});

test.run();
