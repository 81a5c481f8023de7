import type { EmbeddedFonts } from '../fonts/embed.ts';
import type { Issue } from '../issue/model.ts';
import type { Style } from '../styles/style.ts';
import type { ChapterFacts } from './chapter-facts.ts';

/**
 * All files that the documents load except the stylesheet, by path in OEBPS/, sorted: faces and their licences,
 * pictures, the style's files.
 */
export function resourcesOf(
  issue: Issue,
  cover: { path: string; data: Uint8Array },
  style: Style,
  fonts: EmbeddedFonts,
  documents: readonly ChapterFacts[],
): Map<string, Uint8Array> {
  const shown = new Set(documents.flatMap((one) => one.shown));
  const files = new Map([...fonts.files, [cover.path, cover.data] as const]);
  for (const { name, data } of issue.pictures) if (shown.has(`images/${name}`)) files.set(`images/${name}`, data);
  for (const [path, data] of style.files) if (path.startsWith('style/')) files.set(path, data);
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}
