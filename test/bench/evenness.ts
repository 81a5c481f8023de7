import type { Page } from 'puppeteer';

/** How even justified lines are: of each full line, the mean width of its spaces over the font size. */
export interface Evenness {
  lines: number;
  mean: number;
  deviation: number;
  /** 95th percentile. */
  high: number;
  /** Shares of lines with gaps over half an em, and of lines that end in a hyphen. */
  wide: number;
  hyphens: number;
}

/** Measures the justified paragraphs of article bodies, as the browser has laid them out. Last lines are left out. */
export async function evennessOf(page: Page): Promise<Evenness> {
  await page.evaluate('globalThis.__name ??= (value) => value');
  const lines = await page.evaluate(gapsInPage);
  const gaps = lines.map(({ gap }) => gap).sort((a, b) => a - b);
  const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
  return {
    lines: gaps.length,
    mean,
    deviation: Math.sqrt(gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length),
    high: gaps[Math.floor(0.95 * (gaps.length - 1))] ?? 0,
    wide: gaps.filter((gap) => gap > 0.5).length / gaps.length,
    hyphens: lines.filter(({ hyphen }) => hyphen).length / lines.length,
  };
}

function gapsInPage(): { gap: number; hyphen: boolean }[] {
  const found: { gap: number; hyphen: boolean }[] = [];
  const range = document.createRange();
  for (const block of document.querySelectorAll('.body p')) {
    const css = getComputedStyle(block);
    if (css.textAlign !== 'justify') continue;
    const size = Number.parseFloat(css.fontSize);
    const rows: { top: number; bottom: number; right: number; gaps: number[]; end: string; letters: number }[] = [];
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const parent = node.parentElement as Element;
      const next = node.nextSibling ?? (parent.className === 'set-spaced' ? parent.nextSibling : null);
      const hyphen = (next as Element | null)?.className === 'set-hyphen';
      // The letter before a space has it too.
      const spacing = Number.parseFloat(getComputedStyle(parent).letterSpacing) || 0;
      let soft = false;
      for (const { 0: piece, index } of node.data.matchAll(/[ \n\u00a0]|\u00ad|[^ \n\u00a0\u00ad]+/g)) {
        range.setStart(node, index);
        range.setEnd(node, index + piece.length);
        for (const rect of range.getClientRects()) {
          if (rect.width === 0) continue;
          const row = rows.at(-1);
          const middle = (rect.top + rect.bottom) / 2;
          const same = row && middle > row.top && middle < row.bottom && rect.left > row.right - 20;
          const line = same ? row : { top: rect.top, bottom: rect.bottom, right: 0, gaps: [], end: '', letters: 0 };
          // The hyphen that the browser adds has no place that a range could find: there is one where a line begins after a soft hyphen.
          if (!same && row && soft) row.end = '-';
          if (!same) rows.push(line);
          line.right = rect.right;
          line.letters += piece.length;
          if (/[ \n\u00a0]/.test(piece)) line.gaps.push((rect.width + spacing) / size);
          line.end = piece;
        }
        soft = piece === '\u00ad';
      }
      const row = rows.at(-1);
      if (row && hyphen) row.end = '-';
    }
    for (const { gaps, end, letters } of rows.slice(0, -1)) {
      if (gaps.length < 2 || letters < 25) continue;
      found.push({ gap: gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length, hyphen: /[-‐]$/.test(end) });
    }
  }
  return found;
}
