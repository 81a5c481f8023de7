import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { breakLines } from '../../../build/lines/breaking/break-lines.ts';
import type { ParagraphSetting } from '../../../build/lines/breaking/line.ts';
import {
  addBox,
  addGlue,
  addPenalty,
  addressAhead,
  endParagraph,
  newParagraph,
} from '../../../build/lines/breaking/paragraph.ts';
import { box, drawItems, generator, type Item, paragraphOf, plain } from '../draw.ts';

test('every break is legal, lines follow each other, and every one within the tolerance that can be', () => {
  const next = generator(1);
  for (let n = 0; n < 400; n++) {
    const items = drawItems(next, 2 + Math.floor(next() * 80));
    const paragraph = paragraphOf(items);
    const { lines } = breakLines(paragraph, plain);
    let at = 0;
    lines.forEach((line, i) => {
      const { begins: start, stops: end } = line;
      while (items[at]?.kind !== 'box') at++;
      assert.is(start, at);
      const item = items[end];
      if (i === lines.length - 1) assert.is(end, items.length);
      else assert.ok(item?.kind === 'penalty' || (item?.kind === 'glue' && item.breaks));
      assert.is(line.measure, i === 0 ? 90 : 100);
      assert.ok(Math.abs(naturalOf(items, start, end) - line.natural) < 1e-9);
      at = end;
    });
    // A line is only too long if it is one piece alone.
    for (const line of lines) {
      const { begins: start, stops: end } = line;
      if (line.ratio < -1)
        assert.not.ok(
          items.slice(start + 1, end).some((item) => item.kind === 'penalty' || (item.kind === 'glue' && item.breaks)),
        );
    }
  }
});

test('stretched by its ratio, a line fills its measure', () => {
  const next = generator(2);
  for (let n = 0; n < 100; n++) {
    const items = drawItems(next, 40);
    const paragraph = paragraphOf(items);
    for (const line of breakLines(paragraph, plain).lines.slice(0, -1)) {
      if (line.ratio < -1) continue;
      let width = line.natural;
      const { begins: start, stops: end } = line;
      for (const item of items.slice(start, end)) {
        if (item.kind === 'glue') width += item.width * line.ratio * (line.ratio > 0 ? 0.5 : 0.25);
        if (item.kind === 'box') width += item.letters * line.spacing * (line.spacing > 0 ? 0.02 : 0.01);
      }
      assert.ok(Math.abs(width - line.measure) < 0.02, `${width} is not ${line.measure}`);
    }
  }
});

test('the sum of demerits is the least of all ways to break a small paragraph', () => {
  const next = generator(3);
  let compared = 0;
  for (let n = 0; n < 300; n++) {
    const items = drawItems(next, 4 + Math.floor(next() * 5));
    const best = everyWay(items, plain);
    const { demerits, lines } = breakLines(paragraphOf(items), plain);
    const within = lines.every(({ ratio }) => ratio >= -1 && ratio <= plain.tolerance);
    if (best === undefined) {
      // No way keeps to the tolerance, the number of hyphens and a good last line: one of them gave way.
      const [before, last] = lines.slice(-2);
      const poor = lines.length > 1 && isPoor(items, before?.stops, last?.begins ?? 0, false);
      assert.not.ok(within && !poor && !/---/.test(lines.map(({ hyphen }) => (hyphen ? '-' : '.')).join('')));
      continue;
    }
    compared++;
    assert.ok(within);
    assert.ok(Math.abs(demerits - best) < 1e-6 * best, `${demerits} is not ${best}`);
  }
  assert.ok(compared > 100, `only ${compared} could be compared`);
});

