import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { headTags } from '../../build/findable/head.ts';
import type { PagePlace } from '../../build/findable/page-place.ts';
import { toXhtml } from '../../build/theme/xhtml.ts';
import { citableJournal, named } from './citable-journal.ts';

/* What programs find in the head of an article’s page, read from the document as they read it. */

const { issue } = await citableJournal();
const base = 'https://margin.example.org/';
const article = named(issue, 'marhinalii');

function readHead(name: string | undefined, place: Partial<PagePlace> = {}, from = issue) {
  const one = name === undefined ? undefined : named(from, name);
  const at = { base, path: name === undefined ? '2026-2/index.html' : `2026-2/${name}.html`, ...place };
  const html = toXhtml(headTags(from, one, at));
  const document = fromHtml(`<!doctype html><html><head>${html}</head><body></body></html>`);
  const all = new Map<string, Element[]>();
  const visit = (element: Element): void => {
    all.set(element.tagName, [...(all.get(element.tagName) ?? []), element]);
    for (const child of element.children) if (child.type === 'element') visit(child);
  };
  for (const child of document.children) if (child.type === 'element') visit(child);
  const metas = (all.get('meta') ?? []).map(({ properties }) => [
    String(properties.name ?? properties.property),
    String(properties.content),
  ]);
  const [script] = all.get('script') ?? [];
  const [text] = script?.children ?? [];
  return {
    /** As reference managers and Google Scholar walk through the tags: in their order. */
    metas,
    of: (wanted: string) => metas.flatMap(([key, value]) => (key === wanted ? [value] : [])),
    links: (rel: string) =>
      (all.get('link') ?? []).filter(({ properties }) => String(properties.rel) === rel).map((link) => link.properties),
    data: JSON.parse(text?.type === 'text' ? text.value : '') as Record<string, never>,
    bodyHas: (all.get('body')?.[0]?.children ?? []).length,
  };
}

test('Google Scholar is told of authors with their institutions, of pages and dates as its guidelines have them', () => {
  const { metas, of } = readHead('marhinalii');
  assert.equal(
    metas.flatMap(([name = '', value]) => (/^citation_author/.test(name) ? [[name.slice(15), value]] : [])),
    [
      ['', 'Кропива, Олена Петрівна'],
      ['_institution', 'Інститут літератури'],
      ['_email', 'kropyva@margin.example.org'],
      ['_orcid', 'https://orcid.org/0000-0002-1825-0097'],
      ['', 'Doe, John'],
      ['_institution', 'University of Edges'],
      ['_institution', 'Academy of Lines'],
    ],
  );
  assert.equal(of('citation_title'), ['Маргіналії & «поля» <XVII> століття: Спроба опису']);
  assert.equal([of('citation_firstpage'), of('citation_lastpage')], [['43'], ['43']]);
  assert.equal(of('citation_publication_date'), ['2026'], 'a month without a day is none of its forms');
  assert.equal(of('citation_date'), ['2026/06']);
  assert.equal(of('citation_online_date'), ['2026/5/2']);
  assert.equal(of('citation_issn'), ['1234-5679', '2049-3630']);
  assert.equal(of('citation_language'), ['uk']);
  assert.is(of('citation_reference').length, 3);
  assert.match(of('citation_reference')[0] ?? '', /^citation_title=The width of margins; citation_author=Roe, Jane; /);
  assert.match(readHead('on-margins').of('citation_reference')[0] ?? '', /^Roe, Jane\. The Other Half\./);
});

test('addresses are whole, and that of the PDF is the one beside the page', () => {
  const pdf = [{ path: '2026-2/on-margins.pdf', type: 'application/pdf' }];
  const { of, links } = readHead('on-margins', { files: pdf });
  assert.equal(of('citation_pdf_url'), [`${base}2026-2/on-margins.pdf`]);
  assert.equal(
    links('canonical').map(({ href }) => href),
    [`${base}2026-2/on-margins`],
    'where DOIs lead',
  );
  assert.equal(
    links('alternate').map(({ href, type }) => [href, type]),
    [['on-margins.pdf', 'application/pdf']],
  );
});

