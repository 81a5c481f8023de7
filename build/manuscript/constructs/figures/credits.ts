import type { FootnoteDefinition } from 'mdast';
import type { Position } from 'unist';
import type { VFile } from 'vfile';
import { readInline } from '../../inline.ts';
import type { Captioned, Credit } from '../../tree.ts';

/** The surroundings of the credits of one article: the labels of notes that they may call, and a count of credits. */
export interface CreditSetting {
  file: VFile;
  labels: readonly string[];
  count: number;
}

/**
 * Puts the credit of a figure behind its caption, or behind its pictures. Several, of several pictures or by several
 * keys, are one, with a full stop between. Returns its notes.
 */
export function addCredit(
  figure: Captioned,
  written: readonly string[],
  setting: CreditSetting,
  position: Position | undefined,
): FootnoteDefinition[] {
  const texts = [...new Set(written.map((text) => text.trim()).filter(Boolean))];
  if (texts.length === 0) return [];
  const { file, labels } = setting;
  const words = texts.map((text, i) => (i < texts.length - 1 && !/[.;!?]$/.test(text) ? `${text}.` : text)).join(' ');
  const { paragraphs, notes } = readInline(words, file, position, { labels, place: `credit ${++setting.count}` });
  const credit: Credit = { type: 'credit', children: paragraphs.flat(), ...(position ? { position } : {}) };
  const last = figure.children.findLastIndex(({ type }) => /^(?:image|paragraph|captioned|caption)$/.test(type));
  figure.children.splice(
    figure.children.findIndex(({ type }) => type === 'caption') + 1 || last + 1,
    0,
    credit as never,
  );
  return notes;
}
