import { randomFrom } from '../pages/random.ts';

/** An edit of a manuscript, and the one change that a comparison has to tell of it. */
export interface SeededEdit {
  /** As the change is told: `words changed`. */
  expected: string;
  /** What has to be in its words before, and after. */
  before: string;
  after: string;
  path: string;
}

/** The files of an issue’s folder, by their names. */
export type Manuscripts = Map<string, string>;

interface Block {
  path: string;
  index: number;
  text: string;
}

/** What the generator has to do its work with. */
interface Bench {
  random: () => number;
  /** The blocks of each manuscript’s body, and its front matter. */
  bodies: Map<string, { front: string; blocks: string[] }>;
  taken: Set<string>;
  edits: SeededEdit[];
  /** A word that is in no manuscript. */
  word(): string;
}

/**
 * Edits the manuscripts of an issue in `count` places, the same for the same seed: each edit is in a block of its own.
 * Returns the edits that found a place.
 */
export function seededEdits(files: Manuscripts, seed: number, count: number): SeededEdit[] {
  const bodies = new Map<string, { front: string; blocks: string[] }>();
  for (const [path, text] of files) {
    if (!path.endsWith('.md')) continue;
    const [, front = '', body = ''] = /^(---\n[\s\S]*?\n---\n)([\s\S]*)$/.exec(text) ?? [];
    bodies.set(path, { front, blocks: body.trim().split(/\n{2,}/) });
  }
  let words = 0;
  const bench: Bench = {
    random: randomFrom(seed),
    bodies,
    taken: new Set(),
    edits: [],
    word: () => `zyx${'abcdefghij'[Math.floor(++words / 10) % 10]}${'abcdefghij'[words % 10]}q`,
  };
  once(files, bench);
  const kinds = [...ways.keys()];
  for (let tries = 0; bench.edits.length < count && tries < count * 20; tries++)
    ways.get(kinds[tries % kinds.length] as string)?.(bench);
  for (const [path, { front, blocks }] of bodies) files.set(path, `${front}\n${blocks.join('\n\n')}\n`);
  return bench.edits;
}

const plain = /^[A-Z][^[\]{}|`$\\<>#]*$/;

/** A free block of a form, now taken. */
function pick({ random, bodies, taken }: Bench, fits: (text: string, near: Block) => boolean): Block | undefined {
  const all: Block[] = [];
  for (const [path, { blocks }] of bodies) {
    // Inside fences, what a block is depends on what stands around it.
    let isInside = false;
    for (const [index, text] of blocks.entries()) {
      const fences = text.split('\n').filter((line) => /^(:::|```)/.test(line)).length;
      const isFence = fences > 0;
      if (!isInside && !isFence && !taken.has(`${path} ${index}`) && fits(text, { path, index, text }))
        all.push({ path, index, text });
      if (fences % 2 === 1) isInside = !isInside;
    }
  }
  const found = all[Math.floor(random() * all.length)];
  if (found) taken.add(`${found.path} ${found.index}`);
  return found;
}

function put({ bodies, edits }: Bench, block: Block, text: string, edit: Omit<SeededEdit, 'path'>): void {
  (bodies.get(block.path) as { blocks: string[] }).blocks[block.index] = text;
  edits.push({ ...edit, path: block.path });
}

const isParagraph = (text: string): boolean =>
  /^[A-Z][a-z]/.test(text) && !/^(Table|Figure):/.test(text) && text.length > 150;

/** A word of a text among plain ones, which stands there once. */
function wordIn(text: string, random: () => number): { word: string; at: number } | undefined {
  const all = [...text.matchAll(/(?<=[a-z] )[a-z]{4,}(?= [a-z])/g)].filter(
    ({ 0: word, index }) =>
      text.split(word).length === 2 &&
      !/\[[^\]]*$|\([^)]*$|`[^`]*$|\*[^*]*$|\{[^}]*$/.test(text.slice(Math.max(0, index - 200), index)),
  );
  const found = all[Math.floor(random() * all.length)];
  return found && { word: found[0], at: found.index };
}

