import type { Page } from 'puppeteer';
import type { RunStyle } from './galley.ts';

/** Widths in px of texts in one style: text → offset → width of the text up to there. */
export type Ruler = Map<string, Map<number, number>>;

/** A text whose widths up to some offsets are needed. */
export interface WidthRequest {
  /** Index of its style. */
  style: number;
  text: string;
  offsets: readonly number[];
}

/**
 * Measures in a page the widths that the rulers do not have yet, all in one layout, and adds them. If all are known,
 * the browser is not asked. Returns the number of widths measured.
 */
export async function measure(
  page: Page,
  styles: readonly RunStyle[],
  rulers: readonly Ruler[],
  wanted: Iterable<WidthRequest>,
): Promise<number> {
  const missing = new Map<number, Map<string, Set<number>>>();
  for (const { style, text, offsets } of wanted) {
    const known = rulers[style]?.get(text);
    for (const offset of offsets) {
      if (known?.has(offset)) continue;
      const texts = missing.get(style) ?? new Map<string, Set<number>>();
      missing.set(style, texts);
      const asked = texts.get(text) ?? new Set<number>();
      texts.set(text, asked.add(offset));
    }
  }
  if (missing.size === 0) return 0;
  const asked = [...missing].map(([style, texts]) => ({
    css: styles[style]?.css ?? '',
    lang: styles[style]?.lang ?? '',
    texts: [...texts.keys()],
    offsets: [...texts.values()].map((offsets) => [...offsets]),
  }));
  const found = JSON.parse(await page.evaluate(measureInPage, JSON.stringify(asked))) as number[];
  let count = 0;
  [...missing.keys()].forEach((style, s) => {
    const ruler = rulers[style];
    asked[s]?.texts.forEach((text, t) => {
      const known = ruler?.get(text) ?? new Map<number, number>();
      ruler?.set(text, known);
      asked[s]?.offsets[t]?.forEach((offset) => {
        known.set(offset, found[count++] ?? 0);
      });
    });
  });
  return count;
}

/**
 * Several texts stand in one text node, each in a line of its own: that takes the browser a third of the time. More of
 * them take long to be found in it.
 */
function measureInPage(json: string): string {
  const asked = JSON.parse(json) as { css: string; lang: string; texts: string[]; offsets: number[][] }[];
  const together = 8;
  const bench = document.createElement('div');
  bench.style.cssText =
    'position:absolute;left:0;top:0;width:100000px;height:1px;overflow:hidden;contain:strict;visibility:hidden;text-align:left;text-indent:0;word-spacing:0';
  const nodes = asked.map(({ css, lang, texts }) => {
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
  asked.forEach(({ texts, offsets }, g) => {
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
  return JSON.stringify(widths);
}
