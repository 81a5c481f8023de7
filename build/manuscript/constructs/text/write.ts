import type { Nodes, Text } from 'mdast';
import type { Info, State } from 'mdast-util-to-markdown';
import { readAttributes } from '../attributes/read.ts';
import type { Escapes } from './escapes.ts';

/** Writers of text. A sign gets a backslash only if it would be read as a mark. */
export function textsToMarkdown(escapes: Escapes) {
  return {
    text: (node: Text, parent: Nodes | undefined, state: State, info: Info): string => {
      if (state.stack.includes('autolink')) return node.value;
      return escaped(node.value, {
        before: info.before,
        after: info.after,
        atStart: info.before === '' || /[\n\r]$/.test(info.before),
        // A line of a definition with a bar in it would be read as a row of a table, too.
        inCell: state.stack.some((name) => name === 'tableCell' || name === 'definition'),
        inLink: state.stack.includes('link'),
        isBehindBracket: parent === undefined || isBehindBracket(node, parent),
        others: escapes.get(node) ?? none,
      });
    },
  };
}

interface Surroundings {
  before: string;
  after: string;
  /** Whether the text is at the beginning of a line. */
  atStart: boolean;
  inCell: boolean;
  inLink: boolean;
  /** Whether brackets open the line that the text goes on with: a colon behind them would define a link or a note. */
  isBehindBracket: boolean;
  /** Indexes that need a backslash for another reason. */
  others: ReadonlySet<number>;
}

const none: ReadonlySet<number> = new Set();

function escaped(value: string, place: Surroundings): string {
  const marks = new Set(place.others);
  if (place.atStart) for (const at of atLineStart(value)) marks.add(at);
  if (!place.inLink) for (const at of inAddresses(value)) marks.add(at);
  const special = [...value.matchAll(specialSigns)].map(({ index }) => index);
  const places = marks.size === 0 ? special : [...new Set([...special, ...marks])].sort((a, b) => a - b);
  let written = '';
  let from = 0;
  for (const i of places) {
    if (i >= value.length) continue;
    const character = value[i] as string;
    const before = value[i - 1] ?? place.before.at(-1) ?? '';
    const after = value[i + 1] ?? place.after[0] ?? '';
    written += value.slice(from, i);
    from = i + 1;
    if (character === '\u00a0' && i > 0 && i < value.length - 1 && !/\s/.test(before + after)) written += '\\ ';
    else if (marks.has(i) && !/[!-/:-@[-`{-~]/.test(character)) written += `&#${character.codePointAt(0)};`;
    else
      written += marks.has(i) || isMark(character, before, after, value.slice(i), place) ? `\\${character}` : character;
  }
  return written + value.slice(from);
}

/** The signs that may be marks, or are written in another way. */
const specialSigns = /[\\`*_^~!(:{<&|\u00a0]/g;

function isMark(character: string, before: string, after: string, rest: string, place: Surroundings): boolean {
  switch (character) {
    case '\\':
    case '`':
      return true;
    case '*':
      return !(isSpace(before) && isSpace(after));
    case '_':
      return !(isSpace(before) && isSpace(after)) && !(isLetter(before) && isLetter(after));
    case '^':
      return before === '[' || after === '[';
    case '~':
      return before === '~' || after === '~';
    case '!':
      return after === '[';
    case '(':
      return before === ']' || (/^\n?$/.test(before) && /^\([A-Za-z][\w:.-]*\)=(?:\n|$)/.test(rest));
    case ':':
      return before === ']' && place.isBehindBracket;
    case '{':
      return readAttributes(rest) !== undefined;
    case '<':
      return /^<[A-Za-z/!?]/.test(rest) || (rest === '<' && /[A-Za-z/!?]/.test(after));
    case '&':
      return /^&(?:#\d|#[xX][\da-fA-F]|[A-Za-z][A-Za-z\d]{0,31};)/.test(rest);
    case '|':
      return place.inCell;
    default:
      return false;
  }
}

/** True if the line to which a text belongs begins with a bracket, in the text or in what is written before it. */
function isBehindBracket(node: Text, parent: Nodes): boolean {
  const siblings = ('children' in parent ? parent.children : []) as Nodes[];
  const before = siblings.slice(0, siblings.indexOf(node));
  const [first = node] = before.slice(before.findLastIndex(({ type }) => type === 'break') + 1);
  return first.type === 'text' ? first.value.startsWith('[') : bracketed.has(first.type);
}

const bracketed: ReadonlySet<string> = new Set(['citation', 'footnoteReference', 'link', 'span', 'indexMark']);

/** The signs that have a meaning at the beginning of a line. */
function atLineStart(value: string): number[] {
  const found =
    /^(?:(?=#{1,6}|[-+*](?:\s|$)|-{2}|=+\s*$|\+[-=:]|>|\||:{3}|[:~](?:\s|$)|!{3}|\?{3}|\[[ xX✓✔]\]\s|\[![A-Za-z]|\[[^\]]*\]:)|\d{1,9}(?=[.)](?:\s|$)))/.exec(
      value,
    );
  return found ? [found[0].length] : [];
}

/** The places to escape in addresses that must not become links. */
function inAddresses(value: string): number[] {
  if (!/:\/\/|www|@/i.test(value)) return [];
  return [
    ...[...value.matchAll(/https?(?=:\/\/\S)/gi)].map(({ index, 0: name }) => index + name.length),
    ...[...value.matchAll(/(?<![A-Za-z\d/])www(?=\.\S)/gi)].map(({ index }) => index + 3),
    ...[...value.matchAll(/(?<=[\w.+-])@(?=[\w-]+\.[\w.-]*\w)/g)].map(({ index }) => index),
  ];
}

function isSpace(character: string): boolean {
  return character === '' || /\s/.test(character);
}

function isLetter(character: string): boolean {
  return character !== '' && !/[\s\p{P}\p{S}]/u.test(character);
}