const replaced = (text: string, at: number, length: number, by: string): string =>
  text.slice(0, at) + by + text.slice(at + length);

/** Edits that one issue can have many of. */
const ways = new Map<string, (bench: Bench) => void>([
  [
    'words changed',
    (bench) => {
      const block = pick(bench, isParagraph);
      const found = block && wordIn(block.text, bench.random);
      if (!block || !found) return;
      const word = bench.word();
      put(bench, block, replaced(block.text, found.at, found.word.length, word), {
        expected: 'words changed',
        before: found.word,
        after: word,
      });
    },
  ],
  [
    'words added',
    (bench) => {
      const block = pick(bench, isParagraph);
      const found = block && wordIn(block.text, bench.random);
      if (!block || !found) return;
      const word = `${bench.word()} ${bench.word()}`;
      put(bench, block, replaced(block.text, found.at, 0, `${word} `), {
        expected: 'words added',
        before: '',
        after: word,
      });
    },
  ],
  [
    'words removed',
    (bench) => {
      const block = pick(bench, isParagraph);
      const found = block && wordIn(block.text, bench.random);
      if (!block || !found) return;
      put(bench, block, replaced(block.text, found.at, found.word.length + 1, ''), {
        expected: 'words removed',
        before: found.word,
        after: '',
      });
    },
  ],
  [
    'note words changed',
    (bench) => {
      const block = pick(bench, (text) => /^\[\^[^\]]+\]: /.test(text) && !text.includes('\n['));
      const found = block && wordIn(block.text, bench.random);
      if (!block || !found) return;
      const word = bench.word();
      put(bench, block, replaced(block.text, found.at, found.word.length, word), {
        expected: 'note changed',
        before: found.word,
        after: word,
      });
    },
  ],
  [
    'note added',
    (bench) => {
      const block = pick(bench, isParagraph);
      const found = block && wordIn(block.text, bench.random);
      if (!block || !found) return;
      const word = bench.word();
      put(bench, block, replaced(block.text, found.at + found.word.length, 0, `^[A note ${word} of its own.]`), {
        expected: 'note added',
        before: '',
        after: word,
      });
    },
  ],
  [
    'note moved',
    (bench) => {
      const block = pick(bench, (text) => isParagraph(text) && /\[\^[^\]]+\]/.test(text));
      const call = block && /\[\^[^\]]+\]/.exec(block.text);
      if (!block || !call) return;
      const without = replaced(block.text, call.index, call[0].length, '');
      const found = wordIn(without, bench.random);
      if (!found || Math.abs(found.at - call.index) < 12) return;
      put(bench, block, replaced(without, found.at + found.word.length, 0, call[0]), {
        expected: 'note moved',
        before: '',
        after: '',
      });
    },
  ],
  [
    'note removed',
    (bench) => {
      const { bodies } = bench;
      const definition = (path: string, name: string) =>
        bodies.get(path)?.blocks.findIndex((one) => one.startsWith(`[^${name}]: `)) ?? -1;
      const calls = (path: string, name: string) =>
        (bodies.get(path)?.blocks.join('\n') ?? '').split(`[^${name}]`).length;
      const block = pick(bench, (text, { path }) => {
        const name = /\[\^([^\]]+)\]/.exec(text)?.[1];
        if (!isParagraph(text) || name === undefined || calls(path, name) !== 3) return false;
        const at = definition(path, name);
        return (
          at >= 0 &&
          !bench.taken.has(`${path} ${at}`) &&
          !bodies.get(path)?.blocks[at]?.includes('\n') &&
          !/note-|\(#/.test(bodies.get(path)?.blocks[at] ?? '')
        );
      });
      const name = block && /\[\^([^\]]+)\]/.exec(block.text)?.[1];
      if (!block || name === undefined) return;
      const at = definition(block.path, name);
      const { blocks } = bodies.get(block.path) as { blocks: string[] };
      const words = /^\[\^[^\]]+\]: \W*(\p{L}+(?: \p{L}+){0,5})/u.exec(blocks[at] ?? '')?.[1] ?? '';
      blocks[at] = '<!-- gone -->';
      bench.taken.add(`${block.path} ${at}`);
      put(bench, block, block.text.replace(`[^${name}]`, ''), { expected: 'note removed', before: words, after: '' });
    },
  ],
  [
    'paragraph added',
    (bench) => {
      const block = pick(bench, isParagraph);
      if (!block) return;
      const word = bench.word();
      put(
        bench,
        block,
        `${block.text}\n\nA new paragraph of ${word} and of nothing ${bench.word()} else stands here.`,
        {
          expected: 'words added',
          before: '',
          after: word,
        },
      );
    },
  ],
  [
    'paragraph removed',
    (bench) => {
      const block = pick(bench, (text) => isParagraph(text) && plain.test(text));
      if (!block) return;
      put(bench, block, '<!-- gone -->', { expected: 'words removed', before: block.text.slice(0, 12), after: '' });
    },
  ],
  [
    'paragraph moved',
    (bench) => {
      const block = pick(bench, (text) => isParagraph(text) && plain.test(text));
      const place =
        block &&
        pick(
          bench,
          (text, near) => near.path === block.path && Math.abs(near.index - block.index) > 3 && isParagraph(text),
        );
      if (!block || !place) return;
      const { blocks } = bench.bodies.get(block.path) as { blocks: string[] };
      blocks[place.index] = `${place.text}\n\n${block.text}`;
      put(bench, block, '<!-- gone -->', { expected: 'moved moved', before: block.text.slice(0, 12), after: '' });
    },
  ],
  [
    'heading',
    (bench) => {
      const block = pick(bench, (text) => /^#{2,3} [^\n]+$/.test(text));
      if (!block) return;
      const word = bench.word();
      const id = /\{#[^}]+\}/.exec(block.text)?.[0];
      const text = block.text.replace(/\s*\{#[^}]+\}/, '');
      put(bench, block, `${text} ${word}${id ? ` ${id}` : ''}`, { expected: 'heading added', before: '', after: word });
    },
  ],
  [
    'caption',
    (bench) => {
      const block = pick(bench, (text) => /^!\[[^\]]*\]\([^ )]+ "[^"]* [a-z]{4,} [a-z]/.test(text));
      const found = block && /(?<="[^"]* )[a-z]{4,}(?= [a-z])/.exec(block.text);
      if (!block || !found) return;
      const word = bench.word();
      put(bench, block, replaced(block.text, found.index, found[0].length, word), {
        expected: 'figure changed',
        before: found[0],
        after: word,
      });
    },
  ],
  [
    'cell',
    (bench) => {
      const block = pick(bench, (text) => /^\|.*\|\n\|[-: |]+\|\n/.test(text));
      const rows = block?.text.split('\n') ?? [];
      const row = 2 + Math.floor(bench.random() * (rows.length - 2));
      const cells = rows[row]?.split('|') ?? [];
      const last = cells.length - 2;
      if (!block || !rows[row]?.startsWith('|') || last < 2 || cells[last]?.includes('[^')) return;
      const word = bench.word();
      const before = /\p{L}{2,}|\p{N}+/u.exec(cells[last] ?? '')?.[0] ?? '';
      cells[last] = ` ${word} `;
      rows[row] = cells.join('|');
      put(bench, block, rows.join('\n'), { expected: 'table changed', before, after: word });
    },
  ],
  [
    'no-break space',
    (bench) => {
      const block = pick(bench, isParagraph);
      const found = block && wordIn(block.text, bench.random);
      if (!block || !found) return;
      put(bench, block, replaced(block.text, found.at - 1, 1, '\u00a0'), {
        expected: 'typography changed',
        before: found.word,
        after: found.word,
      });
    },
  ],
  [
    'hyphen',
    (bench) => {
      const block = pick(bench, isParagraph);
      const found = block && wordIn(block.text, bench.random);
      if (!block || !found) return;
      const hyphened = `${found.word.slice(0, 2)}-${found.word.slice(2)}`;
      put(bench, block, replaced(block.text, found.at, found.word.length, hyphened), {
        expected: 'typography changed',
        before: found.word,
        after: hyphened,
      });
    },
  ],
  [
    'emphasis',
    (bench) => {
      const block = pick(bench, isParagraph);
      const found = block && wordIn(block.text, bench.random);
      if (!block || !found) return;
      put(bench, block, replaced(block.text, found.at, found.word.length, `*${found.word}*`), {
        expected: 'typography changed',
        before: found.word,
        after: found.word,
      });
    },
  ],
  [
    'paragraph divided',
    (bench) => {
      const block = pick(bench, (text) => isParagraph(text) && plain.test(text) && text.length > 400);
      const ends = [...(block?.text.matchAll(/(?<=[a-z]\.) (?=[A-Z])/g) ?? [])];
      const end = ends[Math.floor(ends.length / 2)];
      if (!block || !end) return;
      put(bench, block, replaced(block.text, end.index, 1, '\n\n'), {
        expected: 'typography changed',
        before: /^\S+/.exec(block.text.slice(end.index + 1))?.[0] ?? '',
        after: '',
      });
    },
  ],
]);

