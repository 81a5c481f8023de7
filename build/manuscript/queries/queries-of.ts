import { VFile } from 'vfile';
import { readMarkdown } from '../parse.ts';
import { mayAsk, type Query } from './find-queries.ts';

const known = new WeakMap<VFile, { text: string; queries: Query[] }>();

/** The open queries of a manuscript, in reading order: those in a note stand where its call does. */
export function queriesOf(file: VFile): readonly Query[] {
  const text = String(file);
  if (!mayAsk(text)) return [];
  const before = known.get(file);
  if (before?.text === text) return before.queries;
  const copy = new VFile({ path: file.path, value: text });
  const { queries } = readMarkdown(copy);
  const open = queries.filter((one) => one.text !== '');
  known.set(file, { text, queries: open });
  return open;
}
