import { pixels } from './collecting.ts';

/**
 * Fixes the place of verse that stands centred on its longest line, because each part of it on another page would be
 * centred again. Its source ends where that line does, or as much further to the right as it needs; its title begins
 * where the lines begin. Everything is read before anything is changed, so that the browser lays out once.
 */
export function fixVerse(): void {
  const range = document.createRange();
  const widthOf = (element: Element) => {
    range.selectNodeContents(element);
    return range.getBoundingClientRect().width;
  };
  const places = [...document.querySelectorAll<HTMLElement>('.stanzas')].map((stanzas) => {
    const [title, source] = [stanzas.previousElementSibling, stanzas.nextElementSibling];
    const { width } = stanzas.getBoundingClientRect();
    const margin = pixels(getComputedStyle(stanzas).marginLeft);
    return {
      stanzas,
      width,
      margin,
      title: title?.matches('.label') ? (title as HTMLElement) : undefined,
      source: source?.matches('.source') ? { element: source as HTMLElement, width: widthOf(source) } : undefined,
    };
  });
  for (const { stanzas, width, margin, title, source } of places) {
    const isCentred = margin > spare;
    stanzas.style.margin = isCentred ? `0 0 0 ${margin - spare}px` : '0';
    stanzas.style.width = isCentred ? `${width + 2 * spare}px` : 'auto';
    if (!isCentred) continue;
    if (title) title.style.marginLeft = `${margin}px`;
    if (source) source.element.style.marginRight = `${Math.max(0, margin - Math.max(0, source.width - width))}px`;
  }
}

/** The px that are left beside the longest line, so that it is not too long by a fraction. */
const spare = 0.5;
