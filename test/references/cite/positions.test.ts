import { cp, mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ElementContent } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openRepository } from '../../../build/disk/repository.ts';
import { prepareIssue } from '../../../build/manuscript/prepare.ts';
import { readIssue } from '../../../build/manuscript/read.ts';
import { readTerms } from '../../../build/theme/terms.ts';
import { randomFrom } from '../../manuscript/random-manuscript.ts';

/*
 * A hundred generated articles: what each citation in a note is (in full, short, Ibid.) is as a model says that knows
 * nothing of the processor. The style, position.csl, prints the positions.
 */

const folder = fileURLToPath(new URL('.', import.meta.url));

/** A cited work with its page, if any. */
interface Cite {
  key: string;
  page?: number | undefined;
}

/** A note: of citations alone, or in the author’s words; or an author’s note without any. */
interface Note {
  kind: 'cited' | 'own' | 'words';
  cites: Cite[];
}

function randomNotes(seed: number): Note[] {
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const cite = (): Cite => ({ key: `w${below(3)}`, page: below(3) === 0 ? undefined : 1 + below(3) });
  return Array.from({ length: 4 + below(16) }, (): Note => {
    const kind = (['cited', 'cited', 'cited', 'own', 'words'] as const)[below(5)] as Note['kind'];
    return {
      kind,
      cites: kind === 'words' ? [] : Array.from({ length: 1 + below(5 - 3) + Number(below(4) === 0) }, cite),
    };
  });
}

const written = ({ key, page }: Cite): string => `@${key}${page ? `, p. ${page}` : ''}`;

function articleOf(notes: readonly Note[]): string {
  const calls = notes.map(({ kind, cites }, i) => {
    const all = `[${cites.map(written).join('; ')}]`;
    if (kind === 'words') return `Word ${i}^[Nothing but words.].`;
    return kind === 'own' ? `Word ${i}^[In words, ${all}.].` : `Word ${i} ${all}.`;
  });
  return `---\ntitle: T\nauthors: [{ name: A }]\nbibliography: works.json\n---\n\n${calls.join(' ')}\n`;
}

/**
 * The positions by the rules of CSL 1.0.2, and of the product: an author’s note between interrupts Ibid., and after a
 * note with several works there is none.
 */
function positionsOf(notes: readonly Note[]): string[][] {
  const cited = new Set<string>();
  let last: { cites: Cite[]; note: number } | undefined;
  return notes.map(({ cites }, note) => {
    const said = cites.map((cite, i) => {
      const before =
        i > 0 ? cites[i - 1] : last?.note === note - 1 && last.cites.length === 1 ? last.cites[0] : undefined;
      const isIbid = before?.key === cite.key && (before.page === undefined || cite.page !== undefined);
      const position = !cited.has(cite.key)
        ? 'first'
        : !isIbid
          ? 'subsequent'
          : before.page === cite.page
            ? 'ibid'
            : 'ibid-with-locator';
      cited.add(cite.key);
      return position;
    });
    if (cites.length > 0) last = { cites, note };
    return said;
  });
}

test('the positions of citations in a hundred articles', async () => {
  const root = await mkdtemp(join(tmpdir(), 'offprint-positions-'));
  await mkdir(`${root}/manuscripts/1`, { recursive: true });
  await cp(`${folder}position.csl`, `${root}/manuscripts/position.csl`);
  const journal =
    'title: T\nshort: t\nlang: en\npublisher: { name: P }\neditors: [{ name: E }]\ncitation-style: position.csl\n';
  await writeFile(`${root}/manuscripts/journal.yaml`, journal);
  const works = [0, 1, 2].map((i) => ({
    id: `w${i}`,
    type: 'book',
    title: `Work ${i}`,
    language: 'en',
    issued: { 'date-parts': [[2000]] },
  }));
  await writeFile(`${root}/manuscripts/1/works.json`, JSON.stringify(works));
  const seeds = Array.from({ length: 100 }, (_, i) => i);
  const names = seeds.map((seed) => `a${seed}.md`);
  await writeFile(
    `${root}/manuscripts/1/issue.yaml`,
    `volume: 1\nnumber: 1\ndate: 2015\ncontents: [{ articles: [${names.join(', ')}] }]\n`,
  );
  for (const seed of seeds) await writeFile(`${root}/manuscripts/1/a${seed}.md`, articleOf(randomNotes(seed)));
  const repository = await openRepository(root);
  const issue = await prepareIssue(await readIssue(repository, '1'), repository, await readTerms(repository));
  for (const [i, article] of issue.articles.entries()) {
    const notes = randomNotes(i);
    const found = article.notes.map(({ body }) =>
      [...textOf({ type: 'root', children: body as ElementContent[] }).matchAll(/‹([a-z-]+)›/g)].map(
        ([, name]) => name,
      ),
    );
    assert.equal(found, positionsOf(notes), `article ${i}: ${articleOf(notes)}`);
  }
});

test.run();
