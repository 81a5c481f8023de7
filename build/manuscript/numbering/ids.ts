import GithubSlugger from 'github-slugger';
import type { Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { VFile } from 'vfile';
import { report } from '../../diagnostics/report.ts';
import { asciiName } from '../../languages/ascii-name.ts';
import { visit } from '../../text/visit.ts';
import { reservedIds } from '../constructs/attributes/apply.ts';
import { asId } from '../constructs/attributes/read.ts';
import { addAttributes, attributesOf } from '../tree.ts';

/**
 * Reports ids that an author wrote twice, and gives each heading without an id one made from its words. `lang` is the
 * language of the words.
 */
export function giveIds(lang: string) {
  return (tree: Root, file: VFile): void => {
    const lines = new Map<string, number | undefined>();
    visit(tree, (node) => {
      const { id } = attributesOf(node);
      if (id === undefined) return;
      if (lines.has(id)) {
        report(file, 'id-once', {
          at: node.position,
          found: `A second {#${id}}; the first is on line ${lines.get(id)}`,
          fix: 'Give one of the two another id.',
        });
      } else lines.set(id, node.position?.start.line);
    });
    followOtherIds(tree);
    const slugger = new GithubSlugger();
    visit(tree, 'heading', (heading) => {
      if (attributesOf(heading).id) return;
      const words = asciiName(textOf(heading).slice(0, 200), lang).replace(/^[^a-z]+/, '') || 'section';
      const stem = reservedIds.test(words) ? `section-${words}` : words;
      let id = slugger.slug(stem);
      while (lines.has(id)) id = slugger.slug(stem);
      addAttributes(heading, { id });
    });
  };
}

/** Leads references to a further name of a formula to its first. */
function followOtherIds(tree: Root): void {
  const first = new Map<string, string>();
  visit(tree, 'displayedFormula', (formula) => {
    for (const id of formula.data?.otherIds ?? []) first.set(id, attributesOf(formula).id ?? id);
  });
  if (first.size === 0) return;
  visit(tree, 'link', (link) => {
    const id = link.url.startsWith('#') ? first.get(asId(link.url.slice(1))) : undefined;
    if (id) link.url = `#${id}`;
  });
}
