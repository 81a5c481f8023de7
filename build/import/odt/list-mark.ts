import type { ListMark } from '../office/blocks.ts';
import { numberAs } from '../office/number-as.ts';
import type { Xml } from '../office/xml.ts';

const formats: Record<string, string> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

/** The number or bullet of an item, by the rule of its level. */
export function markOfItem(rule: Xml | undefined, key: string, level: number, value: number): ListMark | undefined {
  if (rule?.name !== 'text:list-level-style-number')
    return { key, level, format: 'bullet', value, label: rule?.attributes['text:bullet-char'] ?? '•' };
  const {
    'style:num-format': format = '',
    'style:num-prefix': prefix = '',
    'style:num-suffix': suffix = '',
  } = rule.attributes;
  if (format === '') return { key, level, format: 'bullet', value, label: '•' };
  const kind = formats[format] ?? 'decimal';
  return { key, level, format: kind, value, label: `${prefix}${numberAs(kind, value)}${suffix}`.trim() };
}
