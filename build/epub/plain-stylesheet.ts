import { parse } from 'postcss';

/** A stylesheet without comments and empty rules: they are for those who write it. */
export function plainStylesheet(css: string): string {
  const sheet = parse(css);
  sheet.walkComments((comment) => void comment.remove());
  sheet.walkRules((rule) => {
    if (rule.nodes.length === 0) rule.remove();
  });
  sheet.first?.assign({ raws: { ...sheet.first.raws, before: '' } });
  return sheet.toString();
}
