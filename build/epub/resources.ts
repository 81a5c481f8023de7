import { visit } from 'unist-util-visit';
import type { Root } from 'xast';
import type { EmbeddedFonts } from '../fonts/embed.ts';
import type { Issue } from '../issue/model.ts';
import type { Style } from '../styles/style.ts';

/**
 * All files that the documents load except the stylesheet, by path in OEBPS/, sorted: faces and their licences,
 * pictures, the style's files.
 */
export function resourcesOf(
  issue: Issue,
  cover: { path: string; data: Uint8Array },
  style: Style,
  fonts: EmbeddedFonts,
  trees: readonly Root[],
): Map<string, Uint8Array> {
  const shown = new Set<string>();
  for (const tree of trees) visit(tree, 'element', ({ attributes: { src } }) => void (src && shown.add(src)));
  const files = new Map([...fonts.files, [cover.path, cover.data] as const]);
  for (const { name, data } of issue.pictures) if (shown.has(`images/${name}`)) files.set(`images/${name}`, data);
  for (const [path, data] of style.files) if (path.startsWith('style/')) files.set(path, data);
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
