import type { Clause } from './clause.ts';
import { attachments } from './clauses/attachments.ts';
import { boxes } from './clauses/boxes.ts';
import { claim } from './clauses/claim.ts';
import { cropBox } from './clauses/crop-box.ts';
import { faces } from './clauses/faces.ts';
import { fontDrawn } from './clauses/font-drawn.ts';
import { fontEmbedded } from './clauses/font-embedded.ts';
import { fontUnicode } from './clauses/font-unicode.ts';
import { glyph } from './clauses/glyph.ts';
import { header } from './clauses/header.ts';
import { id } from './clauses/id.ts';
import { info } from './clauses/info.ts';
import { deviceColours } from './clauses/inks/device-colours.ts';
import { hairline } from './clauses/inks/hairline.ts';
import { inkLimit } from './clauses/inks/ink-limit.ts';
import { outputIntent } from './clauses/inks/output-intent.ts';
import { overprint } from './clauses/inks/overprint.ts';
import { resolution } from './clauses/inks/resolution.ts';
import { textInk } from './clauses/inks/text-ink.ts';
import { transparency } from './clauses/inks/transparency.ts';
import { language } from './clauses/language.ts';
import { outline } from './clauses/outline.ts';
import { pageLabelsClause } from './clauses/page-labels.ts';
import { scripts } from './clauses/scripts.ts';
import { staticPages } from './clauses/static.ts';
import { streams } from './clauses/streams.ts';
import { tabOrder } from './clauses/tab-order.ts';
import { tagsAlt } from './clauses/tags/tags-alt.ts';
import { tagsAltWords } from './clauses/tags/tags-alt-words.ts';
import { tagsCover } from './clauses/tags/tags-cover.ts';
import { tagsHeadings } from './clauses/tags/tags-headings.ts';
import { tagsLinks } from './clauses/tags/tags-links.ts';
import { tagsLists } from './clauses/tags/tags-lists.ts';
import { tagsNotes } from './clauses/tags/tags-notes.ts';
import { tagsPresent } from './clauses/tags/tags-present.ts';
import { tagsRoles } from './clauses/tags/tags-roles.ts';
import { tagsTables } from './clauses/tags/tags-tables.ts';
import { tagsTree } from './clauses/tags/tags-tree.ts';
import { targets } from './clauses/targets.ts';
import { title } from './clauses/title.ts';
import { trapped } from './clauses/trapped.ts';
import { trimSize } from './clauses/trim-size.ts';

/** Every clause, in the order of a report. That a file can be read is checked before any. */
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

  deviceColours,
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

  pageLabelsClause,
  outline,
  targets,
];