test('in a number of lines that is asked for, and ragged, it is the least as well', () => {
  const next = generator(8);
  const ragged = { ...plain, rag: 12, tolerance: 4 };
  let compared = 0;
  for (let n = 0; n < 300; n++) {
    const items = drawItems(next, 6 + Math.floor(next() * 4));
    const paragraph = paragraphOf(items);
    const wide = { ...plain, tolerance: 6, spaceWidth: 1.4, spaceShrink: 0.65, letterLead: 2 };
    for (const setting of [{ ...plain, tolerance: 6 }, wide, ragged]) {
      const { lines } = breakLines(paragraph, setting);
      for (const looseness of [-1, 0, 1]) {
        const best = everyWay(items, setting, lines.length + looseness);
        if (best === undefined) continue;
        compared++;
        const other = breakLines(paragraph, setting, looseness);
        assert.is(other.lines.length, lines.length + looseness);
        assert.ok(Math.abs(other.demerits - best) < 1e-6 * best, `${other.demerits} is not ${best}`);
      }
    }
  }
  assert.ok(compared > 300, `only ${compared} could be compared`);
});

test('the rest of a word is no last line, nor is a narrow one; before a heading, none begins with one', () => {
  const next = generator(11);
  const seen = { poor: 0, begun: 0 };
  for (let n = 0; n < 150; n++) {
    const items = drawItems(next, 4 + Math.floor(next() * 5));
    const paragraph = paragraphOf(items);
    const careless = breakLines(paragraph, { ...plain, tolerance: Infinity, stubLast: 0 }).lines;
    const settings = { ...plain, tolerance: 3, leastLast: 8 };
    for (const wholeLast of [false, true]) {
      // Where lines would be torn, there is no other way.
      if (everyWay(items, { ...settings, wholeLast, tolerance: 6 }) === undefined) continue;
      const { lines } = breakLines(paragraph, { ...settings, wholeLast });
      const [before, last] = lines.slice(-2);
      if (lines.length < 2) continue;
      assert.not(isPoor(items, before?.stops, last?.begins ?? 0, (last?.natural ?? 0) < settings.leastLast));
      if (wholeLast) assert.not(before?.added);
    }
    if (careless.length < 2) continue;
    const [before, last] = careless.slice(-2);
    if (isPoor(items, before?.stops, last?.begins ?? 0, (last?.natural ?? 0) < settings.leastLast)) seen.poor++;
    if (before?.added) seen.begun++;
  }
  assert.ok(seen.poor > 5 && seen.begun > 15, JSON.stringify(seen));
});

test('a line that touches an address is short rather than torn, and its neighbours do not pay for it', () => {
  const gap: Item = { kind: 'glue', width: 4, breaks: true };
  const words = Array.from({ length: 12 }, () => [gap, box(14)]).flat();
  const built = (address: boolean) => {
    const builder = newParagraph(80);
    const add = (item: Item, index: number, before: boolean) => {
      if (item.kind === 'box') addBox(builder, index, item.width, item.letters, 0, 0);
      else if (item.kind === 'glue')
        addGlue(builder, index, item.width, item.width, item.breaks ? 0 : undefined, before ? addressAhead : 0);
    };
    for (const [i, item] of words.entries()) add(item, i, address && i === words.length - 1);
    addBox(builder, words.length, 45, 45, 0, 0);
    addPenalty(builder, words.length + 1, 10, 0, 0, false, address);
    addBox(builder, words.length + 1, 70, 70, 0, 0);
    for (const [i, item] of words.entries()) add(item, words.length + 2 + i, false);
    return endParagraph(builder, words.length * 2 + 2);
  };
  const setting = { ...plain, measures: [100], tolerance: 3, shortRatio: 1, shortUnit: 30 };
  const torn = breakLines(built(false), setting).lines;
  const { lines } = breakLines(built(true), setting);
  assert.ok(torn.some(({ ratio, ragged }) => !ragged && ratio > 3));
  assert.ok(lines.some(({ ragged }) => ragged));
  for (const { ratio, ragged, spacing } of lines) assert.ok(ragged ? spacing === 0 : ratio < 2, `${ratio}`);
});

