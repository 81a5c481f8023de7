import { parse } from 'postcss';

/** A stylesheet without comments and empty rules, which only its authors need. */
export function plainStylesheet(css: string): string {
  const sheet = parse(css);
  sheet.walkComments((comment) => void comment.remove());
  sheet.walkRules((rule) => {
    if (rule.nodes.length === 0) rule.remove();
  });
  sheet.first?.assign({ raws: { ...sheet.first.raws, before: '' } });
  return sheet.toString();
}
