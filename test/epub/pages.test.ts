import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { visit } from 'unist-util-visit';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import type { Element, Root } from 'xast';
import { fromXml } from 'xast-util-from-xml';
import { startChrome } from '../../build/browser/browser.ts';
import { archiveOf, unpackEpub } from '../../build/check/epub/archive.ts';
import { checkEpub } from '../../build/check/epub.ts';
import { articleFile } from '../../build/issue/ids.ts';
import { wordFaults } from '../check/words/word-faults.ts';
import { type Both, pagesOf, printAndBind, repositories } from './printed.ts';
import { unzip } from './unzip.ts';

/*
 * Holds the e-book to the printed pages: the word after each marker is the first of its page in the PDF, and every
 * article and note has the same words in both.
 */

const chrome = await startChrome();
test.after(() => chrome.close());

for (const [name, { root, folder }] of Object.entries(repositories)) {
  if (!existsSync(root)) continue;
  const both = await printAndBind(chrome, root, folder);
  const documents = documentsOf(both);
  const pages = (await pagesOf(both.pdf)).map(lettersOf);

  test(`${name}: EPUBCheck, Ace and our own rules find nothing`, async () => {
    const file = new VFile({ path: `${name}.epub` });
    const before = both.issue.files.map(({ messages }) => messages.length);
    await checkEpub(both.bound.epub, file, { issue: both.issue, validators: { chrome: async () => chrome } });
    assert.equal(file.messages.map(String), []);
    assert.equal(
      both.issue.files.map(({ messages }) => messages.length),
      before,
    );
  });

  test(`${name}: axe finds nothing on any document, on white and on black`, async () => {
    assert.equal(await violationsIn(both), []);
  });

  test(`${name}: every page with a folio is marked, in the order it is read in, and listed`, () => {
    assert.equal(both.bound.unmarked, []);
    const marked = markersIn(documents);
    const folios = both.record.pages.map(({ folio }) => folio).filter(Boolean);
    assert.equal(
      marked.map(({ id }) => id).filter((id) => !id.endsWith('-notes')),
      folios.map((folio) => `page-${folio}`),
    );
    const listed: string[] = [];
    visit(documents.get('toc.xhtml') as Root, 'element', (element) => {
      if (element.attributes.role !== 'doc-pagelist') return;
      visit(element, 'element', ({ attributes: { href } }) => void (href && listed.push(href)));
    });
    assert.equal(
      listed,
      marked.map(({ path, id }) => `${path}#${id}`),
    );
  });

  test(`${name}: the word after a marker is the first of its page in the PDF`, () => {
    let notes = 0;
    for (const { path, id, label, before, after } of markersIn(documents)) {
      const page = both.record.pages.find(({ folio }) => folio === label.replace(/ .*/, ''));
      assert.ok(page, id);
      const printed = pages[page.index - 1] ?? '';
      const place = id.endsWith('-notes') || page.columns.length === 0 ? page.notes[0] : page.columns[0];
      // The page begins with the rest of a divided word.
      const begun = /^\s*(\S+)/.exec(after)?.[1]?.slice(0, place?.letters ?? 0) ?? '';
      const rest = after.trimStart().slice(begun.length);
      // The e-book’s contents have other lines than the printed ones, so one word has to be enough there.
      const count = path.startsWith('article') ? 4 : 1;
      const first = lettersOf(rest.trim().split(/\s+/).slice(0, count).join(' '));
      if (place?.note) {
        notes++;
        const end = lettersOf(before).slice(-12);
        assert.ok(printed.includes(first), `${path}#${id}: ${first} is not on page ${label}`);
        assert.ok(pages[page.index - 2]?.includes(end + lettersOf(begun)), `${path}#${id}: ${end}${begun}`);
        continue;
      }
      const text = withoutFloats(withoutRunningHead(printed, page.folio, both), both);
      assert.is(text.slice(0, first.length), first, `${path}#${id}`);
    }
    const begun = new Map(both.record.notes.map(({ id, parts }) => [id, parts[0]]));
    const runOn = both.record.pages.filter(({ folio, notes }) =>
      notes.some(({ note }) => note !== undefined && begun.get(note) !== folio),
    );
    assert.is(notes, runOn.length);
  });

  test(`${name}: the words of EPUB and PDF are the same, article by article, note by note`, async () => {
    const { survey } = both.pages;
    assert.equal(await wordFaults(both.pdf, survey.pages), []);
    const printed = new Map(survey.texts.map(({ kind, id, text }) => [`${kind} ${id}`, compact(text)]));
    const floats = survey.texts.filter(({ kind }) => kind === 'float').map(({ text }) => compact(text));
    for (const article of both.issue.articles) {
      const document = documents.get(articleFile(article.id)) as Root;
      const references = both.record.ids;
      let body = compact(textOf(find(document, 'body'), references));
      for (const float of floats) body = body.replace(float, () => '');
      assert.is(body, printed.get(`body ${article.id}`), article.name);
      for (const { id, number } of article.notes) {
        const note = textOf(byId(document, id), references);
        assert.is(`${number}${compact(note)}`, printed.get(`note ${id}`), `${article.name}, note ${number}`);
      }
    }
  });
}