test('a paragraph is set a line longer or shorter where it can be', () => {
  const next = generator(4);
  const patient = { ...plain, tolerance: 8 };
  let longer = 0;
  let shorter = 0;
  for (let n = 0; n < 100; n++) {
    const items = paragraphOf(drawItems(next, 90));
    const best = breakLines(items, patient);
    for (const looseness of [-1, 1]) {
      const other = breakLines(items, patient, looseness);
      const more = other.lines.length - best.lines.length;
      assert.ok(more === looseness || more === 0);
      if (more !== 0) assert.ok(other.demerits >= best.demerits);
      if (more > 0) longer++;
      if (more < 0) shorter++;
    }
  }
  assert.ok(longer > 80, `${longer} longer`);
  assert.ok(shorter > 5, `${shorter} shorter`);
});

test('a piece wider than its line stands alone and says so; nothing is lost', () => {
  const gap: Item = { kind: 'glue', width: 4, breaks: true };
  const paragraph = paragraphOf([box(50), gap, box(300), gap, box(40)]);
  const { lines } = breakLines(paragraph, plain);
  assert.equal(
    lines.map(({ begins, stops }) => [begins, stops]),
    [
      [0, 1],
      [2, 3],
      [4, 5],
    ],
  );
  assert.ok((lines[1]?.ratio ?? 0) < -1);
});

test('no more hyphens in a row than the style bears, if it asks a high price for them', () => {
  const next = generator(5);
  const cheap = { ...plain, ladder: 0, overStack: 1e15, tolerance: 6 };
  for (let n = 0; n < 100; n++) {
    // Its last line is no rest of a word.
    const end: Item[] = [{ kind: 'glue', width: 4, breaks: true }, box(20)];
    const { lines } = breakLines(paragraphOf([...drawItems(next, 60), ...end]), cheap);
    if (lines.some(({ ratio }) => ratio > 24 || ratio < -1)) continue;
    assert.not.match(lines.map(({ hyphen }) => (hyphen ? '-' : '.')).join(''), '---');
  }
});

test('a long paragraph takes no longer than its length', () => {
  const items = paragraphOf(drawItems(generator(6), 20000));
  const before = process.cpuUsage();
  breakLines(items, plain);
  // Of work, not of waiting: others may be at work on the machine.
  const { user, system } = process.cpuUsage(before);
  assert.ok((user + system) / 1e6 < 3, `${(user + system) / 1e6} seconds`);
});

test('an empty paragraph has no lines, and one word has one', () => {
  assert.is(breakLines(paragraphOf([]), plain).lines.length, 0);
  assert.is(breakLines(paragraphOf([box(10)]), plain).lines.length, 1);
});

test('a paragraph with too many ways ends: its lines are filled one after the other, and nothing is left out', () => {
  const items = drawItems(generator(3), 9000);
  const { lines, greedy } = breakLines(paragraphOf(items), { ...plain, measures: [200_000], tolerance: Infinity });
  assert.ok(greedy);
  assert.is(lines[0]?.begins, 0);
  assert.is(lines.at(-1)?.stops, items.length);
  for (const [i, line] of lines.entries()) {
    assert.ok(line.ratio >= -1);
    const next = lines[i + 1];
    if (next) assert.ok(next.begins >= line.stops && next.begins <= line.stops + 1);
  }
  assert.not(breakLines(paragraphOf(drawItems(generator(4), 3000)), plain).greedy);
});

/** Width of a line before stretching, added up item by item. */
function naturalOf(items: readonly Item[], start: number, end: number): number {
  const first = items[start];
  const at = items[end];
  let width = first?.kind === 'box' ? -first.hangStart : 0;
  let last = 0;
  for (const item of items.slice(start, end)) {
    if (item.kind !== 'penalty') width += item.width;
    if (item.kind === 'box') last = item.hangEnd;
  }
  if (at?.kind === 'penalty') return width + at.width - at.hang;
  return at ? width - last : width;
}

