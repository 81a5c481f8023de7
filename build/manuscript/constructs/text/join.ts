import type { PhrasingContent } from 'mdast';

/**
 * Joins texts that are neighbours in the source, so that later steps see whole words after an earlier step divided a
 * text.
 */
export function joinTexts(children: readonly PhrasingContent[]): PhrasingContent[] {
  const joined: PhrasingContent[] = [];
  for (const child of children) {
    const before = joined.at(-1);
    const touches =
      child.type === 'text' && before?.type === 'text' && before.position?.end.offset === child.position?.start.offset;
    if (touches) {
      const escapes = [
        ...(before.data?.escapes ?? []),
        ...(child.data?.escapes ?? []).map((at) => at + before.value.length),
      ];
      joined[joined.length - 1] = {
        type: 'text',
        value: before.value + child.value,
        ...(escapes.length > 0 ? { data: { escapes } } : {}),
        ...(before.position && child.position
          ? { position: { start: before.position.start, end: child.position.end } }
          : {}),
      };
    } else joined.push(child);
  }
  return joined;
}
