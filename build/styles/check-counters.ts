import type { AtRule, Node, Root } from 'postcss';
import { type StyleFault, stylePlace, stylesheetOf } from './style-error.ts';

/** The functions that the browser claims to have, and that print nothing. */
const idle = /\btarget-(?:counters?|text)\(/;

/**
 * The faults of a journal’s own stylesheet in counters of pages: those that the browser ignores, or applies to all
 * pages.
 */
export function checkCounters(sheet: Root, isOwn: (path: string) => boolean): StyleFault[] {
  const faults: StyleFault[] = [];
  const tell = (at: Node, found: string, fix: string, level?: 'warning') => {
    if (isOwn(stylesheetOf(at)))
      faults.push({ ...stylePlace(at), rule: 'style-counters', found, fix, ...(level ? { level } : {}) });
  };
  sheet.walkAtRules('supports', (rule) => {
    const [name] = idle.exec(rule.params) ?? [];
    if (name)
      tell(
        rule,
        `@supports (${name}…)) holds in this browser, though it prints nothing for it`,
        'Write what is within for all browsers or take it away. The page of something is written in the manuscript: [p. ?](#sec-name).',
        'warning',
      );
  });
  sheet.walkDecls((declaration) => {
    const { prop, value } = declaration;
    const [name] = idle.exec(value) ?? [];
    if (name && !isTold(declaration))
      tell(
        declaration,
        `${name}…) prints nothing in this browser, and takes the place of what would be printed without it`,
        'Take it away. The page of something is written in the manuscript: [p. ?](#sec-name).',
        'warning',
      );
    if (/\bcounters?\(\s*pages\b/.test(value))
      tell(
        declaration,
        'counter(pages) has the browser count the pages again: their numbers no longer begin with first-page',
        'Take it away. How many pages an issue has is in pages.json, which lies beside the PDFs.',
      );
    if (/^counter-(?:reset|set|increment)$/.test(prop) && /(?:^|\s)pages?(?:\s|$)/.test(value))
      tell(
        declaration,
        `${prop}: ${value} changes the numbers of pages, on this one or on all that follow, and the contents and references are not told`,
        'Take it away, and say first-page in the issue’s issue.yaml.',
      );
  });
  return faults;
}

/** True if a condition around something is reported already. */
function isTold({ parent }: Node): boolean {
  if (!parent) return false;
  return (parent.type === 'atrule' && idle.test((parent as AtRule).params)) || isTold(parent as Node);
}
