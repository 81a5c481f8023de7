import type { BlockContent, FootnoteDefinition, PhrasingContent, Root, RootContent } from 'mdast';
import '../../build/manuscript/tree.ts';
import { randomFrom } from './random-manuscript.ts';

/** Words with signs that some reader could take for marks, and that are text here. */
const words = [
  ..."word слово Київ об’єднання п'ять snake_case *stars* _under_ __init__ 2*3*4 a*b [brackets] [1] [^1] ^[x] [x](y) [a]{b=c} {#id} {.wide} x^2 H~2~O x^2^ ~5 ~~no~~ ~ ^ `code` `` ` \\ \\alpha \\* <b> < > a<b </i> & &amp; &c; #tag # 1. 2) a) (a) iv. - -- --- + * | a|b || : :: ::: :::box $x$ $5 $$ @fig-one @name [@key] anna@example.org https://example.org www.example.org ! ![ ![x](y) !!! \"quoted\" 'single' «so» — – … Table: {{x}} {% %} {++ ++} == ==x== = ### > {numref} [TOC] \\newpage \\ref{fig-one} (@) (@x) :smile: %% 1914-18 15—20 [ ] ( )".split(
    ' ',
  ),
  'Figure 1.',
  'with\u00a0care',
  '(see',
  'there)',
  '[sic!]',
];

const keys = ['roe2010', 'hill', 'o_dea:a_b', 'an odd key', 'https://x.org/a?b=c', 'Шевченко2015'];

/**
 * A random tree with every kind of node, valid after `tree.ts`. It has no words that are read as a different construct
 * however they are written: a paragraph of stars is a rule, and a list of one letter is words.
 */
