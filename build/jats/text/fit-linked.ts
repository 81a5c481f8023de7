import type { ElementContent } from 'xast';

/** What the words of a link may be, by the DTD: they have looks, and no links or formulas in them. */
const linkable: ReadonlySet<string> = new Set(
  'bold italic monospace sc strike sub sup underline named-content styled-content'.split(' '),
);

/**
 * Links words, by `link`. What JATS allows in no link stands beside it: a formula, a picture or a call parts the link
 * in two, and a link inside a link stands by itself.
 */
export function fitLinked(
  words: readonly ElementContent[],
  link: (words: ElementContent[]) => ElementContent,
): ElementContent[] {
  const parts: ElementContent[] = [];
  let run: ElementContent[] = [];
  const end = () => {
    if (run.length > 0) parts.push(run.every(isBlank) ? (run[0] as ElementContent) : link(run));
    run = [];
  };
  for (const word of words) {
    if (isLinkable(word)) run.push(word);
    else {
      end();
      parts.push(word);
    }
  }
  end();
  return withOneId(parts);
}

function isLinkable(node: ElementContent): boolean {
  if (node.type !== 'element') return true;
  return linkable.has(node.name) && node.children.every(isLinkable);
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && node.value.trim() === '';
}

/** Takes its id from each part but the first of those that have the same. */
function withOneId(parts: readonly ElementContent[]): ElementContent[] {
  const seen = new Set<string>();
  return parts.map((part) => {
    if (part.type !== 'element' || part.attributes.id == null) return part;
    const { id, ...attributes } = part.attributes;
    if (!seen.has(id as string)) {
      seen.add(id as string);
      return part;
    }
    return { ...part, attributes };
  });
}
