/** A random manuscript, and the words that have to come out of it. */
export interface RandomManuscript {
  markdown: string;
  words: string[];
}

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Mixes all constructs of a manuscript, nested in each other, with words that each occur once. */
export function randomManuscript(seed: number): RandomManuscript {
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  const words: string[] = [];
  const definitions: string[] = [];
  let ids = 0;

  function word(): string {
    const made = spell(words.length, pick(alphabets));
    words.push(made);
    return made;
  }

  function id(): string {
    return `id-${++ids}`;
  }

  function phrase(depth: number, inside: ReadonlySet<string> = new Set()): string {
    const parts = Array.from({ length: 1 + below(4) }, () => (random() < 0.6 ? word() : inline(depth - 1, inside)));
    return parts.join(pick([' ', ', ', ' ', '. ', ' -- ', '; ', '\u00a0', ': ']));
  }

  function inline(depth: number, inside: ReadonlySet<string>): string {
    if (depth <= 0) return word();
    const also = (name: string): ReadonlySet<string> => new Set([...inside, name]);
    const kinds: Record<string, () => string> = {
      emphasis: () => `*${phrase(depth, also('emphasis'))}*`,
      strong: () => `**${phrase(depth, also('strong'))}**`,
      struck: () => `~~${phrase(depth, also('struck'))}~~`,
      code: () => `\`${word()} ${pick(['*', '[', '{#}', '"', '', '[^]', '</>'])} ${word()}\``,
      link: () => `[${phrase(depth, also('link'))}](https://example.org/${pick(['', 'a_b_c', 'x?y=z', '(a)'])})`,
      span: () =>
        `[${phrase(depth, also('span'))}]{${pick(['lang=uk', '.smallcaps', `#${id()}`, '.smallcaps lang="fr"'])}}`,
      call: () => `${word()}${call(depth)}`,
      place: () => `${word()}^[${phrase(depth, also('place'))}]`,
      brackets: () => `[${phrase(depth, inside)}]`,
      quotes: () => `"${phrase(depth, inside)}"`,
      singles: () => `'${phrase(depth, inside)}'`,
      parentheses: () => `(${phrase(depth, inside)})`,
      escapes: () =>
        `${word()} \\${pick(['*', '_', '[', ']', '^', '`', '<', '{', '\\', '#', '|', '!', '"'])} ${word()}`,
      signs: () =>
        `${word()} ${pick(['::', ':', '{', '}', '<', '>', '&', '*', '_', '^', '#', '@', '!', '~', '{ }', '[ ]', '...', '&amp;', '&lt;', '&nbsp;'])} ${word()}`,
      directive: () => `${word()}:${word()}[${phrase(depth, inside)}] ${word()}::${word()}`,
      html: () => {
        const tag = pick(['sub', 'sup', 'b', 'i', 'u', 'kbd', 'cite', 'span', 'small']);
        return `<${tag}>${phrase(depth, also('html'))}</${tag}>`;
      },
      comment: () => `${word()}<!-- remark -->`,
      compound: () => `${word()}-${word()}'${word()}`,
      image: () => `![${word()}, ${word()}](dot.svg)`,
    };
    const names = Object.keys(kinds).filter((name) => !inside.has(name) && !(inside.has('link') && name === 'image'));
    return (kinds[pick(names)] as () => string)();
  }

  function call(depth: number): string {
    const label = pick(['', 'note-', 'прим-']) + (definitions.length + 1);
    // The place of this note, before those that its own text defines.
    const at = definitions.push('') - 1;
    const more = random() < 0.3 && depth > 2 ? blocks(1, 1).map((block) => block.replace(/^(?=.)/gm, '    ')) : [];
    definitions[at] = [`[^${label}]: ${phrase(depth - 1)}`, ...more].join('\n\n');
    return `[^${label}]`;
  }

  function paragraph(depth: number): string {
    return Array.from({ length: 1 + below(3) }, () => `${word()} ${phrase(depth)}`).join(
      pick([' ', '\n', '  \n', '\\\n']),
    );
  }

  function block(depth: number, fence: number): string {
    if (depth <= 0) return paragraph(2);
    const indent = (text: string, by: string): string => text.replace(/\n(?=.)/g, `\n${by}`);
    const kinds: (() => string)[] = [
      () => paragraph(4),
      () => paragraph(4),
      () => `## ${word()} ${phrase(2)}${pick(['', ` {#${id()}}`, ' ##'])}`,
      () =>
        Array.from({ length: 1 + below(3) }, () => `- ${indent(inner(depth, fence).join('\n\n'), '  ')}`).join(
          pick(['\n', '\n\n']),
        ),
      () =>
        Array.from(
          { length: 1 + below(3) },
          (_, i) => `${i + 3}. ${indent(inner(depth, fence).join('\n\n'), '   ')}`,
        ).join('\n'),
      () => inner(depth, fence).join('\n\n').replace(/^/gm, '> '),
      () => {
        const colons = ':'.repeat(fence);
        const name = pick(['box', 'pullquote', 'epigraph', 'interview']);
        const label = random() < 0.3 ? `[${word()} *${word()}*]` : '';
        return `${colons}${name}${label}\n${inner(depth, fence).join('\n\n')}\n${colons}`;
      },
      table,
      () => `![${word()}](dot.svg "${caption()}")${pick(['', `{#${id()}}`, '{.wide}'])}`,
      () => `\`\`\`js\n${word()} [^] *${word()}* {#}\n\n${word()}\n\`\`\``,
      () => `<table>\n<tr><td>${word()}</td><td rowspan="2">${word()} <i>${word()}</i></td></tr>\n</table>`,
      () =>
        `[${phrase(2, new Set(['link', 'image', 'brackets', 'span', 'directive', 'place', 'call']))}][ref-${++ids}]\n\n[ref-${ids}]: https://example.org/`,
      () => `**${word()}:** ${phrase(3)}`,
      ...nearlyRight(),
    ];
    return pick(kinds)();
  }

  /** Constructs of other dialects. They occur in all blocks, and have paragraphs in them. */
  function nearlyRight(): (() => string)[] {
    const words = (): string => `${word()} ${phrase(2)}`;
    const two = (by: string): string => `${words()}\n\n${by}${words()}`;
    const listed = (...signs: string[]): string =>
      signs.map((sign) => `${sign} ${two(' '.repeat(sign.length + 1))}`).join('\n');
    return [
      () => listed('a)', 'b)', 'c)'),
      () => listed('(1)', '(2)'),
      () => listed('i.', 'ii.', 'iii.'),
      () => listed('(@)', '(@)'),
      () => `- [ ] ${words()}\n- [x] ${words()}`,
      () => `${word()} ${word()}\n: ${two('  ')}\n\n: ${words()}`,
      () => `| ${words()}\n|   ${words()}\n|\n| ${words()}`,
      () => `:::verse\n${words()}\n    ${word()}\n\n${word()}\n:::`,
      () => `> ${words()}\n>\n> -- *${word()}*, ${word()}`,
      () => `!!! note "${word()} ${word()}"\n    ${two('    ')}`,
      () => `::: {.sidebar}\n${two('')}\n:::`,
      () => `\`\`\`\`{note} ${word()}\n${two('')}\n\`\`\`\``,
      () => `##${word()} ${word()}`,
      () => `![${word()}](dot.svg)\n*${phrase(2, new Set(['emphasis', 'image']))}*`,
      () => `| ${word()} | ${word()} |\n|---|\n| ${word()} | ${word()} |`,
      () => `${word()}   ${word()}\n------- -------\n${word()}   ${word()}\n`,
    ];
  }

  function caption(): string {
    return phrase(3, new Set(['image', 'escapes', 'code', 'signs'])).replace(/"/g, '\\"');
  }

  function table(): string {
    const cell = (): string =>
      random() < 0.2 ? '' : phrase(3, new Set(['signs', 'escapes', 'code'])).replace(/\|/g, '\\|');
    const columns = 2 + below(3);
    const row = (): string => `| ${Array.from({ length: columns - below(2) }, cell).join(' | ')} |`;
    const head = `| ${Array.from({ length: columns }, cell).join(' | ')} |\n|${pick([':--|', '--:|', '---|']).repeat(columns)}`;
    const rows = Array.from({ length: 1 + below(3) }, row);
    return [
      [head, ...rows].join('\n'),
      ...(random() < 0.6 ? [`Table: ${word()} ${phrase(3)}${pick(['', ` {#${id()}}`])}`] : []),
    ].join('\n\n');
  }

  function inner(depth: number, fence: number): string[] {
    return blocks(depth - 1, fence - 1);
  }

  function blocks(depth: number, fence: number): string[] {
    return Array.from({ length: 1 + below(3) }, () => block(fence < 3 ? 0 : depth, fence));
  }

  const text = Array.from({ length: 4 + below(8) }, () => block(3, 6));
  const out: string[] = [];
  for (const part of [...text, ...definitions])
    out.splice(part.startsWith('[^') ? below(out.length + 1) : out.length, 0, part);
  return { markdown: `${out.join('\n\n')}\n`, words };
}

const alphabets = [
  'abcdefghiklmnopqrstuvwxyz',
  'абвгдежзиклмнопрстуфхцчшщю',
  'абвгґдеєжзиіїйклмнопрстуфх',
  'αβγδεζηθικλμνξοπρστυφχψω',
];

/** A word for a number, too long for an abbreviation. */
function spell(number: number, alphabet: string): string {
  let made = '';
  for (let rest = number, i = 0; i < 5 || rest > 0; i++) {
    made = (alphabet[rest % alphabet.length] as string) + made;
    rest = Math.floor(rest / alphabet.length);
  }
  return made;
}
