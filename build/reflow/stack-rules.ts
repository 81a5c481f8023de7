import { AtRule, type ChildNode, parse, type Rule } from 'postcss';
import { stackingClasses } from './stack-tables.ts';

/**
 * A stylesheet with its rules for stacked tables once more for each width at which tables may have to be stacked. Half
 * of the copies ask for the width of the table’s box, in the size of its letters; the others for that of the screen,
 * for readers that do not know the first.
 */
export function addStackRules(css: string): string {
  const sheet = parse(css);
  const stacked: Rule[] = [];
  sheet.each((node: ChildNode) => {
    if (node.type === 'rule' && node.selector.includes('.stacked')) stacked.push(node);
  });
  const last = stacked.at(-1);
  if (!last) return css;
  // Backwards: each goes right behind the rules themselves.
  for (const { name, width } of stackingClasses.toReversed())
    for (const query of ['container', 'media']) {
      const copies = new AtRule({ name: query, params: `(max-width: ${width}em)` });
      for (const rule of stacked)
        copies.append(rule.clone({ selector: rule.selector.replaceAll('.stacked', `.${name}`) }));
      last.after(copies);
    }
  return sheet.toString();
}
