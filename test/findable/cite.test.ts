import { execFileSync } from 'node:child_process';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { noCache } from '../../build/cache/cache.ts';
import type { CitableArticle } from '../../build/citable/citable.ts';
import { openRepository } from '../../build/disk/repository.ts';
import { citeAs } from '../../build/findable/cite-as.ts';
import { citeFiles } from '../../build/findable/cite-files.ts';
import { articleItem } from '../../build/findable/csl-item.ts';
import { readBib } from '../../build/references/bib/read-bib.ts';
import { sameItem } from '../../build/references/bib/write-bib.ts';
import { readCitationStyle } from '../../build/references/cite/styles.ts';
import type { CslItem, Reference } from '../../build/references/item.ts';
import { readRis } from '../../build/references/ris/read-ris.ts';
import { termsFor } from '../../build/theme/terms.ts';
import { citableJournal, named } from './citable-journal.ts';

/* How an article is cited: files for reference managers, read back by readers that did not write them, and words. */

const { issue, inType } = await citableJournal();
const [first] = issue.articles as [CitableArticle];

/** An article whose facts have every sign that a form has to escape. */
const difficult: CitableArticle = {
  ...first,
  title: '50 % of “A_B” & {C}: $5 #1 ~x^2 \\end “‘q’”',
  subtitle: undefined,
  people: [
    { role: 'author', name: 'Ann van der Roe Jr.', given: 'Ann', family: 'van der Roe', suffix: 'Jr.' },
    { role: 'author', name: 'Ministry and Sons' },
  ].map(
    (person) =>
      ({
        ...person,
        isFamilyFirst: false,
        isCorresponding: false,
        credit: [],
        institutions: [],
      }) as CitableArticle['people'][number],
  ),
  abstract: ['One & two.', 'Three: 100 %.'],
  keywords: ['a, b', 'c'],
};
const all = [...issue.articles, difficult];

const fileOf = (article: CitableArticle, label: string): VFile => {
  const found = citeFiles(issue, article).find((file) => file.label === label);
  return new VFile({ path: found?.path ?? '', value: found?.data ?? '' });
};

/** An item without the fields that a form has no place for. */
const without = (item: CslItem, ...fields: string[]): CslItem =>
  Object.fromEntries(Object.entries(item).filter(([field]) => !fields.includes(field))) as CslItem;

function readBack(read: (file: VFile) => Reference[], file: VFile): CslItem | undefined {
  const [found] = read(file);
  assert.equal(file.messages.map(String), []);
  return found?.item;
}

test('BibTeX is read back as what the article is', () => {
  for (const article of all) {
    const file = fileOf(article, 'BibTeX');
    const item = without(articleItem(issue, article), 'abstract', 'keyword', 'interviewer', 'reviewed-title');
    const read = readBack(readBib, file);
    assert.ok(sameItem(item, read), `${JSON.stringify(item)}\n${JSON.stringify(read)}\n${file}`);
  }
});

test('RIS is read back as what the article is, line by line', () => {
  for (const article of issue.articles) {
    const file = fileOf(article, 'RIS');
    assert.match(String(file), /^TY {2}- JOUR\r\n/);
    assert.not.match(String(file), /(?<!\r)\n/);
    const item = without(articleItem(issue, article), 'abstract', 'keyword', 'interviewer', 'reviewed-title');
    assert.ok(sameItem(item, readBack(readRis, file)), String(file));
  }
  const keywords = String(fileOf(difficult, 'RIS')).match(/(?<=^KW {2}- ).*(?=\r)/gm);
  assert.equal(keywords, ['a, b', 'c']);
});

test('CSL-JSON is what processors of citations take', () => {
  for (const article of all)
    assert.equal(JSON.parse(String(fileOf(article, 'CSL-JSON'))), [articleItem(issue, article)]);
});

/** The forms that Pandoc reads, if it is there. */
const pandoc = ((): string[] => {
  try {
    return execFileSync('pandoc', ['--list-input-formats'], { encoding: 'utf8' }).split(/\s+/);
  } catch {
    return [];
  }
})();

