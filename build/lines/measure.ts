import type { Page } from 'puppeteer';
import type { RunStyle } from './galley.ts';

/** Widths in px that were measured: by style, by text, by offset: how wide the text is up to there. */
export type Widths = Map<string, Map<string, Map<number, number>>>;

/** Text whose width up to some offsets is asked for. */
export interface Wanted {
  style: RunStyle;
  text: string;
  offsets: readonly number[];
}

/** What tells a style in the cache; languages shape letters differently. */
export function styleKey({ css, lang }: RunStyle): string {
  return `${lang} ${css}`;
}

/** How wide a text is up to an offset, in px. Throws where it was not measured. */
export function widthIn(widths: Widths, style: RunStyle, text: string, offset: number): number {
  const width = widths.get(styleKey(style))?.get(text)?.get(offset);
  if (width === undefined) throw new Error(`“${text}” was not measured`);
  return width;
}

/** Measures in a page what is not in `widths` yet, in one layout, and puts it there. Where all is known, the browser is not asked. */
export async function measure(page: Page, wanted: Iterable<Wanted>, widths: Widths): Promise<number> {
  const missing = new Map<string, { css: string; lang: string; texts: Map<string, Set<number>> }>();
  let count = 0;
  for (const { style, text, offsets } of wanted) {
    const key = styleKey(style);
    const known = widths.get(key)?.get(text);
    for (const offset of offsets) {
      if (known?.has(offset)) continue;
      const group = missing.get(key) ?? { css: style.css, lang: style.lang, texts: new Map<string, Set<number>>() };
      missing.set(key, group);
      const asked = group.texts.get(text) ?? new Set<number>();
      group.texts.set(text, asked);
      asked.add(offset);
      count++;
    }
  }
  if (count === 0) return 0;
  const groups = [...missing].map(([key, { css, lang, texts }]) => ({
    key, css, lang, texts: [...texts].map(([text, offsets]) => ({ text, offsets: [...offsets] })),
  }));
  const results = await page.evaluate(measureInPage, groups.map(({ css, lang, texts }) => ({ css, lang, texts })));
  groups.forEach(({ key, texts }, g) => {
    const known = widths.get(key) ?? new Map<string, Map<number, number>>();
    widths.set(key, known);
    texts.forEach(({ text, offsets }, t) => {
      const found = known.get(text) ?? new Map<number, number>();
      known.set(text, found);
      offsets.forEach((offset, i) => {
        found.set(offset, results[g]?.[t]?.[i] ?? 0);
      });
    });
  });
  return count;
}

function measureInPage(groups: { css: string; lang: string; texts: { text: string; offsets: number[] }[] }[]): number[][][] {
  const bench = document.createElement('div');
  bench.style.cssText = 'position:absolute;left:0;top:0;width:100000px;contain:strict;height:1px;overflow:hidden;visibility:hidden;text-align:left;text-indent:0;word-spacing:0';
  const nodes = groups.map(({ css, lang, texts }) => {
    const group = document.createElement('div');
    group.style.cssText = `${css};white-space:pre;line-height:1;hyphens:none`;
    group.lang = lang;
    const inside = texts.map(({ text }) => {
      const line = document.createElement('div');
      line.textContent = text;
      group.append(line);
      return line.firstChild as Text;
    });
    bench.append(group);
    return inside;
  });
  document.body.append(bench);
  const range = document.createRange();
  const widths = groups.map(({ texts }, g) =>
    texts.map(({ offsets }, t) => {
      const node = nodes[g]?.[t];
      if (!node) return [];
      range.setStart(node, 0);
      return offsets.map((offset) => {
        range.setEnd(node, offset);
        return range.getBoundingClientRect().width;
      });
    }),
  );
  bench.remove();
  return widths;
}
