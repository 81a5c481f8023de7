/** The places where words of tables may be divided: language → word → numbers of letters before each hyphen. */
export type Divisions = Record<string, Record<string, readonly number[]>>;

/** Lists the words in the cells of all tables, by language. */
export function wordsInTables(): Record<string, string[]> {
  const words: Record<string, string[]> = {};
  const known = new Set<string>();
  for (const { data, lang } of textsInCells(document.body)) {
    for (const [word] of data.matchAll(/[\p{L}\p{M}]+(?:['’ʼ][\p{L}\p{M}]+)*/gu)) {
      const key = `${lang} ${word}`;
      if (known.has(key)) continue;
      known.add(key);
      words[lang] ??= [];
      words[lang].push(word);
    }
  }
  return words;
}

/** The texts of cells, with their languages, without code, which has no words. */
function textsInCells(root: Element): { node: Text; data: string; lang: string }[] {
  const texts: { node: Text; data: string; lang: string }[] = [];
  const cells = root.matches('table')
    ? root.querySelectorAll(':scope > * > tr > *')
    : root.querySelectorAll('table > * > tr > *');
  for (const cell of cells) {
    const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
      const parent = node.parentElement as Element;
      if (parent.closest('code, kbd, samp, pre, .range, .call') || parent.closest('td, th') !== cell) continue;
      texts.push({ node, data: node.data, lang: parent.closest('[lang]')?.getAttribute('lang') ?? '' });
    }
  }
  return texts;
}

/**
 * Narrows a table that is too wide for its place: first by its pictures that ask for a width; then as the style says
 * (the class `narrow`); then its words may be divided, so that a column is as wide as its longest syllable, and numbers
 * stay whole; then as the style says for the last (the class `tight`); and only if that is not enough, everything is
 * broken anywhere.
 */
export function narrowTable(table: HTMLTableElement, isTooWide: () => boolean, divisions: Divisions): void {
  if (isTooWide()) narrowPictures(table, isTooWide);
  if (isTooWide()) table.classList.add('narrow');
  // The longest words first: short ones beside them may well stay whole.
  for (const letters of [16, 12, 8, 0]) {
    if (!isTooWide()) break;
    table.classList.add('set-divided');
    divideWords(table, divisions, letters);
  }
  if (isTooWide()) table.classList.add('tight');
  if (isTooWide()) table.classList.add('set-anywhere', 'set-too-wide');
}

/** Makes a table as wide as its place, of `room` px, if it is nearly so: else its edge would look like a mistake. */
export function fillPlace(table: HTMLTableElement, room: number): void {
  const nearly = 0.9;
  if (table.getBoundingClientRect().width >= nearly * room) table.style.width = '100%';
}

/**
 * Makes the pictures of a table that ask for a width smaller, all by one share, until the words beside them have room.
 * At least a fifth of each width stays.
 */
function narrowPictures(table: HTMLTableElement, isTooWide: () => boolean): void {
  const pictures = [...table.querySelectorAll<HTMLElement>('img[style*="mm"]')].map((picture) => ({
    picture,
    width: Number.parseFloat(picture.style.width),
  }));
  const setAt = (share: number) => {
    for (const { picture, width } of pictures) picture.style.width = `${width * share}mm`;
  };
  let [fits, wide] = [0.2, 1];
  for (let i = 0; i < 6 && pictures.length > 0; i++) {
    const share = (fits + wide) / 2;
    setAt(share);
    if (isTooWide()) wide = share;
    else fits = share;
  }
  setAt(fits);
}

/**
 * Marks where a table’s words of as many `letters` or more may be divided. The marks are taken out again when lines are
 * set.
 */
function divideWords(table: HTMLTableElement, divisions: Divisions, letters: number): void {
  for (const { node, data, lang } of textsInCells(table)) {
    const marked = data.replace(/[\p{L}\p{M}\u00ad]+(?:['’ʼ][\p{L}\p{M}\u00ad]+)*/gu, (word) => {
      if (word.length < letters || word.includes('\u00ad')) return word;
      let whole = '';
      let from = 0;
      for (const at of divisions[lang]?.[word] ?? []) {
        whole += `${word.slice(from, at)}\u00ad`;
        from = at;
      }
      return whole + word.slice(from);
    });
    if (marked !== data) node.data = marked;
  }
}

/** Narrows the tables in columns and notes that are not floats and are too wide. */
export function fitTablesIn(root: HTMLElement, divisions: Divisions): void {
  for (const table of root.querySelectorAll('table')) {
    const place = table.parentElement as HTMLElement;
    const edge = () => {
      const { paddingRight, borderRightWidth } = getComputedStyle(place);
      return (
        place.getBoundingClientRect().right - Number.parseFloat(paddingRight) - Number.parseFloat(borderRightWidth)
      );
    };
    narrowTable(table, () => table.getBoundingClientRect().right > edge() + 0.5, divisions);
    fillPlace(table, edge() - table.getBoundingClientRect().left);
  }
}
