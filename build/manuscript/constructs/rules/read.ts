import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import type { Notice } from '../../../diagnostics/report.ts';
import { EXIT, visit } from '../../../text/visit.ts';

/**
 * Removes the remains of notes at the end of a text: a heading “Notes” with nothing below it, and a rule before the
 * notes. Reports other headings with nothing below them.
 */
export function readLeftovers(tree: Root): Notice[] {
  const notices: Notice[] = [];
  const hasNotes = tree.children.some(({ type }) => type === 'footnoteDefinition');
  let cites = false;
  visit(tree, 'citation', () => {
    cites = true;
    return EXIT;
  });
  const isText = ({ type, ...node }: RootContent): boolean =>
    type !== 'footnoteDefinition' &&
    type !== 'definition' &&
    !(type === 'html' && /^<!--/.test((node as { value: string }).value));
  const takeOut = (node: RootContent, found: string): void => {
    tree.children.splice(tree.children.indexOf(node), 1);
    notices.push({
      kind: found,
      rule: 'heading-followed',
      level: 'info',
      at: node,
      found,
      fix: 'Remove it: the editions put the notes where they belong.',
    });
  };
  const blocks = tree.children.filter(isText);
  for (const [i, node] of blocks.entries()) {
    if (node.type !== 'heading') continue;
    const next = blocks[i + 1];
    const words = textOf(node)
      .replace(/\{[^}]*\}\s*$/, '')
      .replace(/[\s:.]+$/, '')
      .trim();
    const isEmpty =
      !next || next.type === 'thematicBreak'
        ? !blocks.slice(i + 1).some(({ type }) => type !== 'thematicBreak')
        : next.type === 'heading' && next.depth <= node.depth;
    if (!isEmpty) continue;
    if ((hasNotes || cites) && noteWords.test(words))
      takeOut(node, `The heading “${words}” with nothing below it is left out`);
    // The bibliography will stand below the last heading.
    else if (words !== '' && (next || !cites))
      notices.push({
        kind: 'heading-followed',
        rule: 'heading-followed',
        at: node,
        found: `Nothing stands below the heading “${words.slice(0, 60)}”`,
        fix: next
          ? 'Write what it is about, or remove it; a heading below it has one # more.'
          : 'Write what it is about, or remove it.',
      });
  }
  const rest = tree.children.filter(isText);
  while (rest.length > 1 && rest.at(-1)?.type === 'thematicBreak')
    takeOut(
      rest.pop() as RootContent,
      hasNotes ? 'The rule before the notes is left out' : 'The rule at the end of the text is left out',
    );
  return notices;
}

/** Headings for notes in several languages. */
export const noteWords =
  /^(?:(?:foot|end)?notes?(?: and references)?|примітки|виноски|зноски|примечания|сноски|заўвагі|зноскі|anmerkungen|(?:fu(?:ß|ss)|end)noten|przypisy|poznámky|notas|note|noten|voetnoten|noter|fotnoter|notes de bas de page|notes en bas de page|бележки|напомене|bilješke|opombe|pastabos|vēres|viited|jegyzetek|σημειώσεις)$/iu;

/**
 * Reads rows of stars that a word processor escaped as rules, and headings that a rule directly below a paragraph made
 * by accident as a paragraph and a rule.
 */
export function readRules(tree: Root, file: VFile): Notice[] {
  const notices: Notice[] = [];
  visit(tree, 'paragraph', (paragraph, index, parent) => {
    if (
      !parent ||
      index === undefined ||
      !/^\s*(?:⁂|\*[\s*]*|(?:[*＊✻⁎∗]\s*){1,7}|[—–_]{3,}|(?:[—–_]\s+){2,}[—–_])\s*$/.test(textOf(paragraph))
    )
      return;
    if (textOf(paragraph).replace(/\s/g, '').length > 40) return;
    parent.children[index] = {
      type: 'thematicBreak',
      ...(paragraph.position ? { position: paragraph.position } : {}),
    } as never;
  });
  visit(tree, 'heading', (heading, index, parent) => {
    const from = heading.position?.start.offset;
    if (from === undefined || !parent || index === undefined || String(file)[from] === '#') return;
    const text = textOf(heading);
    const isProse = text.includes('\n') || text.length > 120 || /[.,;:]["'”»]?$/.test(text.trim());
    if (!isProse) return;
    notices.push({
      kind: 'setext',
      rule: 'heading-level',
      level: 'info',
      at: heading,
      found:
        'A paragraph with a row of signs right below it, which Markdown makes a heading of; it is set as a paragraph with a rule below',
      fix: 'Put an empty line before the rule; for a heading, write ## before its words.',
    });
    (parent.children as RootContent[]).splice(index, 1, paragraphOf(heading), {
      type: 'thematicBreak',
      ...(heading.position ? { position: heading.position } : {}),
    });
  });
  return notices;
}

function paragraphOf({ children, position }: Heading): Paragraph {
  return { type: 'paragraph', children, ...(position ? { position } : {}) };
}