export function randomTree(seed: number): Root {
  const random = randomFrom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  const times = <T>(least: number, most: number, make: (i: number) => T): T[] =>
    Array.from({ length: least + below(most - least + 1) }, (_, i) => make(i));
  const notes: FootnoteDefinition[] = [];
  let ids = 0;
  let labels = 0;

  const plain = (): string => ['Plain', ...times(1, 4, () => pick(words)), 'end'].join(' ');
  const text = (value: string): PhrasingContent => ({ type: 'text', value });
  const attributes = () =>
    pick([
      {},
      { lang: pick(['uk', 'de']) },
      { id: `id-${++ids}` },
      { classes: ['smallcaps'] },
      { id: `id-${++ids}`, classes: ['wide'], lang: 'fr' },
    ]);
  const data = () => {
    const own = attributes();
    return random() < 0.7 || Object.keys(own).length === 0 ? {} : { data: { attributes: own } };
  };

  /** Words without spaces at their ends, which would be removed. */
  function phrase(depth: number, inside: readonly string[] = []): PhrasingContent[] {
    const parts = times(1, 4, (): PhrasingContent[] =>
      depth > 0 && random() < 0.5
        ? [inline(depth - 1, inside)]
        : [text(`${pick(['', ' '])}${times(1, 3, () => pick(words)).join(' ')}${pick(['', ' '])}`)],
    ).flat();
    const all = [
      text(pick(['Begun ', 'Почато', '1914'])),
      ...parts,
      text(pick(['', ' ', ', ']) + pick(['end', 'край'])),
    ];
    // The reader removes a space before a call.
    return all.map((one, i) =>
      one.type === 'text' && all[i + 1]?.type === 'footnoteReference' ? text(`${one.value.trimEnd()}x`) : one,
    );
  }

  function inline(depth: number, inside: readonly string[]): PhrasingContent {
    const own = (name: string) => phrase(depth, [...inside, name]);
    const kinds: Record<string, () => PhrasingContent> = {
      emphasis: () => ({ type: 'emphasis', children: own('emphasis'), ...data() }),
      strong: () => ({ type: 'strong', children: own('strong'), ...data() }),
      bare: () => ({ type: 'emphasis', children: [text(pick(['a', 'слово', '«so»', '(b)', '*']))] }),
      delete: () => ({ type: 'delete', children: own('delete') }),
      inlineCode: () => ({ type: 'inlineCode', value: pick(['code', 'a|b', '`', '[x]', '{#id}', '*a*']), ...data() }),
      link: () => ({
        type: 'link',
        url: pick(['https://example.org/a_b(c)', '#id-1', 'other.md']),
        title: null,
        children: own('link'),
      }),
      address: () => ({
        type: 'link',
        url: 'https://example.org/x',
        title: null,
        children: [text('https://example.org/x')],
      }),
      span: () => ({ type: 'span', children: own('span'), data: { attributes: { lang: 'uk' } } }),
      superscript: () => ({ type: 'superscript', children: [text(pick(['2', 'me', '−1', 'two words', '*', '[a]']))] }),
      subscript: () => ({ type: 'subscript', children: [text(pick(['2', 'max', '−1', 'two words', '~']))] }),
      htmlElement: () => ({
        type: 'htmlElement',
        tagName: pick(['small', 'cite', 'kbd']),
        properties: {},
        children: own('html'),
      }),
      citation: () => ({
        type: 'citation',
        children: [
          ...pick<PhrasingContent[]>([
            [],
            [text('see ')],
            [text('see '), { type: 'emphasis', children: [text('also')] }, text(' ')],
          ]),
          key(),
          ...pick<PhrasingContent[]>([[], [text(', p. 12')], [text('; '), key(), text(', ch. 3 and [more]')]]),
        ],
      }),
      citationInText: () => ({
        type: 'citation',
        isInText: true,
        children: [{ type: 'citationKey', key: pick(keys) }, ...pick<PhrasingContent[]>([[], [], [text('p. 3')]])],
      }),
      formula: () => ({
        type: 'formula',
        value: pick(['x', 'E = mc^2', '|a|', '\\text{a $b$ c}', 'a*b*c', '5', 'x_1 < y', '\\{a\\}', '{#id}']),
        ...pick([{}, {}, { alt: 'some words' }]),
      }),
      image: () => ({ type: 'image', url: 'dot.svg', title: null, alt: pick(['A dot', 'A [dot] *here*', 'a_b']) }),
      indexMark: () => ({
        type: 'indexMark',
        index: pick(['subjects', 'names']),
        ...pick([
          {},
          { entry: 'law!canon' },
          { entry: 'a "so-called" word', sort: "b's" },
          { entry: 'x', range: 'begin' as const },
          { see: 'y (z)', seeAlso: 'more' },
        ]),
        children: own('indexMark'),
      }),
      call: () => call(depth),
    };
    const names = Object.keys(kinds).filter(
      (name) =>
        !inside.includes(name) &&
        !(inside.length > 0 && name === 'call') &&
        !(inside.includes('link') && name.startsWith('citation')) &&
        !(inside.includes('link') && name === 'address'),
    );
    return (kinds[pick(names)] as () => PhrasingContent)();
  }

  function key(): PhrasingContent {
    return { type: 'citationKey', key: pick(keys), ...pick([{}, { isWithoutAuthor: true }]) };
  }

  function call(depth: number): PhrasingContent {
    const isInPlace = random() < 0.5;
    const name = isInPlace ? `text ${++labels}` : `n-${++labels}`;
    const note: FootnoteDefinition = {
      type: 'footnoteDefinition',
      identifier: name,
      ...(isInPlace ? {} : { label: name }),
      children: [],
    };
    notes.push(note);
    note.children = isInPlace
      ? [{ type: 'paragraph', children: phrase(depth, ['note', 'call']) }]
      : ([paragraph(), ...times(0, 1, paragraph)] as BlockContent[]);
    return { type: 'footnoteReference', identifier: name, ...(isInPlace ? {} : { label: name }) };
  }

  function paragraph(): BlockContent {
    const lines = random() < 0.8 ? [phrase(3)] : [phrase(2), [{ type: 'break' as const }], phrase(2)];
    const first: PhrasingContent = text(pick(['', '', pick(words)]) || 'Opening');
    return { type: 'paragraph', children: [...(random() < 0.3 ? [first, text(' ')] : []), ...lines.flat()], ...data() };
  }

  function list(): BlockContent {
    const spread = random() < 0.3;
    const kind = pick(['bullet', 'number', 'sign', 'task']);
    const start = kind === 'number' ? 1 + below(5) : kind === 'sign' ? 1 : null;
    return {
      type: 'list',
      ordered: kind === 'number' || kind === 'sign',
      start,
      spread,
      children: times(2, 3, (i) => ({
        type: 'listItem',
        spread: false,
        checked: kind === 'task' ? i > 0 : null,
        children: [{ type: 'paragraph', children: phrase(2) }],
        ...(kind === 'sign' ? { data: { sign: `${'abc'[i]})`, kind: 'a' as const } } : {}),
      })),
    };
  }

  function table(): RootContent {
    const cell = () => ({ type: 'tableCell' as const, children: phrase(2, ['call', 'image']) });
    const made = {
      type: 'table' as const,
      align: [null, 'right' as const],
      children: times(2, 3, () => ({ type: 'tableRow' as const, children: [cell(), cell()] })),
    };
    if (random() < 0.3) return made;
    return { type: 'captioned', kind: 'table', children: [{ type: 'caption', children: phrase(2) }, made], ...data() };
  }

  function figure(): RootContent {
    const image = () => ({ type: 'image' as const, url: 'dot.svg', title: null, alt: 'What is to be seen' });
    const caption = { type: 'caption' as const, children: phrase(2, ['image', 'call']) };
    return {
      type: 'captioned',
      kind: 'figure',
      children: [
        ...times(1, 2, image),
        caption,
        ...(random() < 0.3 ? [{ type: 'credit' as const, children: phrase(1, ['image', 'call']) }] : []),
      ],
      data: { attributes: { id: `fig-${++ids}` } },
    };
  }

  function subfigures(): RootContent {
    const part = () => ({
      type: 'captioned' as const,
      kind: 'figure' as const,
      children: [
        { type: 'image' as const, url: 'dot.svg', title: null, alt: 'What is to be seen' },
        { type: 'caption' as const, children: phrase(1, ['image', 'call']) },
      ],
      data: { attributes: { id: `fig-${++ids}` } },
    });
    return {
      type: 'captioned',
      kind: 'figure',
      children: [part(), part(), { type: 'caption', children: phrase(1, ['image', 'call']) }],
      data: { attributes: { id: `fig-${++ids}`, 'layout-ncol': pick(['1', '2']) } },
    };
  }

  function listing(): RootContent {
    return {
      type: 'captioned',
      kind: 'listing',
      children: [
        { type: 'caption', children: phrase(2, ['image', 'call']) },
        { type: 'code', lang: pick([null, 'js']), meta: null, value: 'a *b*\n: c' },
      ],
      ...data(),
    };
  }

  const stanza = () => ({
    type: 'stanza' as const,
    children: times(2, 3, (i) => ({
      type: 'verseLine' as const,
      indent: i === 0 ? 0 : below(3),
      children: phrase(2, ['call', 'image']),
    })),
  });
  const source = () => ({
    type: 'source' as const,
    children: [
      text('A. Author, '),
      { type: 'emphasis' as const, children: [text(pick(['A title', 'Назва, 1914', '«So»']))] },
    ],
  });

  const part = (name: string) => ({
    type: 'containerDirective' as const,
    name,
    attributes: {},
    children: [{ type: 'paragraph' as const, children: phrase(1) }],
  });

  function block(depth: number): RootContent {
    // Two lists of definitions in a row are one.
    const blocks = () =>
      (times(1, 2, () => block(depth - 1)) as BlockContent[]).filter(
        ({ type }, i, all) => type !== 'definitionList' || all[i - 1]?.type !== 'definitionList',
      );
    const kinds: (() => RootContent)[] = [
      paragraph,
      paragraph,
      paragraph,
      () => ({ type: 'heading', depth: 2, children: phrase(2, ['image', 'call']), ...data() }),
      list,
      table,
      figure,
      () => ({ type: 'code', lang: pick([null, 'js']), meta: null, value: 'a *b*\n\n```\n[^1]' }),
      () => ({ type: 'thematicBreak' }),
      () => ({
        type: 'displayedFormula',
        value: pick(['a = b', 'a\n- b\n= |c|', '\\begin{cases} 1 & x \\\\ 2 & y \\end{cases}', '> a\n# b,']),
        ...pick([{}, { alt: 'some words' }, { tag: '*' }, { data: { attributes: { id: `eq-${++ids}` } } }]),
      }),
      () => ({ type: 'verse', children: times(1, 2, stanza) }),
      () => ({ type: 'blockquote', children: [{ type: 'paragraph', children: phrase(2) }, source()] }),
      () => ({ type: 'blockquote', children: times(1, 2, stanza) }),
      () => ({
        type: 'definitionList',
        children: [
          { type: 'definitionTerm', children: [text('A term')] },
          ...times(1, 2, () => ({
            type: 'definitionDescription' as const,
            children: times(1, 2, () => ({ type: 'paragraph' as const, children: phrase(2) })),
          })),
        ],
      }),
      () => ({ type: 'htmlBlock', tagName: 'table', properties: {}, content: tableOf(plain().replace(/[<&]/g, '')) }),
      listing,
      subfigures,
      ...(depth > 0
        ? [
            () => ({ type: 'blockquote' as const, children: [paragraph(), list()] }),
            () => ({
              type: 'containerDirective' as const,
              name: pick([
                'box',
                'pullquote',
                'interview',
                'references',
                'dialogue',
                'display',
                'theorem',
                'proof',
                'remark',
                'entries',
              ]),
              attributes: {},
              children: [
                ...(random() < 0.4 ? [{ type: 'label' as const, children: phrase(1, ['image', 'call']) }] : []),
                // A heading at the head of a theorem is its name.
                { type: 'paragraph' as const, children: phrase(1) },
                ...blocks(),
              ],
            }),
            () => ({
              type: 'containerDirective' as const,
              name: 'letter',
              attributes: {},
              children: [
                ...(random() < 0.5 ? [part('dateline')] : []),
                paragraph(),
                ...(random() < 0.5 ? [part('signature')] : []),
                ...(random() < 0.5 ? [source()] : []),
              ],
            }),
            () => ({
              type: 'containerDirective' as const,
              name: 'epigraph',
              attributes: {},
              children: [{ type: 'paragraph' as const, children: phrase(1) }, source()],
            }),
          ]
        : []),
    ];
    return (pick(kinds) as () => RootContent)();
  }

  const blocks = times(3, 7, () => block(2));
  // A paragraph between every two blocks, because neighbouring blocks may be read together.
  const children = blocks.flatMap((one, i) =>
    i > 0 ? [{ type: 'paragraph' as const, children: [text('And then it goes on.')] }, one] : [one],
  );
  return {
    type: 'root',
    children: [
      { type: 'paragraph', children: [text('An opening.')] },
      ...children,
      { type: 'paragraph', children: [text('An end.')] },
      ...notes,
    ],
  };
}

function tableOf(value: string) {
  const cell = {
    type: 'element' as const,
    tagName: 'td',
    properties: { colSpan: '2' },
    children: [{ type: 'text' as const, value }],
  };
  const row = { type: 'element' as const, tagName: 'tr', properties: {}, children: [cell] };
  return [{ type: 'element' as const, tagName: 'tbody', properties: {}, children: [row] }];
}
