import { deflateSync } from 'node:zlib';
import type { ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { Article, Heading, Issue, Note, Phrase, Picture } from '../../build/issue/model.ts';
import type { FrontMatter } from '../../build/issue/schema.ts';
import { creationDate } from '../../build/text/creation-date.ts';

/** Blocks or a run of text in the form of the manuscript's trees, from HTML. */
export function html(markup: string): ElementContent[] {
  return (fromHtml(markup, { fragment: true }) as Root).children as ElementContent[];
}

export function phrase(markup: string): Phrase {
  const tree = html(markup);
  return { tree, text: textOf({ type: 'root', children: tree }) };
}

export interface Draft {
  front: Omit<Partial<FrontMatter>, 'authors'> & Pick<FrontMatter, 'authors'>;
  title: string;
  subtitle?: string;
  lang?: string;
  abstract?: string[];
  translations?: Article['translations'];
  bios?: string[];
  body: string;
  /** Number, blocks and how often it is called. */
  notes?: [body: string, calls?: number][];
}

export function article(number: number, draft: Draft): Article {
  const id = `a${number}`;
  const body: Root = { type: 'root', children: html(draft.body) };
  const headings: Heading[] = [];
  visit(body, 'element', (element) => {
    const level = /^h([2-6])$/.exec(element.tagName)?.[1];
    const tree = element.children.filter((child) => !(child.type === 'element' && child.tagName === 'a'));
    const title = { tree, text: textOf({ type: 'root', children: tree }) };
    if (level) headings.push({ id: String(element.properties.id), level: Number(level), title });
  });
  const notes: Note[] = (draft.notes ?? []).map(([markup, calls = 1], i) => ({
    number: i + 1,
    id: `${id}--note-${i + 1}`,
    calls: Array.from({ length: calls }, (_, j) => `${id}--call-${i + 1}${j > 0 ? `-${j + 1}` : ''}`),
    body: html(markup),
  }));
  const title = phrase(draft.title);
  return {
    name: `paper-${number}`,
    id,
    lang: draft.lang ?? 'en-GB',
    front: { kind: 'article', title: title.text, ...draft.front },
    title,
    ...(draft.subtitle ? { subtitle: phrase(draft.subtitle) } : {}),
    abstract: (draft.abstract ?? []).map(phrase),
    translations: draft.translations ?? [],
    statements: [],
    bios: (draft.bios ?? []).map(phrase),
    body,
    notes,
    headings,
    file: new VFile({ path: `manuscripts/2026-1/paper-${number}.md` }),
  };
}

/** A call in the form of the manuscript's trees. */
export function call(article: number, note: number, time = 1): string {
  const id = `a${article}--call-${note}${time > 1 ? `-${time}` : ''}`;
  return `<a class="call" href="#a${article}--note-${note}" id="${id}">${note}</a>`;
}

export function issueOf(articles: Article[], more: Partial<Issue> = {}): Issue {
  return {
    folder: '2026-1',
    slug: 'sample-2026-1',
    journal: {
      title: 'Sample',
      short: 'sample',
      lang: 'en-GB',
      publisher: { name: 'The Press' },
      editors: [{ name: 'Jane Smith' }],
      style: 'quarterly',
    },
    facts: { volume: '1', number: '1', date: '2026', contents: [], 'first-page': 1 },
    made: creationDate(more.facts?.date ?? '2026', undefined),
    phrases: { topics: [] },
    sections: [{ articles }],
    articles,
    pictures: [],
    files: [],
    ...more,
  };
}

/** An issue with none of the optional things. */
export function minimalIssue(): Issue {
  return issueOf([article(1, { front: { authors: [{ name: 'Anon' }] }, title: 'Only', body: '<p>One line.</p>' })]);
}

/** A PNG of a gradient, as a stand-in for a photograph. */
export function png(width: number, height: number): Uint8Array {
  const rows = Buffer.alloc(height * (width * 3 + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * (width * 3 + 1) + 1 + x * 3;
      rows[at] = (x * 255) / width;
      rows[at + 1] = (y * 255) / height;
      rows[at + 2] = 120;
    }
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc(body), body.length + 4);
  return out;
}

function crc(data: Buffer): number {
  let sum = ~0;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

export function svg(): Picture {
  const data = `<?xml version="1.0" encoding="utf-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="300.5" height="120" viewBox="0 0 300.5 120"><g fill="none" stroke="#000" stroke-width="2"><path d="M10 60H290"/><circle cx="60" cy="60" r="30"/><circle cx="240" cy="60" r="30"/></g></svg>`;
  return {
    name: 'a1--way.svg',
    mediaType: 'image/svg+xml',
    data: new TextEncoder().encode(data),
    width: 300.5,
    height: 120,
  };
}
