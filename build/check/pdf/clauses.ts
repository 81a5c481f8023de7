import type { Clause } from './clause.ts';
import { attachments } from './clauses/attachments.ts';
import { boxes } from './clauses/boxes.ts';
import { claim } from './clauses/claim.ts';
import { colour } from './clauses/colour.ts';
import { cropBox } from './clauses/crop-box.ts';
import { faces } from './clauses/faces.ts';
import { fontDrawn } from './clauses/font-drawn.ts';
import { fontEmbedded } from './clauses/font-embedded.ts';
import { fontUnicode } from './clauses/font-unicode.ts';
import { glyph } from './clauses/glyph.ts';
import { hairline } from './clauses/hairline.ts';
import { header } from './clauses/header.ts';
import { id } from './clauses/id.ts';
import { info } from './clauses/info.ts';
import { inkLimit } from './clauses/ink-limit.ts';
import { language } from './clauses/language.ts';
import { outline } from './clauses/outline.ts';
import { outputIntent } from './clauses/output-intent.ts';
import { overprint } from './clauses/overprint.ts';
import { pageLabels } from './clauses/page-labels.ts';
import { resolution } from './clauses/resolution.ts';
import { scripts } from './clauses/scripts.ts';
import { staticPages } from './clauses/static.ts';
import { streams } from './clauses/streams.ts';
import { tabOrder } from './clauses/tab-order.ts';
import { tagsAlt } from './clauses/tags-alt.ts';
import { tagsAltWords } from './clauses/tags-alt-words.ts';
import { tagsCover } from './clauses/tags-cover.ts';
import { tagsHeadings } from './clauses/tags-headings.ts';
import { tagsLinks } from './clauses/tags-links.ts';
import { tagsLists } from './clauses/tags-lists.ts';
import { tagsNotes } from './clauses/tags-notes.ts';
import { tagsPresent } from './clauses/tags-present.ts';
import { tagsRoles } from './clauses/tags-roles.ts';
import { tagsTables } from './clauses/tags-tables.ts';
import { tagsTree } from './clauses/tags-tree.ts';
import { targets } from './clauses/targets.ts';
import { textInk } from './clauses/text-ink.ts';
import { title } from './clauses/title.ts';
import { transparency } from './clauses/transparency.ts';
import { trapped } from './clauses/trapped.ts';
import { trimSize } from './clauses/trim-size.ts';

/** Every clause, in the order of a report. Whether a file can be read at all is found before any. */
export const clauses: readonly Clause[] = [
  header,
  id,
  claim,
  info,
  title,
  outputIntent,
  streams,
  scripts,
  attachments,

  faces,
  fontEmbedded,
  fontDrawn,
  fontUnicode,
  glyph,

  colour,
  transparency,
  textInk,
  inkLimit,
  overprint,
  hairline,
  resolution,

  boxes,
  trimSize,
  cropBox,
  trapped,
  staticPages,

  tagsPresent,
  tagsCover,
  tagsTree,
  tagsRoles,
  tagsAlt,
  tagsAltWords,
  tagsHeadings,
  tagsTables,
  tagsLists,
  tagsNotes,
  tagsLinks,
  tabOrder,
  language,

  pageLabels,
  outline,
  targets,
];
