import type { ElementContent, Nodes, Root, Text } from 'hast';

/**
 * The text of one paragraph, heading or cell, through all its emphasis and links, as the passes of typography see it. `text` and `langs`
 * are what was written; a pass changes `cells`, one for each UTF-16 unit of the text, so that passes do not get in each other’s way.
 */
export interface InlineRun {
  text: string;
  /** Language at each unit, e.g. `en-GB`. */
  langs: string[];
  /** What each unit becomes. */
  cells: string[];
}

/** Stands in a run for what no pass may look into: code, addresses, calls, images. */
export const opaque = '\ufffc';

interface Part {
  node: Text;
  from: number;
}

/** Applies passes to every run of inline text below a node, whose language is `lang` unless an element says otherwise. */
export function eachRun(
  tree: Root | ElementContent[],
  lang: string,
  passes: readonly ((run: InlineRun) => void)[],
): void {
  let run: InlineRun = { text: '', langs: [], cells: [] };
  let parts: Part[] = [];
  const push = (text: string, language: string): void => {
    run.text += text;
    for (const unit of text.split('')) {
      run.langs.push(language);
      run.cells.push(unit);
    }
  };
  const flush = (): void => {
    if (parts.length > 0) {
      for (const pass of passes) pass(run);
      for (const { node, from } of parts) node.value = run.cells.slice(from, from + node.value.length).join('');
    }
    run = { text: '', langs: [], cells: [] };
    parts = [];
  };
  const walk = (node: Nodes, language: string): void => {
    if (node.type === 'text') {
      parts.push({ node, from: run.text.length });
      push(node.value, language);
    } else if (node.type === 'element') {
      const own = typeof node.properties.lang === 'string' ? node.properties.lang : language;
      if (isOpaque(node)) push(opaque, own);
      else if (inline.has(node.tagName)) for (const child of node.children) walk(child, own);
      else {
        flush();
        for (const child of node.children) walk(child, own);
        flush();
      }
    }
  };
  for (const child of Array.isArray(tree) ? tree : tree.children) walk(child as Nodes, lang);
  flush();
}

const inline = new Set([
  'a',
  'em',
  'strong',
  'span',
  'b',
  'i',
  'u',
  's',
  'del',
  'ins',
  'small',
  'cite',
  'q',
  'abbr',
  'sub',
  'sup',
]);

/** Code, images, calls, and links whose words are an address. */
function isOpaque(node: Nodes): boolean {
  if (node.type !== 'element') return false;
  if (['code', 'pre', 'kbd', 'samp', 'img', 'br', 'wbr', 'svg', 'math'].includes(node.tagName)) return true;
  if (node.tagName !== 'a') return false;
  if ((node.properties.className as string[] | undefined)?.includes('call')) return true;
  const [only] = node.children;
  return (
    node.children.length === 1 &&
    only?.type === 'text' &&
    /^(https?:\/\/|www\.|doi:|10\.\d{4,}\/)\S*$|^\S+@\S+$/.test(only.value)
  );
}
