import type { Element, Root as XmlRoot } from 'xast';
import { toXml } from 'xast-util-to-xml';
import { type Cache, kept, keyOf, keyOfBytes, noCache } from '../cache/cache.ts';
import { coverSvg, isDrawn } from '../cover/cover-svg.ts';
import { editedPart, editsOf, type GlyphMarks, markGlyphs, type TagEdit } from '../fonts/mark-glyphs.ts';
import { bylineOf } from '../issue/byline.ts';
import { issueLine } from '../issue/issue-line.ts';
import { licenceAddress, licenceName } from '../issue/licence.ts';
import type { Issue } from '../issue/model.ts';
import { wordForKind } from '../issue/word-for-kind.ts';
import { locatedIndexes } from '../record/located-indexes.ts';
import { locatorsOf } from '../record/locators.ts';
import type { Style } from '../styles/style.ts';
import { formatDate } from '../text/date.ts';
import { termsFor } from '../theme/terms.ts';
import type { Theme } from '../theme/theme.ts';
import { parseRendered } from '../theme/well-formed.ts';
import { type DeferredBodies, deferBodies } from './deferred-bodies.ts';
import { sheetsAndFlows } from './sheets-and-flows.ts';

/** The print document, in parts that can be laid out apart. It is not yet paged: folios are empty. */
export interface Galley {
  /** The document without the content of its body. */
  frame: string;
  parts: GalleyPart[];
}

/** A sheet or a flow of the print document. */
export interface GalleyPart extends PartPlace {
  html: string;
  /** Its element without content. */
  shell: string;
  /** True if it is an index, which is composed again when its folios are known. */
  isIndex: boolean;
}

/** Where a part belongs. */
interface PartPlace {
  /** Its id; its class where it has none. */
  id: string;
  /** The id of the article that it is; empty for the issue’s own pages. */
  article: string;
}

/**
 * Composes the print document: cover, title page, masthead and board, contents, articles with their notes, colophon.
 * Notes are at the end of their article. What is made of an article that is as it was is kept. The folios of indexes
 * are those that are given. Throws TemplateError, StyleError.
 */
export async function composeGalley(
  issue: Issue,
  style: Style,
  theme: Theme,
  cache: Cache = noCache,
  folios: Folios = {},
): Promise<Galley> {
  const bodies = deferBodies(issue);
  const document = await theme.templates.render('print/galley.ejs', {
    ...templateData(issue, style, theme, bodies, folios),
    cover: isDrawn(issue) ? await coverSvg(issue, style, theme) : undefined,
  });
  const { body, parts } = sheetsAndFlows(parseRendered(document, template), template);
  const frame = {
    head: document.slice(0, startOf(parts[0] ?? body)),
    foot: document.slice(endOf(parts.at(-1) ?? body)),
  };
  const look = lookKey(style);
  const indexes = indexIds(issue);
  const marked: (Omit<GalleyPart, 'html'> & MarkedPart)[] = [];
  for (const part of parts) {
    const text = document.slice(startOf(part), endOf(part));
    const keyed = bodies.keyed(text);
    const isKept = cache !== noCache && keyed !== undefined;
    const inputs = { frame, text: keyed, look };
    const make = () => markPart(bodies.fill(text), frame, style);
    const made = await (isKept ? kept(cache, 'galley', inputs, make) : make());
    marked.push({ ...placeOf(part, indexes), ...made });
  }
  const callsAreReal = marked.every(({ marks }) => marks.callsAreReal);
  return {
    frame: parts.length > 0 ? frame.head + frame.foot : document,
    parts: marked.map(({ text, marks, ...part }) => ({
      ...part,
      html: editedPart(text, editsOf(marks, callsAreReal)),
    })),
  };
}

const template = 'templates/print/galley.ejs';

/** The folios that are known, by the ids of the elements on their pages. */
export type Folios = Readonly<Record<string, string>>;

/** A part with its bodies, and the marks of its glyphs. */
interface MarkedPart {
  text: string;
  marks: GlyphMarks;
}

