import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Element, ElementContent, Nodes } from 'hast';
import { openRepository } from '../../../build/disk/repository.ts';
import { asciiName } from '../../../build/languages/ascii-name.ts';
import { prepareIssue } from '../../../build/manuscript/prepare.ts';
import { readIssue } from '../../../build/manuscript/read.ts';
import { readTerms } from '../../../build/theme/terms.ts';
import { type CitedTexts, comparable } from './cited-texts.ts';
import type { TrialArticle } from './trial-article.ts';

/** Has Offprint cite an article's works. */
export async function citeOurs(
  { markdown }: TrialArticle,
  bibliography: string,
  keys: readonly string[],
  style: string,
  lang: string,
): Promise<CitedTexts> {
  const root = await mkdtemp(join(tmpdir(), 'offprint-citations-'));
  try {
    await mkdir(join(root, 'manuscripts/1'), { recursive: true });
    const name = basename(bibliography);
    await copyFile(bibliography, join(root, 'manuscripts/1', name));
    const head = `title: Cited\nauthors: [{ name: A }]\nbibliography: ${JSON.stringify(name)}\n`;
    const files = {
      'journal.yaml': `title: T\nshort: t\nlang: ${lang}\npublisher: { name: P }\neditors: [{ name: E }]\ncitation-style: ${style}\n`,
      '1/issue.yaml': 'volume: 1\nnumber: 1\ndate: 2015\ncontents: [{ articles: [a.md] }]\n',
      '1/a.md': `---\n${head}---\n\n${markdown}`,
    };
    for (const [path, text] of Object.entries(files)) await writeFile(join(root, 'manuscripts', path), text);
    const repository = await openRepository(root);
    const issue = await prepareIssue(await readIssue(repository, '1'), repository, await readTerms(repository));
    const [article] = issue.articles;
    const notes = new Map(
      (article?.notes ?? []).map(({ number, body }) => [
        number,
        textOf({ type: 'root', children: body as ElementContent[] }),
      ]),
    );
    const blocks = (article?.body.children ?? []) as Element[];
    const paragraphs = blocks.filter(({ tagName }) => tagName === 'p').map((block) => textOf(block, notes));
    const items = blocks
      .filter(({ tagName, properties }) => tagName === 'section' && String(properties.className) === 'references')
      .flatMap((section) => section.children as Element[])
      .flatMap((list) => list.children as Element[]);
    const byId = new Map(keys.map((key) => [`cited-work-${asciiName(key, 'en') || 'unnamed'}`, key]));
    const entries = new Map(
      items.flatMap((item) => {
        const key = byId.get(String(item.properties.id).replace(/^.*?(?=cited-work-)/, ''));
        return key ? [[key, comparable(textOf(item))] as const] : [];
      }),
    );
    return { paragraphs: paragraphs.map(comparable), entries };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

function textOf(node: Nodes, notes: ReadonlyMap<number, string> = new Map()): string {
  if (node.type === 'text') return node.value;
  if (!('children' in node)) return '';
  const isCall = node.type === 'element' && String(node.properties.className).split(',').includes('call');
  const text = node.children.map((child) => textOf(child as Nodes, notes)).join('');
  return isCall ? `{${notes.get(Number(text)) ?? text}}` : text;
}
