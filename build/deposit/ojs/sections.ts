import type { Element } from 'xast';
import type { CitableIssue, CitableSection } from '../../citable/citable.ts';
import { element } from '../../xml/element.ts';

/** A section with the abbreviation by which OJS knows it. */
export interface OjsSection extends CitableSection {
  abbreviation: string;
  title: string;
}

/** The sections of an issue. One without a title is called Articles, as the first section of each OJS is. */
export function ojsSections({ sections, journal }: CitableIssue): OjsSection[] {
  const [title, abbreviation] = journal.lang.startsWith('uk') ? ['Статті', 'СТАТ'] : ['Articles', 'ART'];
  return sections.map((section) => ({
    ...section,
    title: section.title ?? title,
    abbreviation: section.abbreviation ?? (section.title ? abbreviationOf(section.title) : abbreviation),
  }));
}

/** The first letters of a title’s words, or of its one word, in capitals: ART for Articles. */
export function abbreviationOf(title: string): string {
  const words = title.match(/\p{L}[\p{L}\p{M}]*/gu) ?? ['ART'];
  const all = words.length > 1 ? words.map((word) => word.slice(0, 1)).join('') : (words[0] ?? '').slice(0, 3);
  return all.toUpperCase();
}

/** The sections as OJS imports them: it makes those whose title and abbreviation it does not know. */
export function sectionElements(sections: readonly OjsSection[], locale: string): Element {
  const once = [...new Map(sections.map((section) => [section.abbreviation, section])).values()];
  return element(
    'sections',
    {},
    once.map(({ title, abbreviation }, i) =>
      element(
        'section',
        {
          ref: abbreviation,
          seq: i,
          editor_restricted: 0,
          meta_indexed: 1,
          meta_reviewed: 1,
          abstracts_not_required: 1,
          hide_title: 0,
          hide_author: 0,
          abstract_word_count: 0,
        },
        element('abbrev', { locale }, abbreviation),
        element('title', { locale }, title),
      ),
    ),
  );
}
