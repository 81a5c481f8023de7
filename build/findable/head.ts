import type { Element } from 'hast';
import type { CitableArticle, CitableIssue } from '../citable/citable.ts';
import { dublinCore } from './dublin-core.ts';
import { highwireTags, type MetaText } from './highwire.ts';
import { articleData, type Described, embeddableJson, issuePageData } from './json-ld.ts';
import { openGraph, shortDescription } from './open-graph.ts';
import { canonicalOf, type PagePlace, pageAddress } from './page-place.ts';
import { signposts } from './signposts.ts';

/**
 * The part of a page’s head that programs read, of an article or an issue: Highwire tags, Dublin Core, Open Graph,
 * JSON-LD, and the address by which the page is known. All but the tags are data, so no script runs. Without a base,
 * whatever would need an address is left out.
 */
export function headTags(issue: CitableIssue, article: CitableArticle | undefined, at: PagePlace): Element[] {
  const own = article ? article.address : issue.address;
  const canonical = canonicalOf(own, at);
  const description = shortDescription(article ? article.abstract.join(' ') : (issue.journal.description ?? ''));
  return [
    ...(description ? [meta({ name: 'description', content: description })] : []),
    ...(article ? peopleTags(article) : []),
    ...(canonical ? [link({ rel: ['canonical'], href: canonical })] : []),
    ...translatedLinks(article, at),
    ...fileLinks(at),
    ...(article ? signpostLinks(article, at) : []),
    ...(article ? highwireTags(issue, article, at).map(named) : []),
    ...(article ? dublinCoreTags(issue, article, at) : []),
    ...openGraph(issue, article, at).map(([property, content]) => meta({ property, content })),
    meta({ name: 'twitter:card', content: at.picture ? 'summary_large_image' : 'summary' }),
    dataBlock(article ? articleData(issue, article, at) : issuePageData(issue, at)),
  ];
}

/** A block of JSON-LD. Browsers run none of it, and no policy on scripts is about it. */
export function dataBlock(data: Described): Element {
  return {
    type: 'element',
    tagName: 'script',
    properties: { type: 'application/ld+json' },
    children: [{ type: 'text', value: embeddableJson(data) }],
  };
}

function peopleTags({ people }: CitableArticle): Element[] {
  const names = people.filter(({ role }) => role === 'author').map(({ name }) => name);
  return names.length > 0 ? [meta({ name: 'author', content: names.join(', ') })] : [];
}

/** The page in each language in which it says something: its own, and those of its abstracts that have pages. */
function translatedLinks(article: CitableArticle | undefined, at: PagePlace): Element[] {
  const { base, translated = [] } = at;
  if (!article || !base || translated.length === 0) return [];
  return [{ lang: article.lang, href: canonicalOf(article.address, at) }]
    .concat(translated.map(({ lang, path }) => ({ lang, href: pageAddress(base, path) })))
    .map(({ lang, href }) => link({ rel: ['alternate'], hrefLang: lang, href: href ?? '' }));
}

/** The same article in other forms, by relative addresses, which hold wherever the site stands. */
function fileLinks({ path, files = [] }: PagePlace): Element[] {
  const folder = path.replace(/[^/]*$/, '');
  return files.flatMap((file) =>
    file.path.startsWith(folder)
      ? [link({ rel: ['alternate'], type: file.type, href: encodeURI(file.path.slice(folder.length)) })]
      : [],
  );
}

/** The signposts that stand in no header: they are read on every server. Those to files are relative links already. */
function signpostLinks(article: CitableArticle, at: PagePlace): Element[] {
  return signposts(article, at)
    .filter(({ rel }) => rel !== 'item')
    .map(({ rel, href, type }) => link({ rel: [rel], href, ...(type ? { type } : {}) }));
}

function dublinCoreTags(issue: CitableIssue, article: CitableArticle, at: PagePlace): Element[] {
  return [
    link({ rel: ['schema.DC'], href: 'http://purl.org/dc/elements/1.1/' }),
    ...dublinCore(issue, article, at).map(({ name, text, lang }) =>
      meta({ name: `DC.${name}`, content: text, ...(lang ? { lang } : {}) }),
    ),
  ];
}

function named([name, content]: MetaText): Element {
  return meta({ name, content });
}

function meta(properties: Element['properties']): Element {
  return { type: 'element', tagName: 'meta', properties, children: [] };
}

function link(properties: Element['properties']): Element {
  return { type: 'element', tagName: 'link', properties, children: [] };
}
