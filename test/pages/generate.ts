import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomFrom } from './random.ts';

/*
 * Makes a journal of made-up articles, of all that can be hard for pages: short ones and long ones, many notes and none, figures, tables, lists. The
 * same seed gives the same files.
 */

type Random = () => number;

/** Writes a journal with one issue, `1`, of so many articles. */
export async function generateJournal(
  folder: string,
  { seed, articles }: { seed: number; articles: number },
): Promise<void> {
  const issue = join(folder, 'manuscripts', '1');
  await mkdir(issue, { recursive: true });
  await writeFile(join(folder, 'manuscripts', 'journal.yaml'), journal);
  const names: string[] = [];
  for (let i = 0; i < articles; i++) {
    const random = randomFrom(seed * 7919 + i);
    const name = `article-${i + 1}`;
    const { text, pictures } = articleOf(random, name);
    names.push(`${name}.md`);
    await writeFile(join(issue, `${name}.md`), text);
    for (const [file, data] of pictures) await writeFile(join(issue, file), data);
  }
  await writeFile(
    join(issue, 'issue.yaml'),
    `volume: 1\nnumber: 1\ndate: 2026\ncontents:\n  - articles:\n${names.map((name) => `      - ${name}\n`).join('')}`,
  );
}

const journal = `title: Generated
short: generated
lang: en-GB
publisher: { name: Nobody, place: Nowhere, country: Norway }
editors: [{ name: No One }]
`;

/** Of each language: syllables that its words are made of. */
const syllables: Record<string, string[]> = {
  'en-GB':
    'con ver sa tion the of ter ly in ment pro re ac count able press ing pa ges and to a note book er is it was for that'.split(
      ' ',
    ),
  uk: 'пе ре го во ри на у ка сло во мо ва та і що не він на ро дів стат тя при мі тка сто рін ка'.split(' '),
  ru: 'пе ре во ды на у ка сло во я зык и что не он на род ность ста тья при ме ча ни е стра ни ца'.split(' '),
  de: 'ver ant wor tung die der und ge schich te buch sei te fuß no te wis sen schaft lich keit ein er es'.split(' '),
  fr: 'con ver sa tion le la les et un une de his toire page note li vre ci ta tion pour que il est'.split(' '),
};

interface Article {
  random: Random;
  lang: string;
  notes: string[];
  figures: number;
  pictures: [string, string][];
  name: string;
  ids: string[];
}

function articleOf(random: Random, name: string): { text: string; pictures: [string, string][] } {
  const langs = Object.keys(syllables);
  // Two in three are in English.
  const lang = random() < 0.66 ? 'en-GB' : (langs[Math.floor(random() * langs.length)] ?? 'en-GB');
  const article: Article = { random, lang, notes: [], figures: 0, pictures: [], name, ids: [] };
  // Most are short, one in thirty is long: up to 60 blocks.
  const blocks = random() < 0.03 ? 40 + pick(random, 20) : 2 + pick(random, 14);
  const noteShare = random() < 0.25 ? 0 : random() ** 2;
  const body: string[] = [];
  for (let i = 0; i < blocks; i++) body.push(blockOf(article, noteShare, i, blocks));
  const abstract = random() < 0.4 ? `abstract: "${sentences(article, 1 + pick(random, 6))}"\n` : '';
  const kind = ['article', 'article', 'article', 'review', 'note', 'editorial'][pick(random, 6)] ?? 'article';
  const head = `---\ntitle: "${words(article, 1 + pick(random, random() < 0.1 ? 24 : 8))}"\nkind: ${kind}\nlang: ${lang}\nauthors: [{ name: An Author }]\n${abstract}---\n\n`;
  return { text: `${head}${body.join('\n\n')}\n\n${article.notes.join('\n\n')}\n`, pictures: article.pictures };
}

