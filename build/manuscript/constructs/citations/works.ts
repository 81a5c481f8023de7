import type { PhrasingContent } from 'mdast';
import type { VFile } from 'vfile';
import { report } from '../../../diagnostics/report.ts';
import type { CitedItem } from '../../../references/cite/job.ts';
import { readLocator } from '../../../references/cite/locators.ts';
import { closeSign, openSign } from '../../../references/cite/signs.ts';
import type { Citation, CitationKey } from '../../tree.ts';

/** A cited work with the words before and behind it. */
export interface CitedWork {
  key: CitationKey;
  before: PhrasingContent[];
  behind: PhrasingContent[];
}

/** The works of a citation. Semicolons part them; one that has none before it is reported. */
export function worksOf({ children }: Citation, file: VFile): CitedWork[] {
  const works: CitedWork[] = [];
  let open: PhrasingContent[] = [];
  for (const child of children) {
    if (child.type !== 'citationKey') {
      open.push(child);
      continue;
    }
    const last = works.at(-1);
    if (last) {
      const { before, behind } = partedWords(open);
      if (before === undefined)
        report(file, 'citation-form', {
          at: child.position,
          found: `No semicolon before the key @${child.key}`,
          expected: '[@one; @other]',
          fix: 'Write ; between two works.',
          // Nothing but a comma between them says the same.
          ...(behind.length === 0 ? { level: 'warning' as const } : {}),
        });
      last.behind = behind;
      open = before ?? [];
    }
    works.push({ key: child, before: open, behind: [] });
    open = [];
  }
  const last = works.at(-1);
  if (last) last.behind = open;
  return works;
}

/** The words between two keys, parted at their last semicolon. */
function partedWords(words: readonly PhrasingContent[]): { behind: PhrasingContent[]; before?: PhrasingContent[] } {
  const i = words.findLastIndex((word) => word.type === 'text' && word.value.includes(';'));
  const text = words[i];
  if (text?.type !== 'text')
    return { behind: [...words].filter((word) => !(word.type === 'text' && /^[\s,]*$/.test(word.value))) };
  const at = text.value.lastIndexOf(';');
  const part = (value: string): PhrasingContent[] => (value.trim() ? [{ type: 'text', value }] : []);
  return {
    behind: [...words.slice(0, i), ...part(text.value.slice(0, at))],
    before: [...part(text.value.slice(at + 1)), ...words.slice(i + 1)],
  };
}

/** A work for the processor. Nodes that are not text are added to `own`, and named by their number. */
export function citedItem(
  { key, before, behind }: CitedWork,
  id: string,
  lang: string,
  own: PhrasingContent[],
): CitedItem {
  const [first, ...others] = behind;
  const locator = first?.type === 'text' ? readLocator(first.value, lang) : undefined;
  const rest: PhrasingContent[] = locator ? [{ type: 'text', value: locator.rest }, ...others] : [...behind];
  const prefix = plain(before, own).trimStart();
  const suffix = plain(rest, own).trimEnd();
  return {
    id,
    ...(locator?.locator ? { label: locator.label, locator: locator.locator } : {}),
    ...(prefix ? { prefix: /\s$|[(«„“'’-]$/u.test(prefix) ? prefix : `${prefix} ` } : {}),
    ...(suffix ? { suffix: /^[\s,.;:!?)»”]/u.test(suffix) ? suffix : ` ${suffix}` } : {}),
    ...(key.isWithoutAuthor ? { 'suppress-author': true } : {}),
  };
}

function plain(nodes: readonly PhrasingContent[], own: PhrasingContent[]): string {
  return nodes
    .map((node) => {
      if (node.type === 'text') return node.value.replace(/\s+/g, ' ');
      own.push(node);
      return `${openSign}${own.length - 1}${closeSign}`;
    })
    .join('');
}
