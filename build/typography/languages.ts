import type { Element, ElementContent, Nodes, Root, Text } from 'hast';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import { cyrillicLanguage, type Script, scriptOf } from './script.ts';

/** A stretch of one text node in another script than the text around it. */
interface ForeignRun {
  node: Text;
  parent: Element | Root;
  from: number;
  to: number;
  script: Script;
  /** The block it stands in: runs of one note or paragraph are likely of one language. */
  block: Nodes;
  lang?: string;
}

/**
 * Marks stretches in another script with their language, told by their letters; where the letters do not tell, the language of the
 * other runs of the same block, then of the article, is taken. What is left is reported, and marked as undetermined.
 * `latin` is the language of Latin words in a text of another script.
 */
export function markLanguages(tree: Root, lang: string, latin: string, file: VFile): void {
  const runs: ForeignRun[] = [];
  collect(tree, tree, lang, tree, runs);
  for (const run of runs) {
    const text = run.node.value.slice(run.from, run.to);
    const told = run.script === 'Cyrl' ? cyrillicLanguage(text) : run.script === 'Latn' ? latin : 'el';
    if (told) run.lang = told;
  }
  const usual = mostFrequent(runs);
  for (const run of runs) {
    if (run.lang) continue;
    run.lang = mostFrequent(runs.filter((other) => other.block === run.block)) ?? usual ?? 'und-Cyrl';
    if (run.lang !== 'und-Cyrl') continue;
    const text = run.node.value.slice(run.from, run.to);
    report(file, 'language-told', {
      at: run.node.position,
      found: `The language of “${text.length > 40 ? `${text.slice(0, 40)}…` : text}” cannot be told by its letters`,
      fix: 'Mark it: [words]{lang=uk}.',
    });
  }
  for (const run of runs.reverse()) wrap(run);
}

function collect(node: Element | Root, parent: Element | Root, lang: string, block: Nodes, runs: ForeignRun[]): void {
  for (const child of node.children) {
    if (child.type === 'text') runs.push(...runsOf(child, node, lang, block));
    else if (child.type === 'element' && !['code', 'pre', 'kbd', 'samp', 'svg', 'math'].includes(child.tagName)) {
      const own = typeof child.properties.lang === 'string' ? child.properties.lang : lang;
      collect(child, parent, own, blocks.has(child.tagName) ? child : block, runs);
    }
  }
}

const blocks = new Set(['p', 'li', 'td', 'th', 'figcaption', 'h2', 'h3', 'h4', 'h5', 'h6', 'dd', 'dt']);

function runsOf(node: Text, parent: Element | Root, lang: string, block: Nodes): ForeignRun[] {
  const own = scriptOf(lang);
  const runs: ForeignRun[] = [];
  for (const script of ['Latn', 'Cyrl', 'Grek'] as const) {
    // A lone Greek letter in a text is a sign, not a word.
    if (script === own) continue;
    for (const match of node.value.matchAll(patterns[script])) {
      if (script === 'Latn' && /[:/@]|^\P{Ll}*$/u.test(match[0])) continue;
      runs.push({ node, parent, from: match.index, to: match.index + match[0].length, script, block });
    }
  }
  return runs.sort((a, b) => a.from - b.from);
}

/** Words of a script, with what stands between two of them but no letter of another; Roman numerals belong to either. */
function wordsOf(script: Script): RegExp {
  const word = String.raw`\p{Script=${script}}(?:[\p{Script=${script}}\p{M}’'ʼ-]*[\p{Script=${script}}\p{M}])?`;
  const between = String.raw`(?:[^\p{L}]|(?<!\p{L})[IVXLC]+(?!\p{L})){1,24}?`;
  return new RegExp(String.raw`(?<!\p{L})«?${word}(?:${between}${word})*(?:\.(?=\s?[\p{P}\d])|»)?`, 'gu');
}

const patterns: Record<Script, RegExp> = {
  Latn: wordsOf('Latn'),
  Cyrl: wordsOf('Cyrl'),
  Grek: /\p{Script=Grek}{2}[\p{Script=Grek}\p{M}]*(?:[^\p{L}]{1,24}?\p{Script=Grek}[\p{Script=Grek}\p{M}]*)*/gu,
};

function mostFrequent(runs: readonly ForeignRun[]): string | undefined {
  const counts = new Map<string, number>();
  for (const { lang, script } of runs) if (lang && script === 'Cyrl') counts.set(lang, (counts.get(lang) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}

/** Puts a run into an element of its language; an element that holds nothing else takes the language itself. */
function wrap({ node, parent, from, to, lang = 'und' }: ForeignRun): void {
  const { value } = node;
  if (
    from === 0 &&
    to === value.length &&
    parent.type === 'element' &&
    parent.children.length === 1 &&
    parent.tagName !== 'a'
  ) {
    parent.properties.lang ??= lang;
    return;
  }
  const text = (part: string): Text => ({
    type: 'text',
    value: part,
    ...(node.position ? { position: node.position } : {}),
  });
  const span: Element = {
    type: 'element',
    tagName: 'span',
    properties: { lang },
    children: [text(value.slice(from, to))],
  };
  const after = value.slice(to);
  const rest: ElementContent[] = after ? [span, text(after)] : [span];
  node.value = value.slice(0, from);
  const index = (parent.children as Nodes[]).indexOf(node);
  parent.children.splice(index + 1, 0, ...rest);
  if (node.value === '') parent.children.splice(index, 1);
}