/** The indexes of a galley’s issue, composed with their folios. Throws TemplateError, StyleError. */
export async function composeIndexes(
  { frame }: Pick<Galley, 'frame'>,
  issue: Issue,
  style: Style,
  theme: Theme,
  folios: Folios,
): Promise<GalleyPart[]> {
  const data = templateData(issue, style, theme, deferBodies(issue), folios);
  const [head = '', foot = ''] = frame.split(/(?=<\/body>)/);
  const document = `${head}${await theme.templates.render('print/indexes.ejs', data)}${foot}`;
  const { parts } = sheetsAndFlows(parseRendered(document, indexTemplate), indexTemplate);
  const indexes = indexIds(issue);
  return parts.map((part) => {
    const own = document.slice(startOf(part), endOf(part));
    const { text: html, marks } = markPart(own, { head, foot }, style);
    return { ...placeOf(part, indexes), html: editedPart(html, editsOf(marks, true)) };
  });
}

const indexTemplate = 'templates/print/indexes.ejs';

function indexIds({ indexes = [] }: Issue): Set<string> {
  return new Set(indexes.map(({ id }) => id));
}

/** What is known of a part by its element. */
function placeOf({ name, attributes }: Element, indexes: ReadonlySet<string>): Omit<GalleyPart, 'html'> {
  const { class: className = '', id = className, 'data-article': article } = attributes;
  const shell = toXml({ type: 'element', name, attributes, children: [{ type: 'text', value: '' }] });
  return { id: id ?? '', article: article ?? '', shell, isIndex: indexes.has(id ?? '') };
}

/** A hash of all by which a style sets glyphs. */
export function lookKey({ css, faces }: Style): string {
  return keyOf({
    css,
    faces: faces.map(({ family, weight, italic, data }) => ({ family, weight, italic, data: keyOfBytes(data) })),
  });
}

/** A part with its bodies, and the marks of its glyphs. Throws TemplateError. */
function markPart(text: string, { head, foot }: { head: string; foot: string }, style: Style): MarkedPart {
  const document = `${head}${text}${foot}`;
  const { runs, calls, callsAreReal } = markGlyphs(document, parseRendered(document, template), style);
  const moved = (edits: readonly TagEdit[]) =>
    edits.flatMap(({ from, to, tag }) => {
      const edit = { from: from - head.length, to: to - head.length, tag };
      return edit.from >= 0 && edit.to <= text.length ? [edit] : [];
    });
  return { text, marks: { runs: moved(runs), calls: moved(calls), callsAreReal } };
}

const startOf = ({ position }: Element): number => position?.start.offset ?? 0;
const endOf = ({ position }: Element): number => position?.end.offset ?? 0;

/** The print document as a whole, parsed, with its glyphs marked. Throws TemplateError, StyleError. */
export async function composeDocument(issue: Issue, style: Style, theme: Theme, folios: Folios = {}): Promise<XmlRoot> {
  const galley = await composeGalley(issue, style, theme, noCache, folios);
  return documentOf(galley, galley.parts);
}

/** The ids of all elements of a print document. */
export function idsIn({ parts }: Galley): Set<string> {
  return new Set(parts.flatMap(({ html }) => [...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id)));
}

/** A print document with some of its parts, parsed. */
export function documentOf({ frame }: Galley, parts: readonly GalleyPart[]): XmlRoot {
  const html = parts.map((part) => part.html).join('\n');
  return parseRendered(
    frame.replace('</body>', () => `${html}</body>`),
    template,
  );
}

/** The data of the templates for print besides the cover, with signs in place of the texts of articles. */
function templateData(issue: Issue, style: Style, theme: Theme, bodies: DeferredBodies, folios: Folios) {
  const { journal, facts } = issue;
  const { terms } = theme;
  const words = termsFor(terms, journal.lang);
  return {
    issue,
    journal,
    facts,
    sections: bodies.sections.map((section) => ({
      title: section.title,
      articles: section.articles.map((article) => ({
        ...article,
        section: section.title,
        byline: bylineOf(article.front.authors, article.frontCalls),
      })),
    })),
    words,
    wordsFor: (lang: string) => termsFor(terms, lang),
    date: (date: string, lang: string) => formatDate(date, termsFor(terms, lang)),
    issueLine: issueLine(issue, words),
    accent: facts.accent,
    families: mainFamilies(style),
    xhtml: bodies.xhtml,
    licenceAddress,
    licenceName,
    wordForKind,
    indexes: locatedIndexes(issue, (places) => locatorsOf(places, (id) => folios[id])),
  };
}

/** The families of text, headlines and small print, as the colophon names them; without those for single letters. */
function mainFamilies({ tokens }: Style): string[] {
  const first = ['--text-face', '--head-face', '--sans-face'].map((token) => tokens.get(token)?.split(',')[0] ?? '');
  return [...new Set(first.map((name) => name.trim().replace(/^"|"$/g, '')))].filter((name) => name !== '');
}