(pandoc.includes('biblatex') ? test : test.skip)('Pandoc reads the same in all three', () => {
  for (const article of all) {
    const item = articleItem(issue, article);
    for (const [label, from] of [
      ['BibTeX', 'bibtex'],
      ['BibTeX', 'biblatex'],
      ['RIS', 'ris'],
      ['CSL-JSON', 'csljson'],
    ] as const) {
      // In RIS a comma parts names, and a body has no other form.
      if (!pandoc.includes(from) || (label === 'RIS' && article === difficult)) continue;
      const input = String(fileOf(article, label));
      const [read] = JSON.parse(execFileSync('pandoc', ['-f', from, '-t', 'csljson'], { input, encoding: 'utf8' }));
      const about = `${from}\n${input}${JSON.stringify(read)}`;
      const bare = (text: unknown) => String(text).replace(/<[^>]*>/g, '');
      assert.is(bare(read.title), bare(item.title), about);
      assert.is(bare(read['container-title']), item['container-title'], about);
      assert.equal([read.volume, read.issue, read.DOI].map(String), [item.volume, item.issue, item.DOI], about);
      assert.is(read.page.replace('–', '-').replace(/^(\d+)-\1$/, '$1'), item.page, about);
      assert.is(read.issued['date-parts'][0][0], 2026, about);
      const names = (list: CslItem['author']) =>
        (list ?? []).map((name) =>
          [name['non-dropping-particle'], name.family, name.given, name.literal].filter(Boolean).join(' '),
        );
      assert.equal(names(read.author), names(item.author), about);
    }
  }
});

const words = (article: CitableArticle) => termsFor(inType.theme.terms, article.lang);

const text = (nodes: Awaited<ReturnType<typeof citeAs>>): string =>
  nodes
    .map((node) => (node.type === 'text' ? node.value : node.type === 'element' ? text(node.children as never) : ''))
    .join('');

test('without a style the words are in the order of the journal’s own line', async () => {
  const means = (article: CitableArticle) => ({ words: words(article), cache: noCache });
  const said = await Promise.all(
    issue.articles.slice(0, 2).map(async (one) => text(await citeAs(issue, one, undefined, means(one)))),
  );
  assert.equal(
    said.map((line) => line.replaceAll('\u00a0', ' ')),
    [
      'Олена Петрівна Кропива, John Doe. Маргіналії & «поля» <XVII> століття: Спроба опису. Annals of the Margin, Т. 3, № 2 (2026), с. 43. https://doi.org/10.5555/annals.2026.2.1',
      'Ann Author. On Margins. Annals of the Margin, Vol. 3, No. 2 (2026), pp. 45–46. https://doi.org/10.5555/annals.2026.2.2',
    ],
  );
});

const asked = { file: new VFile({ path: 'manuscripts/journal.yaml' }), at: undefined };
const repository = await openRepository(process.cwd());
for (const [name, expected] of [
  ['apa', 'Author, A. (2026). On Margins. Annals of the Margin, 3(2), 45–46. https://doi.org/10.5555/annals.2026.2.2'],
  [
    'chicago-author-date',
    'Author, Ann. 2026. “On Margins.” Annals of the Margin 3 (2): 45–46. https://doi.org/10.5555/annals.2026.2.2.',
  ],
] as const)
  test(`in the style ${name} the words are those of its bibliography, with the DOI as a link`, async () => {
    const style = await readCitationStyle(repository, name, asked);
    const article = named(issue, 'on-margins');
    const nodes = await citeAs(issue, article, undefined, { style, words: words(article), cache: noCache });
    assert.is(text(nodes).replaceAll('\u00a0', ' '), expected);
    assert.match(JSON.stringify(nodes), '"href":"https://doi.org/10.5555/annals.2026.2.2"');
  });

test('a style of numbers gives the words without a number', async () => {
  const style = await readCitationStyle(repository, 'ieee', asked);
  const article = named(issue, 'on-margins');
  const nodes = await citeAs(issue, article, undefined, { style, words: words(article), cache: noCache });
  assert.match(text(nodes), /^\p{L}/u);
});

test.run();
