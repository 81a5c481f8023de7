/** Texts of one style, and for each the offsets up to which it is measured. */
interface StyledTexts {
  /** Declarations that give an element the style. */
  css: string;
  lang: string;
  texts: readonly string[];
  offsets: readonly (readonly number[])[];
}

/**
 * Measures the widths of texts up to offsets. Returns them in the order of the request, in px. Several texts share a
 * text node, each in a line of its own, which takes the browser a third of the time; with more of them in a node,
 * finding each takes longer.
 */
export function measureWidths(styledTexts: readonly StyledTexts[]): number[] {
  const together = 8;
  const bench = document.createElement('div');
  bench.style.cssText =
    'position:absolute;left:0;top:0;width:100000px;height:1px;overflow:hidden;contain:strict;visibility:hidden;text-align:left;text-indent:0;word-spacing:0';
  const nodes = styledTexts.map(({ css, lang, texts }) => {
    const group = document.createElement('div');
    group.style.cssText = `${css};white-space:pre;line-height:1;hyphens:none`;
    group.lang = lang;
    const made: Text[] = [];
    for (let from = 0; from < texts.length; from += together) {
      const block = document.createElement('div');
      block.textContent = texts.slice(from, from + together).join('\n');
      group.append(block);
      made.push(block.firstChild as Text);
    }
    bench.append(group);
    return made;
  });
  document.body.append(bench);
  const range = document.createRange();
  const widths: number[] = [];
  styledTexts.forEach(({ texts, offsets }, g) => {
    let at = 0;
    texts.forEach((text, t) => {
      if (t % together === 0) at = 0;
      const node = nodes[g]?.[Math.floor(t / together)] as Text;
      range.setStart(node, at);
      for (const end of offsets[t] ?? []) {
        range.setEnd(node, at + end);
        widths.push(range.getBoundingClientRect().width);
      }
      at += text.length + 1;
    });
  });
  bench.remove();
  return widths;
}