/** One block, of the kinds below, each as likely as it says. */
function blockOf(article: Article, noteShare: number, index: number, blocks: number): string {
  const { random } = article;
  const roll = random();
  const prose = () => paragraph(article, noteShare);
  if (roll < 0.12 && index > 0) {
    const id = `sec-${index}`;
    article.ids.push(id);
    const title = `## ${words(article, 1 + pick(random, 9))}${random() < 0.1 ? call(article) : ''} {#${id}}`;
    return random() < 0.15 ? `${title}\n\n### ${words(article, 3)}\n\n${prose()}` : `${title}\n\n${prose()}`;
  }
  if (roll < 0.17) return figure(article);
  if (roll < 0.21)
    return table(
      article,
      random() < 0.08 ? 40 + pick(random, 60) : 2 + pick(random, 12),
      2 + pick(random, random() < 0.2 ? 6 : 3),
    );
  if (roll < 0.25)
    return Array.from(
      { length: 1 + pick(random, 3) },
      () => `> ${sentences(article, 1 + pick(random, 5))}${maybeCall(article, noteShare)}`,
    ).join('\n>\n');
  if (roll < 0.3) {
    const ordered = random() < 0.5;
    return Array.from({ length: 2 + pick(random, 8) }, (_, i) => {
      const nested =
        random() < 0.1
          ? `\n${ordered ? '   ' : '  '}- ${words(article, 6)}\n${ordered ? '   ' : '  '}- ${words(article, 9)}`
          : '';
      return `${ordered ? `${i + 1}.` : '-'} ${sentences(article, 1 + pick(random, 2))}${maybeCall(article, noteShare)}${nested}`;
    }).join('\n');
  }
  if (roll < 0.33) return `:::pullquote\n${words(article, 5 + pick(random, 14))}\n:::\n\n${prose()}`;
  if (roll < 0.35) return `:::box\n${sentences(article, 2 + pick(random, 8))}\n:::`;
  if (roll < 0.37)
    return `\`\`\`\n${Array.from({ length: 2 + pick(random, random() < 0.2 ? 80 : 8) }, () => words(article, 1 + pick(random, 8))).join('\n')}\n\`\`\``;
  if (roll < 0.39)
    return Array.from({ length: 3 + pick(random, 8) }, () => words(article, 3 + pick(random, 3))).join('  \n');
  if (roll < 0.41 && index > 0 && index < blocks - 1) return `---\n\n${prose()}`;
  if (roll < 0.45 && article.ids.length > 0)
    return `${sentences(article, 2)} See [p. ?](#${article.ids[pick(random, article.ids.length)]}). ${sentences(article, 3)}`;
  return prose();
}

function paragraph(article: Article, noteShare: number): string {
  // One in eight is a line or two, some are very long.
  const count = article.random() < 0.12 ? 1 : 2 + pick(article.random, article.random() < 0.1 ? 25 : 7);
  let text = '';
  for (let i = 0; i < count; i++) text += `${i > 0 ? ' ' : ''}${sentences(article, 1)}${maybeCall(article, noteShare)}`;
  return text;
}

function maybeCall(article: Article, share: number): string {
  return article.random() < share * 0.7 ? call(article) : '';
}

/** A call, and its note: mostly a line or two, one in twenty with more than one paragraph, one in fifty as long as a page. */
function call(article: Article): string {
  const { random, notes } = article;
  const label = `n${notes.length + 1}`;
  const roll = random();
  const long = random() < 0.02 ? 40 : 1 + pick(random, 4);
  let text = sentences(article, long);
  if (roll < 0.05) text += `\n\n    ${sentences(article, 2)}`;
  else if (roll < 0.08) text += `\n\n    - ${words(article, 5)}\n    - ${words(article, 8)}`;
  else if (roll < 0.1) text += `\n\n    > ${sentences(article, 2)}`;
  else if (roll < 0.25)
    text += ` https://example.org/${words(article, 4).toLowerCase().replaceAll(' ', '/')}?id=${pick(random, 9999)}`;
  notes.push(`[^${label}]: ${text}`);
  return `[^${label}]`;
}

/** A figure: of any shape, one in ten higher than a page; a third have a call in the caption. */
function figure(article: Article): string {
  const { random, name, pictures } = article;
  const file = `${name}-${++article.figures}.svg`;
  const width = 120 + pick(random, 500);
  const height = random() < 0.1 ? 1400 : 60 + pick(random, 500);
  pictures.push([
    file,
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><rect width="${width}" height="${height}" fill="#ddd"/><path d="M0 0L${width} ${height}" stroke="#000"/></svg>`,
  ]);
  const caption = `${words(article, 2 + pick(random, 14))}${random() < 0.15 ? call(article) : ''}`;
  return `![A drawing of waves](${file} "${caption}")`;
}

function table(article: Article, rows: number, columns: number): string {
  const { random } = article;
  const row = (make: () => string) => `| ${Array.from({ length: columns }, make).join(' | ')} |`;
  const lines = [row(() => words(article, 1)), row(() => '---')];
  for (let i = 0; i < rows; i++)
    lines.push(
      row(() => words(article, 1 + pick(random, columns > 4 ? 2 : 5)) + (random() < 0.01 ? call(article) : '')),
    );
  return `${lines.join('\n')}\n\nTable: ${words(article, 6)}`;
}

function sentences(article: Article, count: number): string {
  return Array.from({ length: count }, () => `${words(article, 4 + pick(article.random, 18))}.`).join(' ');
}

function words({ random, lang }: Article, count: number): string {
  const parts = syllables[lang] ?? [];
  const made = Array.from({ length: count }, () => {
    // Most have one to three syllables; now and then one is very long.
    const length = random() < 0.01 ? 8 : 1 + pick(random, 2) + pick(random, 2);
    return Array.from({ length }, () => parts[pick(random, parts.length)] ?? '').join('');
  }).join(' ');
  return made.charAt(0).toUpperCase() + made.slice(1);
}

function pick(random: Random, count: number): number {
  return Math.floor(random() * count);
}
