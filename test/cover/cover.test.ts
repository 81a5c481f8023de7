import { visit } from 'unist-util-visit';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { drawCover } from '../../build/cover/cover.ts';
import { isDrawn } from '../../build/cover/cover-svg.ts';
import { openMeasure, openMeasureEnd } from '../../build/cover/measure.ts';
import { pngCodec } from '../../build/images/codecs.ts';
import type { Issue } from '../../build/issue/model.ts';
import { minimalIssue, phrase } from '../epub/sample.ts';
import { style, theme } from '../galley/compose.ts';

async function draw(issue: Issue): Promise<{ svg: string; png: Uint8Array }> {
  const { svg, png } = await drawCover(issue, style, theme);
  return { svg, png: await png };
}
const measure = openMeasure(style.faces);
const measureEnd = openMeasureEnd(style.faces);

function issueOf(
  title: string,
  lang: string,
  more: { theme?: string; topics?: string[]; accent?: string; number?: string } = {},
): Issue {
  const issue = minimalIssue();
  return {
    ...issue,
    journal: { ...issue.journal, title, lang },
    facts: {
      ...issue.facts,
      date: '2026-11',
      number: more.number ?? '1',
      ...(more.accent ? { accent: more.accent } : {}),
    },
    phrases: { ...(more.theme ? { theme: phrase(more.theme) } : {}), topics: (more.topics ?? []).map(phrase) },
  };
}

const covers: [name: string, issue: Issue][] = [
  ['a name alone', issueOf('Galley', 'en')],
  [
    'long names and many topics',
    issueOf(
      'The Review of Comparative Constitutional Law and International Organisations of Eastern and South-Eastern Europe',
      'en-GB',
      {
        theme:
          'Recognition, Secession and the Long Afterlife of Empires: Forty Years of Practice before the International Court of Justice, Reconsidered',
        topics: [
          'Statehood',
          'A topic that is much too long for one line of a cover, and is broken where it can be broken',
          'Archives',
          'Rivers',
          'Borders',
        ],
        number: '10-11',
      },
    ),
  ],
  [
    'Cyrillic',
    issueOf('Журнал міжнародних відносин і права', 'uk', { theme: 'Ґанок, їжак і є́дність', topics: ['Пам’ять'] }),
  ],
  [
    'one long word',
    issueOf('Zeitschrift für Völkerrechtswissenschaftsgeschichte', 'de', {
      theme: 'Donaudampfschifffahrtsgesellschaft',
      accent: '#111111',
    }),
  ],
];

for (const [name, issue] of covers) {
  test(`${name}: every line of text is on the page`, async () => {
    const { svg } = await draw(issue);
    visit(fromXml(svg), 'element', (text: Element, _, parent) => {
      if (text.name !== 'text') return;
      const said = (attribute: string): string =>
        text.attributes[attribute] ?? (parent as Element).attributes[attribute] ?? '';
      const words = text.children.map((child) => (child.type === 'text' ? child.value : '')).join('');
      const width = measure(words, {
        family: said('font-family'),
        weight: Number(said('font-weight') || 400),
        italic: said('font-style') === 'italic',
        size: Number(said('font-size')),
      });
      const x = Number(said('x'));
      const [left, right] = said('text-anchor') === 'end' ? [x - width, x] : [x, x + width];
      // Of the numeral of the issue, the ink ends where the other lines do.
      const white =
        words === issue.facts.number.replace('-', '–')
          ? measureEnd(words, { family: said('font-family'), weight: 600, size: Number(said('font-size')) })
          : 0;
      assert.ok(left >= 13.5 && right - white <= 156.5, `${words}: ${left} to ${right}`);
      assert.ok(Number(said('y')) > 10 && Number(said('y')) < 230, words);
    });
    const text = svg.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    for (const word of issue.journal.title.split(' ')) assert.match(text, word);
  });
}

