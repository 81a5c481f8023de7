import type { ListMark } from '../office/blocks.ts';
import { numberAs } from '../office/number-as.ts';
import { at, child, childrenOf, elements, valOf, type Xml } from '../office/xml.ts';
import type { WordStyle, WordStyles } from './styles.ts';

interface Level {
  start: number;
  format: string;
  text: string;
  isLegal: boolean;
  restart: number | undefined;
}

/** Counts the numbers of paragraphs, in the order in which they are asked. */
export interface WordNumbering {
  next(properties: Xml | undefined, style: WordStyle | undefined): ListMark | undefined;
}

/** Reads `numbering.xml`; nothing is numbered if there is none. */
export function readNumbering(root: Xml | undefined, styles: WordStyles): WordNumbering {
  const abstracts = new Map<string, Xml>();
  const byStyle = new Map<string, Xml>();
  for (const node of childrenOf(root, 'w:abstractNum')) {
    abstracts.set(node.attributes['w:abstractNumId'] ?? '', node);
    const link = valOf(node, 'w:styleLink');
    if (link) byStyle.set(link, node);
  }
  const lists = new Map<string, { key: string; levels: Map<number, Level>; levelOfStyle: Map<string, number> }>();
  for (const node of childrenOf(root, 'w:num')) {
    const id = node.attributes['w:numId'] ?? '';
    const key = valOf(node, 'w:abstractNumId') ?? '';
    const named = abstracts.get(key);
    const abstract = byStyle.get(valOf(named, 'w:numStyleLink') ?? '') ?? named;
    const levels = new Map<number, Level>();
    const levelOfStyle = new Map<string, number>();
    const add = (level: Xml): void => {
      const place = Number(level.attributes['w:ilvl'] ?? 0);
      levels.set(place, readLevel(level));
      const style = valOf(level, 'w:pStyle');
      if (style) levelOfStyle.set(style, place);
    };
    for (const level of childrenOf(abstract, 'w:lvl')) add(level);
    const overrides = childrenOf(node, 'w:lvlOverride');
    for (const override of overrides) {
      const level = child(override, 'w:lvl');
      if (level) add(level);
      const known = levels.get(Number(override.attributes['w:ilvl'] ?? 0));
      const start = valOf(override, 'w:startOverride');
      if (known && start !== undefined) known.start = whole(start);
    }
    const isOwn = overrides.some((one) => child(one, 'w:startOverride'));
    lists.set(id, { key: isOwn ? `${key}/${id}` : key, levels, levelOfStyle });
  }
  const counts = new Map<string, (number | undefined)[]>();
  return {
    next(properties, style) {
      const own = child(properties, 'w:numPr');
      const styled = styles.ofParagraph(properties, 'w:numPr');
      const id = valOf(own, 'w:numId') ?? valOf(styled, 'w:numId');
      const list = id === undefined || id === '0' ? undefined : lists.get(id);
      if (!list) return undefined;
      const place = valOf(own, 'w:ilvl') ?? levelOf(style, list.levelOfStyle) ?? valOf(styled, 'w:ilvl') ?? '0';
      const level = Math.min(Math.max(Number(place) || 0, 0), 8);
      const rule = list.levels.get(level);
      if (!rule) return undefined;
      const count = counts.get(list.key) ?? [];
      counts.set(list.key, count);
      for (let above = 0; above < level; above++) count[above] ??= list.levels.get(above)?.start ?? 1;
      count[level] = (count[level] ?? rule.start - 1) + 1;
      for (let below = level + 1; below < 9; below++) {
        const { restart } = list.levels.get(below) ?? {};
        if (restart !== 0 && (restart === undefined || level < restart)) count[below] = undefined;
      }
      const value = count[level];
      const label = rule.format === 'bullet' ? rule.text : labelOf(rule, list.levels, count);
      return { key: list.key, level, format: rule.format, value, label: label.trim() };
    },
  };
}

function levelOf(style: WordStyle | undefined, levels: ReadonlyMap<string, number>): string | undefined {
  for (let one = style; one; one = one.base) {
    const level = levels.get(one.id);
    if (level !== undefined) return String(level);
  }
  return undefined;
}

function readLevel(level: Xml): Level {
  const restart = valOf(level, 'w:lvlRestart');
  // A level that uses more than one format has it in an alternative.
  const format = child(level, 'w:numFmt') ?? elements(level).flatMap((one) => child(one, 'w:numFmt') ?? [])[0];
  return {
    start: whole(valOf(level, 'w:start')),
    format: format?.attributes['w:val'] ?? 'decimal',
    text: at(level, 'w:lvlText')?.attributes['w:val'] ?? '',
    isLegal: child(level, 'w:isLgl') !== undefined,
    restart: restart === undefined ? undefined : Number(restart),
  };
}

/** A number at which a list begins: Markdown has nine digits for it. */
function whole(value: string | undefined): number {
  const number = Number(value ?? 1);
  return Number.isInteger(number) && number >= 0 && number < 1e8 ? number : 1;
}

function labelOf(rule: Level, levels: ReadonlyMap<number, Level>, count: readonly (number | undefined)[]): string {
  return rule.text.replace(/%([1-9])/g, (_, digit: string) => {
    const place = Number(digit) - 1;
    const value = count[place] ?? levels.get(place)?.start ?? 1;
    return numberAs(rule.isLegal ? 'decimal' : (levels.get(place)?.format ?? 'decimal'), value);
  });
}