/** Every rule of axe, on every document, as it looks on white and on black paper, on a telephone. */
async function violationsIn({ bound }: Both): Promise<string[]> {
  const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const archive = archiveOf(unpackEpub(bound.epub));
  const files = new Map(
    [...archive.files].map(([path, data]) => [path, { type: archive.items.get(path)?.type ?? 'text/plain', data }]),
  );
  const found: string[] = [];
  for (const { path } of archive.documents) {
    await chrome.withPage({ entry: path, files }, async (page) => {
      await page.setViewport({ width: 360, height: 740 });
      await page.evaluate(source);
      for (const scheme of ['light', 'dark']) {
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        // As a reader’s black theme does it.
        if (scheme === 'dark') await page.addStyleTag({ content: 'html { background: #121212; color: #e8e8e8; }' });
        const [wide, shown] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
        if ((wide ?? 0) > (shown ?? 0)) found.push(`${path} is ${wide} px wide`);
        const rules = await page.evaluate(async () => {
          const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string }[] }> } };
          return (await axe.run()).violations.map(({ id }) => id);
        });
        found.push(...rules.map((id) => `${path}, ${scheme}: ${id}`));
      }
    });
  }
  return found;
}

function documentsOf({ bound }: Both): Map<string, Root> {
  const entries = unzip(bound.epub).filter(({ path }) => path.endsWith('.xhtml'));
  const opf = unzip(bound.epub)
    .find(({ path }) => path.endsWith('.opf'))
    ?.data.toString('utf8');
  const spine = [...(opf ?? '').matchAll(/<itemref idref="([^"]+)"/g)].map(([, id]) => id ?? '');
  return new Map(
    spine.map((path) => [
      path,
      fromXml(entries.find((entry) => entry.path === `OEBPS/${path}`)?.data.toString('utf8') ?? ''),
    ]),
  );
}

interface Marker {
  path: string;
  id: string;
  label: string;
  /** The text of the document around it. */
  before: string;
  after: string;
}

/**
 * The markers in the order in which they are read, with the text around them as it shows: blocks apart, numbers of
 * notes left out.
 */
function markersIn(documents: Map<string, Root>): Marker[] {
  const markers: Marker[] = [];
  for (const [path, tree] of documents) {
    let text = '';
    const own: (Omit<Marker, 'before' | 'after'> & { at: number })[] = [];
    const walk = (element: Element): void => {
      const { id, role, title: label, class: className = '' } = element.attributes;
      if (element.name === 'head' || /\bnumber\b/.test(className ?? '')) return;
      if (role === 'doc-pagebreak') own.push({ path, id: id ?? '', label: label ?? '', at: text.length });
      const block = /^(p|li|div|section|h\d|td|th|tr|figure|figcaption|header|aside|blockquote|pre|br)$/.test(
        element.name,
      );
      if (block) text += ' ';
      for (const child of element.children) {
        if (child.type === 'text') text += child.value;
        else if (child.type === 'element') walk(child);
      }
      if (block) text += ' ';
    };
    for (const child of tree.children) if (child.type === 'element') walk(child);
    for (const { at, ...marker } of own)
      markers.push({ ...marker, before: text.slice(Math.max(0, at - 80), at), after: text.slice(at, at + 400) });
  }
  return markers;
}

/** A page without the running head and folio above its text, where it has them. */
function withoutRunningHead(page: string, folio: string, { issue }: Both): string {
  const { volume, number } = issue.facts;
  const titles = issue.articles.map(({ title, front }) => front['short-title'] ?? title.text);
  const heads = [
    '',
    `${issue.journal.title} vol ${volume} no ${number}`,
    ...titles,
    ...titles.map((title) => title.split(/[:.?!] /)[0] ?? ''),
  ];
  const head = heads.map((one) => lettersOf(one) + folio).find((one) => page.startsWith(one));
  return page.slice(head?.length ?? 0);
}

/** A page without the figures and tables at its head, which belong to no place in the text. */
function withoutFloats(page: string, { pages, issue }: Both): string {
  const drawn = new Map(
    issue.pictures.map(({ name, data }) => {
      const texts = [...new TextDecoder().decode(data).matchAll(/<text\b[^>]*>([\s\S]*?)<\/text>/g)];
      return [name, lettersOf(texts.map(([, text = '']) => text.replace(/<[^>]*>/g, '')).join(' '))];
    }),
  );
  for (const { text } of pages.survey.texts.filter(({ kind }) => kind === 'float')) {
    for (const picture of ['', ...drawn.values()]) {
      const float = picture + lettersOf(text);
      if (float !== '' && page.startsWith(float)) return page.slice(float.length);
    }
  }
  return page;
}

/** A text in one form, whatever program read it: letters and figures only. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]|[\u02bb\u02bc]/gu, '');
}

function compact(text: string): string {
  return text.replace(/\s+/g, '').replaceAll('\u00ad', '');
}

function find(tree: Root, className: string): Element | undefined {
  let found: Element | undefined;
  visit(tree, 'element', (element) => {
    if (element.attributes.class === className) found ??= element;
  });
  return found;
}

function byId(tree: Root, id: string): Element | undefined {
  let found: Element | undefined;
  visit(tree, 'element', (element) => {
    if (element.attributes.id === id) found ??= element;
  });
  return found;
}

/**
 * The text of an element, without the numbers of notes and the folios in page references, which the printed text is
 * compared without.
 */
function textOf(element: Element | undefined, folios: Readonly<Record<string, string>>): string {
  if (!element || element.attributes.class === 'number') return '';
  const text = element.children
    .map((child) => (child.type === 'text' ? child.value : child.type === 'element' ? textOf(child, folios) : ''))
    .join('');
  const folio = folios[element.attributes.href?.replace(/^.*#/, '') ?? ''];
  const isReference = element.name === 'a' && folio !== undefined && /^(pp?\.|с\.)\s/.test(text);
  return isReference ? text.replace(folio, '') : text;
}

test.run();
