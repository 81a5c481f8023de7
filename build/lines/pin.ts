import type { JSHandle, Page } from 'puppeteer';
import { install } from '../browser/in-page.ts';
import type { Held } from './collect.ts';
import type { Pin } from './galley.ts';

/**
 * Pins blocks to their lines: a `<br>` at each break, hyphens as generated content, so that the text stays what it was to the letter. What
 * hangs does so by the negative margin of an empty span.
 */
export async function pinLines(page: Page, held: JSHandle<Held>, pins: readonly Pin[]): Promise<void> {
  // As one string, for the browser takes long over many values.
  await page.evaluate(pinInPage, held, JSON.stringify(pins));
}

/** Takes the pins from blocks, so that their text is as it was before. */
export async function unpinBlocks(page: Page, held: JSHandle<Held>, blocks: readonly number[]): Promise<void> {
  await page.evaluate(
    (all, json) => {
      for (const index of JSON.parse(json) as number[]) {
        const element = all.places[index]?.element;
        const run = element?.querySelector(':scope > .set-run');
        if (element) (globalThis as unknown as { unpin: typeof unpin }).unpin(run ?? element);
        run?.replaceWith(...run.childNodes);
      }
    },
    held,
    JSON.stringify(blocks),
  );
}

/** Takes the pins from an element, in the page. */
export function unpin(element: Element): void {
  for (const made of element.querySelectorAll('.set-end, .set-hang, .set-hyphen, .set-fill')) made.remove();
  for (const made of element.querySelectorAll('.set-spaced')) made.replaceWith(...made.childNodes);
  element.classList.remove('set-lines', 'set-full', 'set-after');
  // Not normalize(), which would take away the node that is known where nothing is left before its first cut.
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
    for (let next = node.nextSibling; next?.nodeType === Node.TEXT_NODE; next = node.nextSibling) {
      node.data += (next as Text).data;
      next.remove();
    }
  }
}

/** What pinned lines are made of. It is no matter of style, and no style must change it. */
const css = `
.set-lines { white-space: nowrap !important; text-wrap-style: auto !important; }
.set-full { text-align: justify !important; text-align-last: justify !important; word-spacing: var(--tighten) !important; }
.set-box { white-space: normal; text-align-last: auto; word-spacing: normal; }
.set-run { display: block; }
.set-lines wbr { display: none; }
.set-hyphen::after { content: var(--hyphen) / ""; }
.set-fill { display: inline-block; }
.set-after::after { margin-right: var(--fill) !important; }
`;

/** Puts the rules of pinned lines into a page, and what takes them away again. */
export async function addLineRules(page: Page): Promise<void> {
  await install(page, [unpin]);
  await page.evaluate((text) => {
    const style = document.createElement('style');
    style.textContent = text;
    document.head.append(style);
  }, css);
}

function pinInPage(held: Held, json: string): void {
  const pins = JSON.parse(json) as Pin[];
  held.pins = pins;
  const round = (px: number) => `${Math.round(px * 1000) / 1000}px`;
  for (const pin of pins) {
    const block = held.galley.blocks[pin.block];
    const place = held.places[pin.block];
    if (!block || !place) continue;
    const byNode = new Map<number, { cuts: Pin['cuts']; stretches: Pin['stretches'] }>();
    const opsOf = (node: number) => {
      const ops = byNode.get(node) ?? { cuts: [], stretches: [] };
      byNode.set(node, ops);
      return ops;
    };
    for (const cut of pin.cuts) opsOf(cut.node).cuts.push(cut);
    for (const stretch of pin.stretches) opsOf(stretch.node).stretches.push(stretch);

    let target = place.element;
    const full = block.justified && (pin.lines > 1 || pin.tighten > 0);
    const [first] = place.run;
    if (first) {
      target = document.createElement('span');
      target.className = 'set-run';
      first.before(target);
      target.append(...place.run);
    }
    if (pin.lines > 1 || full) {
      target.classList.add('set-lines');
      for (const box of place.boxes) box.classList.add('set-box');
    }
    if (full) {
      target.classList.add('set-full');
      target.style.setProperty('--tighten', round(-pin.tighten));
      const after = block.parts.at(-1)?.some((inline) => inline.kind === 'run' && inline.node < 0);
      pin.fill.forEach((width, i) => {
        const end = place.ends[i];
        if (!end && after) {
          target.classList.add('set-after');
          target.style.setProperty('--fill', round(width));
          return;
        }
        const fill = document.createElement('span');
        fill.className = 'set-fill';
        fill.style.width = round(width);
        if (end) end.parentNode?.insertBefore(fill, end);
        else target.append(fill);
      });
    }
    for (const [index, { cuts, stretches }] of byNode) {
      const node = held.nodes[index];
      if (!node) continue;
      const spaced = (text: Text, from: number, to: number) => {
        const stretch = stretches.find((one) => one.from < to && one.to > from);
        if (!stretch) return;
        const span = document.createElement('span');
        span.className = 'set-spaced';
        span.style.letterSpacing = round(stretch.spacing);
        text.before(span);
        span.append(text);
      };
      cuts.sort((a, b) => a.offset - b.offset || (a.start ? 1 : -1));
      let end = node.data.length;
      for (let i = cuts.length - 1; i >= 0; i--) {
        const cut = cuts[i] as Pin['cuts'][number];
        const rest = node.splitText(cut.offset);
        const made: HTMLElement[] = [];
        const span = (name: 'set-hyphen' | 'set-hang', side: 'marginLeft' | 'marginRight', hang: number) => {
          const element = document.createElement('span');
          element.className = name;
          if (hang > 0) element.style[side] = round(-hang);
          made.push(element);
        };
        if (cut.short > 0) {
          const fill = document.createElement('span');
          fill.className = 'set-fill';
          fill.style.width = round(cut.short);
          made.push(fill);
        }
        if (!cut.start) {
          if (cut.hyphen) span('set-hyphen', 'marginRight', cut.hangEnd);
          else if (cut.hangEnd > 0) span('set-hang', 'marginRight', cut.hangEnd);
          const end = document.createElement('br');
          end.className = 'set-end';
          made.push(end);
        }
        if (cut.hangStart > 0) span('set-hang', 'marginLeft', cut.hangStart);
        rest.before(...made);
        spaced(rest, cut.offset, end);
        end = cut.offset;
      }
      spaced(node, 0, end);
    }
  }
}
