import type { ElementContent, Nodes, Root, Text } from 'hast';
import { type Language, type Languages, languageOrEnglish } from '../languages/languages.ts';
import { isOpaque } from './opaque.ts';

/**
 * The text of one paragraph, heading or cell, through all its emphasis and links, as the passes of typography see it.
 * `text` and `langs` are what was written; a pass changes `cells`, one for each UTF-16 unit of the text, so that passes
 * do not get in each other’s way.
 */
export interface InlineRun {
  text: string;
  /** Language of the block. */
  lang: string;
  /** Language at each unit, e.g. `en-GB`. */
  langs: string[];
  /** What each unit becomes. */
  cells: string[];
  /** Returns the language of a tag; English for one that is not known. */
  languageOf: (lang?: string) => Language;
}

/** Represents in a run whatever no pass may look into: code, addresses, identifiers, calls, images. */
export const opaque = '\ufffc';

/** Addresses and DOIs in running text: their hyphens, dots and apostrophes are their own. */
export const identifiers = /(?:https?:\/\/|www\.|doi:\s?|10\.\d{4,9}\/)[^\s«»“”"<>]+/gi;

/** A run of a block in a language, without text. */
export function emptyRun(lang: string, languages: Languages): InlineRun {
  return { text: '', lang, langs: [], cells: [], languageOf: (tag = 'en') => languageOrEnglish(languages, tag) };
}

/** Adds text in a language to a run. */
export function addText(run: InlineRun, text: string, language: string): void {
  run.text += text;
  for (const unit of text.split('')) {
    run.langs.push(language);
    run.cells.push(unit);
  }
}

interface Part {
  node: Text;
  from: number;
}

/**
 * Applies passes to every run of inline text below a node, whose language is `lang` unless an element says otherwise.
 */
export function eachRun(
  tree: Root | ElementContent[],
  lang: string,
  languages: Languages,
  passes: readonly ((run: InlineRun) => void)[],
): void {
  let run = emptyRun(lang, languages);
  let parts: Part[] = [];
  const flush = (next: string): void => {
    if (parts.length > 0) {
      run.text = run.text.replace(identifiers, (match) => opaque.repeat(match.length));
      for (const pass of passes) pass(run);
      for (const { node, from } of parts) node.value = run.cells.slice(from, from + node.value.length).join('');
    }
    run = emptyRun(next, languages);
    parts = [];
  };
  const walk = (node: Nodes, language: string): void => {
    if (node.type === 'text') {
      parts.push({ node, from: run.text.length });
      addText(run, node.value, language);
    } else if (node.type === 'element') {
      const own = typeof node.properties.lang === 'string' ? node.properties.lang : language;
      if (isOpaque(node)) addText(run, opaque, own);
      else if (inline.has(node.tagName)) for (const child of node.children) walk(child, own);
      else {
        flush(own);
        for (const child of node.children) walk(child, own);
        flush(language);
      }
    }
  };
  for (const child of Array.isArray(tree) ? tree : tree.children) walk(child as Nodes, lang);
  flush(lang);
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