test('a page elsewhere than where DOIs lead is known by its own address', () => {
  const { links, of } = readHead('on-margins', { base: 'https://other.example.org/annals/' });
  const own = 'https://other.example.org/annals/2026-2/on-margins.html';
  assert.equal([links('canonical')[0]?.href, of('og:url')[0], of('citation_fulltext_html_url')[0]], [own, own, own]);
});

test('without a base nothing is said that would need an address', () => {
  const bare = { ...issue, articles: issue.articles.map((one) => ({ ...one, address: undefined, pdf: undefined })) };
  const picture = { path: '2026-2/x.png', width: 1200, height: 630, alt: '' };
  const { metas, links } = readHead('on-margins', { base: undefined, picture }, bare);
  assert.equal(links('canonical'), []);
  assert.equal(
    metas.flatMap(([name = '']) => (/url|image/.test(name) ? [name] : [])),
    [],
  );
});

test('an article ahead of its issue has no volume, and its own day', () => {
  const ahead = { ...issue, isAhead: true, articles: issue.articles.map((one) => ({ ...one, pages: undefined })) };
  const { of, data } = readHead('marhinalii', {}, ahead);
  assert.equal([of('citation_volume'), of('citation_firstpage')], [[], []]);
  assert.equal([of('citation_publication_date'), of('citation_online_date')], [['2026/5/2'], []]);
  assert.is(data.isPartOf?.['@type'], 'Periodical');
});

test('JSON-LD leads from the article by issue and volume to the journal, and knows people and institutions by their ids', () => {
  const { data } = readHead('marhinalii');
  const types: string[] = [];
  for (let one = data as Record<string, never> | undefined; one; one = one.isPartOf) types.push(one['@type'] ?? '');
  assert.equal(types, ['ScholarlyArticle', 'PublicationIssue', 'PublicationVolume', 'Periodical']);
  const [author] = data.author as unknown as Record<string, Record<string, string>[]>[];
  assert.is(author?.['@id'] as unknown, 'https://orcid.org/0000-0002-1825-0097');
  assert.is(author?.affiliation?.[0]?.['@id'], 'https://ror.org/03yrm5c26');
  assert.equal([data.pageStart, data.pageEnd], ['43', '43']);
  assert.is(data.name, article.title);
  assert.equal(readHead('two-books').data['@type'] as unknown, ['ScholarlyArticle', 'Review']);
  const [corrected] = readHead('correction').data.isBasedOn as unknown as Record<string, string>[];
  assert.is(corrected?.['@id'], 'https://doi.org/10.5555/annals.2025.1.4');
});

test('an issue’s page lists its articles, and has no tag of an article', () => {
  const { metas, data, links } = readHead(undefined);
  assert.is(data['@type'], 'PublicationIssue');
  assert.is((data.hasPart as unknown as unknown[]).length, issue.articles.length);
  assert.not.ok(metas.some(([name = '']) => name.startsWith('citation_')));
  assert.is(links('canonical')[0]?.href, `${base}2026-2`);
});

test('a title cannot end the block of data or a tag', () => {
  const title = '</script><script>alert(1)</script> "><img src=x> \u2028';
  const hostile = { ...issue, articles: issue.articles.map((one) => ({ ...one, title })) };
  const { data, of, bodyHas } = readHead('on-margins', {}, hostile);
  assert.is(data.name, title);
  assert.is(of('citation_title')[0], title);
  assert.is(bodyHas, 0);
});

test('a page of its own for an abstract in another language is named by hreflang, on both sides', () => {
  const { links } = readHead('marhinalii', { translated: [{ lang: 'en', path: '2026-2/marhinalii.en.html' }] });
  assert.equal(
    links('alternate').map(({ hrefLang, href }) => [hrefLang, href]),
    [
      ['uk', `${base}2026-2/marhinalii`],
      ['en', `${base}2026-2/marhinalii.en.html`],
    ],
  );
});

test('a language without a territory has that of most who speak it', () => {
  assert.equal(
    ['marhinalii', 'on-margins'].map((name) => readHead(name).of('og:locale')[0]),
    ['uk_UA', 'en_US'],
  );
});

test.run();