/** The least demerits, by trying every set of breaks, of `count` lines if that is said; undefined where every one has a line beyond the tolerance. */
function everyWay(items: readonly Item[], setting: ParagraphSetting, count?: number): number | undefined {
  const ends = items.flatMap((item, i) =>
    item.kind === 'penalty' || (item.kind === 'glue' && item.breaks) ? [i] : [],
  );
  let best: number | undefined;
  for (let chosen = 0; chosen < 2 ** ends.length; chosen++) {
    const breaks = [...ends.filter((_, i) => chosen & (1 << i)), items.length];
    if (count !== undefined && breaks.length !== count) continue;
    const sum = sumOf(items, breaks, setting);
    if (sum !== undefined && (best === undefined || sum < best)) best = sum;
  }
  return best;
}

function sumOf(items: readonly Item[], ends: readonly number[], setting: ParagraphSetting): number | undefined {
  let sum = 0;
  let start = 0;
  let hyphens = 0;
  let before: number | undefined;
  for (const [index, end] of ends.entries()) {
    while (items[start]?.kind !== 'box') start++;
    const at = items[end];
    const natural = naturalOf(items, start, end);
    const left = (setting.measures[Math.min(index, setting.measures.length - 1)] ?? 0) - natural;
    const glue = items.slice(start, end).reduce((sum, item) => sum + (item.kind === 'glue' ? item.width : 0), 0);
    const room = setting.rag === undefined ? left - glue * (setting.spaceWidth - 1) : left;
    let [spaces, letters] = [0, 0];
    for (const item of items.slice(start, end)) {
      if (item.kind === 'glue') spaces += item.width * (room > 0 ? setting.spaceStretch : setting.spaceShrink);
      if (item.kind === 'box') letters += item.letters * (room > 0 ? setting.letterStretch : setting.letterShrink);
    }
    let ratio = 0;
    if (setting.rag !== undefined) ratio = at === undefined && room >= 0 ? 0 : room >= 0 ? room / setting.rag : -2;
    else if (Math.abs(room) >= 0.01 && !(at === undefined && left >= 0)) {
      const { letterLead: lead } = setting;
      if (Math.abs(room) <= spaces / lead + letters) ratio = room / (spaces + lead * letters);
      else ratio = (Math.sign(room) * (Math.abs(room) - letters)) / spaces;
    }
    const hyphen = at?.kind === 'penalty' && at.hyphen;
    if (ratio < -1 || !(ratio <= setting.tolerance) || (hyphen && hyphens >= setting.stack)) return undefined;
    if (!at && isPoor(items, ends[index - 1], start, natural < setting.leastLast)) return undefined;
    const broken = items[ends[index - 1] ?? -1];
    if (!at && setting.wholeLast && broken?.kind === 'penalty' && broken.width > 0) return undefined;
    const cost = at?.kind === 'penalty' ? at.cost : 0;
    sum += (1 + 100 * Math.abs(ratio) ** 3 + cost) ** 2;
    const fitness = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
    if (before !== undefined && Math.abs(fitness - before) > 1) sum += setting.contrast;
    if (hyphen && hyphens > 0) sum += setting.ladder;
    if (!at && hyphens > 0) sum += setting.lastHyphen;
    if (!at && index > 0 && natural < setting.lastLine * (hyphens > 0 ? 2 : 1)) sum += setting.shortLast;
    hyphens = hyphen ? hyphens + 1 : 0;
    before = fitness;
    start = end;
  }
  return sum;
}

/** True for a last line after a break that is but the rest of a divided word, or narrow. */
function isPoor(items: readonly Item[], broken: number | undefined, start: number, narrow: boolean): boolean {
  const at = items[broken ?? -1];
  if (!at) return false;
  const ends = (item: Item) => (item.kind === 'glue' && item.breaks) || (item.kind === 'penalty' && item.width === 0);
  return narrow || (at.kind === 'penalty' && at.width > 0 && !items.slice(start).some(ends));
}

test.run();
