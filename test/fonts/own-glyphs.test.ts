import subsetFont from 'subset-font';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { offprintRoot, openRepository } from '../../build/disk/repository.ts';
import { editedPart, editsOf, markGlyphs, markSmallCapitals } from '../../build/fonts/mark-glyphs.ts';
import { type Face, readStyle } from '../../build/styles/style.ts';

const test = suite('fonts/own-glyphs');

const { css, faces } = await readStyle(await openRepository(offprintRoot), 'quarterly', 'print');

/** The contents of what is marked, by kind: `sup:10`. */
function marked(body: string, of: readonly Face[] = faces, sheet = css, lang = 'en'): string[] {
  const document = `<html lang="${lang}"><body><div class="body">${body}</div></body></html>`;
  const marks = markGlyphs(document, fromXml(document), { css: sheet, faces: [...of] });
  const made = editedPart(document, editsOf(marks, marks.callsAreReal));
  const found: string[] = [];
  const visit = (node: Element | Root): void => {
    for (const child of node.children as Root['children']) {
      if (child.type !== 'element') continue;
      if (child.attributes.class?.split(' ').includes('real')) found.push(wordsOf(child));
      visit(child);
    }
  };
  visit(fromXml(made));
  // Nothing but classes is added.
  assert.is(made.replace(/ class="real"| real(?=")/g, ''), document);
  return found;
}

function wordsOf({ children }: Element): string {
  return children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? wordsOf(child) : ''))
    .join('');
}

/** The text faces without some features, as many faces are. */
async function without(...features: string[]): Promise<Face[]> {
  const keepFeatures = ['kern', 'onum', 'sups', 'subs', 'smcp', 'c2sc'].filter((one) => !features.includes(one));
  return Promise.all(
    faces.map(async (face) =>
      face.family === 'Source Serif 4'
        ? {
            ...face,
            data: new Uint8Array(
              await subsetFont(Buffer.from(face.data), letters, { targetFormat: 'truetype', keepFeatures }),
            ),
          }
        : face,
    ),
  );
}
const letters = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ+-−,. макс';

const call = (number: number) => `<a class="call" href="#n">${number}</a>`;

test('a run is real where the face has a glyph for every character of it', () => {
  assert.equal(
    marked(
      '<p>10<sup>6</sup>, 1<sup>er</sup>, x<sup>n+1</sup>, a<sup>макс</sup>, H<sub>2</sub>O, v<sub>max</sub>, x<sub>i,j</sub></p>',
    ),
    ['6', 'er', '2'],
  );
});

test('each text of a run is judged in the face that sets it', () => {
  assert.equal(marked('<p>x<sup><em>n</em>2</sup>, x<sup><code>n+</code></sup></p>'), ['n2']);
  assert.equal(marked('<h2>x<sup>−1</sup></h2><p>x<sup>−1</sup></p>'), ['−1'], 'the sans has a minus, the serif none');
});

test('small capitals: in upright letters, not in italics, and not where a letter has none', () => {
  assert.equal(
    marked(
      '<p><span class="smallcaps">Nato</span> <span class="smallcaps">НАТО</span> <em><span class="smallcaps">nato</span></em></p><h3><span class="smallcaps">Nato</span></h3>',
    ),
    ['Nato', 'НАТО'],
  );
});

test('calls are of one manner in all of an issue', async () => {
  const body = `<p>a${call(1)} b${call(2)}</p><h2>c${call(3)}</h2>`;
  assert.equal(marked(body), ['1', '2', '3']);
  const lacking = await without('sups');
  assert.equal(marked(body, lacking), []);
  assert.equal(marked('<p>x<sup>2</sup></p><h2>x<sup>2</sup></h2>', lacking), ['2'], 'the sans of headings has them');
});

test('a language for which a face has no rules is set by those of its script', () => {
  const body = '<p>x<sup>2</sup></p>';
  assert.equal(marked(body, faces, css, 'uk'), ['2']);
  assert.equal(marked(body, faces, css, 'mk'), [], 'the serif has rules for Macedonian, and no figures in them');
});

test('what a style sets in another face is judged in that', () => {
  const ours = `${css} .kind-review { --text-face: "Source Code Pro" } .review p { font-family: var(--text-face) }`;
  const body =
    '<div class="kind-review review"><p>x<sup>A</sup></p></div><div class="review"><p>x<sup>A</sup></p></div>';
  assert.equal(marked(body, faces, ours).length, 1);
});

test('a letter whose form in a language has no small capital is none, nor the words around it', async () => {
  const essay = await readStyle(await openRepository(offprintRoot), 'essay', 'print');
  const body = '<p><span class="smallcaps">DER MÜLLER</span> <span class="smallcaps">Der Müller</span></p>';
  const found = (lang: string) => marked(body, essay.faces, essay.css, lang);
  assert.equal(found('en'), ['DER MÜLLER', 'Der Müller']);
  assert.equal(found('de'), ['Der Müller']);
});

test('of a document for readers, small capitals alone are marked, by the faces that it has', async () => {
  const essay = await readStyle(await openRepository(offprintRoot), 'essay', 'epub');
  const document = (lang: string, kind: string) =>
    `<html lang="${lang}"><body><p>x<sup>2</sup> <span class="${kind}">DER MÜLLER</span></p></body></html>`;
  for (const [lang, kind] of [
    ['en', 'smallcaps real'],
    ['de', 'smallcaps'],
  ] as const) {
    const plain = document(lang, 'smallcaps');
    assert.is(markSmallCapitals(plain, fromXml(plain), essay), document(lang, kind));
  }
});

test.run();