/** Edits of front matter, settings, figures and order, each once. */
function once(files: Manuscripts, bench: Bench): void {
  const { bodies, edits } = bench;
  const paths = [...bodies.keys()];
  const front = (
    path: string | undefined,
    find: RegExp,
    by: (found: string) => string,
    edit: Omit<SeededEdit, 'path'>,
  ) => {
    const body = path === undefined ? undefined : bodies.get(path);
    if (path === undefined || !body || !find.test(body.front)) return;
    body.front = body.front.replace(find, by);
    edits.push({ ...edit, path });
  };
  const named = (name: string, way: 'changed' | 'added' = 'added') => {
    const word = bench.word();
    return { word, edit: { expected: `metadata ${way}`, before: '', after: word, name } };
  };
  const title = named('title');
  front(paths[0], /^title: .*$/m, (found) => found.replace(/"?$/, (end) => ` ${title.word}${end}`), title.edit);
  const abstract = named('abstract');
  front(paths[1], /^abstract: "?\w+ \w+ /m, (found) => `${found}${abstract.word} `, abstract.edit);
  const keyword = named('keywords');
  front(paths[2], /^keywords:\n {2}- /m, (found) => `${found}${keyword.word} `, keyword.edit);
  const doi = bench.word();
  front(paths[3], /^doi: .*$/m, (found) => `${found}.${doi}`, {
    expected: 'metadata changed',
    before: '10.',
    after: doi,
  });
  const author = named('authors');
  front(paths[4], /^ {2}- name: .*$/m, (found) => `${found} ${author.word}`, author.edit);

  const issue = files.get('issue.yaml');
  if (issue === undefined) return;
  const theme = bench.word();
  let settings = issue.replace(/^title: (.*)$/m, `title: $1 ${theme}`);
  if (settings !== issue) edits.push({ expected: 'metadata changed', before: '', after: theme, path: 'issue.yaml' });
  // The two last articles of a section change places.
  const swapped = settings.replace(/( {6}- [\w-]+\.md\n)( {6}- [\w-]+\.md\n)(?! {6}-)/, '$2$1');
  if (swapped !== settings) edits.push({ expected: 'order moved', before: '', after: '', path: 'issue.yaml' });
  settings = swapped;
  files.set('issue.yaml', settings);

  // A figure shows the picture of another article's figure.
  const figures = paths.flatMap((path) =>
    (bodies.get(path)?.blocks ?? []).flatMap((text, index) =>
      /^!\[[^\]]+\]\([^ )]+ "/.test(text) ? [{ path, index, text }] : [],
    ),
  );
  const [one, other] = figures;
  const picture = other && /\]\(([^ )]+) /.exec(other.text)?.[1];
  if (one && picture) {
    bench.taken.add(`${one.path} ${one.index}`);
    put(bench, one, one.text.replace(/\]\([^ )]+ /, `](${picture} `), {
      expected: 'figure changed',
      before: '',
      after: '',
    });
  }
}
