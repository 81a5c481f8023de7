import type { Element } from 'xast';
import { elementsIn } from '../archive.ts';
import type { EpubFinding, EpubRule } from '../finding.ts';
import { wordsOf } from '../words.ts';

/** Requires calls and notes to lead to one another, with the same number. */
export const noteRule: EpubRule = ({ documents }) => {
  const findings: EpubFinding[] = [];
  for (const { path, tree } of documents) {
    const add = (element: Element, found: string, expected?: string) =>
      findings.push({ rule: 'epub-notes', found, ...(expected ? { expected } : {}), path, element });
    const all = elementsIn(tree);
    const byId = new Map(all.map((element) => [element.attributes.id, element]));
    const calls = all.filter(({ attributes }) => attributes.role === 'doc-noteref');
    const notes = all.filter(({ attributes }) => attributes.role === 'doc-footnote');
    const targetOf = ({ attributes }: Element) => byId.get((attributes.href ?? '').replace(/^#/, ''));
    const back = new Map(
      notes.map((note) => [note, elementsIn(note).filter(({ attributes }) => attributes.role === 'doc-backlink')]),
    );
    for (const call of calls) {
      const note = targetOf(call);
      const number = wordsOf(call);
      if (!note || !back.has(note)) add(call, `Call ${number} leads to no note`, 'the id of a note in this document');
      else if (numberOf(note) !== number) add(call, `Call ${number} leads to note ${numberOf(note)}`);
      else if (!back.get(note)?.some((link) => targetOf(link) === call))
        add(
          note,
          `Note ${number} does not lead back to ${call.attributes.id ?? 'its call'}`,
          'a way back for each of its calls',
        );
    }
    for (const [note, links] of back) {
      const number = numberOf(note);
      if (links.length === 0) add(note, `Note ${number} leads back to no call`, 'a link with role="doc-backlink"');
      for (const link of links) {
        const call = targetOf(link);
        const name = link.attributes['aria-label'] ?? link.attributes.title ?? wordsOf(link);
        if (call?.attributes.role !== 'doc-noteref') add(link, `The way back of note ${number} leads to no call`);
        else if (wordsOf(call) !== number) add(link, `The way back of note ${number} leads to call ${wordsOf(call)}`);
        if (!hasNumber(name, number))
          add(link, `The way back of note ${number} is called “${name}”`, 'its number in the name');
      }
    }
  }
  return findings;
};

/** True if a name says a number, which is not part of another, or a sign. */
function hasNumber(name: string, number: string): boolean {
  return name.split(/(\d+|[*†‡§]+)/).includes(number);
}

/** The number or sign that a note begins with. */
function numberOf(note: Element): string {
  return /^(?:\d+|[*†‡§]+)/.exec(wordsOf(note))?.[0] ?? '';
}