test('what there is stands on it, and in its description', async () => {
  const { svg } = await draw(issueOf('Журнал', 'uk', { theme: 'Мова <і> місто', topics: ['Переклад & пам’ять'] }));
  assert.match(svg, 'aria-label="Журнал. Том\u00a01, номер\u00a01. Листопад 2026. Мова');
  assert.match(svg, 'Переклад &amp; пам’ять');
});

test('the picture is 1600 pixels wide, the same each time, and has letters', async () => {
  const { png } = await draw(issueOf('Galley', 'en'));
  const header = Buffer.from(png.slice(0, 24));
  assert.equal([header.readUInt32BE(16), header.readUInt32BE(20)], [1600, 2259]);
  assert.ok(Buffer.from((await draw(issueOf('Galley', 'en'))).png).equals(png));
  assert.not.ok(Buffer.from((await draw(issueOf('Gallex', 'en'))).png).equals(png));
});

/** The place, in mm from the left edge, of the last column of a cover below a height that has pixels of a colour. */
async function lastOf(png: Uint8Array, below: number, has: (red: number, green: number, blue: number) => boolean) {
  const { width, height, data } = await pngCodec.read(png, 'as stored');
  for (let x = width - 1; x >= 0; x--)
    for (let y = Math.round((below * width) / 170); y < height; y++) {
      const [red = 0, green = 0, blue = 0] = data.subarray((y * width + x) * 4);
      if (has(red, green, blue)) return (x * 170) / width;
    }
  return 0;
}

test('the ink of the great numeral ends where all lines do, whatever figure it is', async () => {
  for (const number of ['1', '2', '4', '7', '10-11']) {
    const { png } = await draw(issueOf('Galley', 'en', { accent: '#ff0000', number }));
    // The panel has the accent, and the numeral a lighter tone of it.
    const last = await lastOf(png, 100, (red, green) => red > 240 && green > 25 && green < 60);
    assert.ok(Math.abs(last - 156) < 0.6, `${number}: ${last}`);
  }
});

test('words are laid over a picture, each on a ground of its own, where the issue asks for it', async () => {
  const green = new Uint8Array(40 * 30 * 4).map((_, i) => [20, 200, 20, 255][i % 4] ?? 0);
  const data = await pngCodec.write({ width: 40, height: 30, data: green }, { quality: 100 });
  const cover = { name: 'cover.png', mediaType: 'image/png' as const, data, width: 40, height: 30 };
  const issue = issueOf('Galley', 'en', { accent: '#ff0000', theme: 'A theme', topics: ['A topic'] });
  const over = { ...issue, cover, facts: { ...issue.facts, 'cover-words': 'over' as const } };
  assert.is(isDrawn({ ...issue, cover }), false);
  assert.is(isDrawn(over), true);
  const { svg, png } = await draw(over);
  for (const words of ['Galley', 'A theme', 'A topic', 'November 2026']) assert.match(svg, `>${words}<`);
  const picture = await pngCodec.read(png, 'as stored');
  const at = (x: number, y: number) =>
    [
      ...picture.data.subarray(
        (Math.round((y * picture.width) / 170) * picture.width + Math.round((x * picture.width) / 170)) * 4,
      ),
    ].slice(0, 3);
  assert.equal(at(8, 20), [255, 255, 255], 'the title has paper');
  assert.equal(at(85, 120), [20, 200, 20], 'the picture');
  assert.equal(at(8, 232), [255, 0, 0], 'the topics have the accent');
});

test('light accents take dark ink', async () => {
  assert.match(
    (await draw(issueOf('A', 'en', { accent: '#ffd400', theme: 'B' }))).svg,
    /fill="#000000">\s*<text[^>]*>B</,
  );
  assert.match(
    (await draw(issueOf('A', 'en', { accent: '#102030', theme: 'B' }))).svg,
    /fill="#ffffff">\s*<text[^>]*>B</,
  );
});

test.run();
