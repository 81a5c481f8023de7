import { visit } from 'unist-util-visit';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Element } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { drawCover } from '../../build/cover/cover.ts';
import { openMeasure } from '../../build/cover/measure.ts';
import type { Issue } from '../../build/issue/model.ts';
import { minimalIssue, phrase } from '../epub/sample.ts';
import { style, theme } from '../galley/compose.ts';

async function draw(issue: Issue): Promise<{ svg: string; png: Uint8Array }> {
  const { svg, png } = await drawCover(issue, style, theme);
  return { svg, png: await png };
}
const measure = openMeasure(style.faces);

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
      // The numeral of the issue stands out by the white beside its last figure.
      const limit = words === issue.facts.number.replace('-', '–') ? 165 : 156.5;
      assert.ok(left >= 13.5 && right <= limit, `${words}: ${left} to ${right}`);
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
