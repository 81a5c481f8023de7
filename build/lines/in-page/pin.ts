import type { Block, LineEnd, Pin, TextCuts } from '../collected.ts';
import type { BlockInPage, HeldBlocks } from './collecting.ts';

/**
 * Pins blocks to their lines: a `<br>` at each break, hyphens as generated content, so that the text keeps every
 * letter. Characters hang by the negative margin of an empty span.
 */
export function pinBlocks(held: HeldBlocks, pins: readonly Pin[]): void {
  held.pins.push(...pins);
  const made = makers();
  for (const pin of pins) {
    const block = held.collected.blocks[pin.block];
    const place = held.places[pin.block];
    if (!block || !place) continue;
    pinBlock(block, place, pin, made);
    for (const plan of pin.texts) {
      const node = held.nodes[plan.node];
      if (node) cutText(node, plan, made);
    }
  }
}

/** Makers of the elements in pinned lines. Copying an element is faster than creating one. */
function makers() {
  const maker = (tag: string, name: string) => {
    const element = document.createElement(tag);
    element.className = name;
    return () => element.cloneNode() as HTMLElement;
  };
  return {
    end: maker('br', 'set-end'),
    hyphen: maker('span', 'set-hyphen'),
    hang: maker('span', 'set-hang'),
    fill: maker('span', 'set-fill'),
    spaced: maker('span', 'set-spaced'),
  };
}

/** Sets what all lines of a block have in common, and fills up the last line of each part. */
function pinBlock(
  { justified }: Block,
  { element, boxes, ends, after }: BlockInPage,
  pin: Pin,
  made: ReturnType<typeof makers>,
): void {
  const full = justified && (pin.lines > 1 || pin.tighten > 0);
  if (pin.lines > 1 || full) {
    element.classList.add('set-lines');
    for (const box of boxes) box.classList.add('set-box');
  }
  if (!full) return;
  element.classList.add('set-full');
  element.style.setProperty('--tighten', `${-pin.tighten}px`);
  pin.fill.forEach((width, i) => {
    const end = ends[i];
    if (!end && after) {
      element.classList.add('set-after');
      element.style.setProperty('--fill', `${width}px`);
      return;
    }
    const fill = made.fill();
    fill.style.width = `${width}px`;
    if (end) end.parentNode?.insertBefore(fill, end);
    else element.append(fill);
  });
}

/** Cuts a text node at the ends of lines, from the last to the first, so that offsets stay valid. */
function cutText(node: Text, { cuts, spaced }: TextCuts, made: ReturnType<typeof makers>): void {
  const space = (text: Text, from: number, to: number) => {
    const stretch = spaced.find((one) => one.from < to && one.to > from);
    if (!stretch) return;
    const span = made.spaced();
    span.style.letterSpacing = `${stretch.spacing}px`;
    text.before(span);
    span.append(text);
  };
  let end = node.data.length;
  for (const cut of cuts) {
    const rest = node.splitText(cut.offset);
    rest.before(...elementsAt(cut, made));
    space(rest, cut.offset, end);
    end = cut.offset;
  }
  space(node, 0, end);
}

/** The elements at a line’s end. */
function elementsAt(cut: LineEnd, made: ReturnType<typeof makers>): HTMLElement[] {
  const { hangEnd = 0, hangStart = 0, short = 0 } = cut;
  const elements: HTMLElement[] = [];
  const add = (element: HTMLElement) => {
    elements.push(element);
    return element.style;
  };
  if (!cut.start) {
    if (cut.hyphen || hangEnd > 0) {
      const style = add(cut.hyphen ? made.hyphen() : made.hang());
      if (hangEnd > 0 || short > 0) style.marginInlineEnd = `${short - hangEnd}px`;
    } else if (short > 0) add(made.fill()).width = `${short}px`;
    add(made.end());
  }
  if (hangStart > 0) add(made.hang()).marginInlineStart = `${-hangStart}px`;
  return elements;
}
