import type { Code, Parents, Root } from 'mdast';
import type { VFile } from 'vfile';
import { report } from '../../../diagnostics/report.ts';
import { visit } from '../../../text/visit.ts';

/**
 * Finds the code that knitr, Quarto and MyST run. What they hide is left out, and told; what they only show stays.
 * Where a result would stand, it is missing: that is an error, told once, as are words that are worked out in a line.
 */
export function readChunks() {
  return (tree: Root, file: VFile): void => {
    let chunks = 0;
    visit(tree, 'code', (code, index, parent) => {
      const use = isChunk(code) ? useOf(code) : undefined;
      if (!use || !parent || index === undefined) return undefined;
      chunks++;
      if (use === 'hidden') {
        reportHidden(code, file);
        (parent as Parents).children.splice(index, 1);
        return index;
      }
      if (use === 'run') reportRun(code, file);
      return undefined;
    });
    visit(tree, 'inlineCode', ({ value, position }) => {
      if (!(/^\{(?:r|R|python|julia)\} /.test(value) || (chunks > 0 && /^[rR] \S/.test(value)))) return;
      report(file, 'dialect-known', {
        at: position,
        found: `Words that a program works out, \`${value.length > 40 ? `${value.slice(0, 36)}…` : value}\``,
        fix: 'Render the manuscript with R Markdown or Quarto first, and take the Markdown that comes of it; or write the result.',
        alike: 'words that a program works out',
      });
    });
  };
}

/** A word in braces, without a full stop: Pandoc’s `{.python}` is code that is only shown. */
const head = /^\{\s*([A-Za-z][\w-]*)\b(?!=)/;
const programs =
  /^(?:r|python|julia|ojs|observable|sql|bash|sh|zsh|stan|rcpp|perl|ruby|node|octave|mermaid|dot|graphviz|code-cell|glue)$/i;

function isChunk({ lang }: Code): boolean {
  return programs.test(head.exec(lang ?? '')?.[1] ?? '');
}

function languageOf({ lang }: Code): string {
  return head.exec(lang ?? '')?.[1]?.toLowerCase() ?? '';
}

/** Whether code is hidden with all that comes of it, only shown, or run for what comes of it. */
function useOf({ lang, meta, value }: Code): 'hidden' | 'shown' | 'run' {
  const options = `${lang ?? ''} ${meta ?? ''}`;
  const is = (name: string): boolean =>
    new RegExp(`\\b${name}\\s*=\\s*(?:F|FALSE)\\b`).test(options) ||
    new RegExp(`^(?:#\\||//\\||%%\\|)\\s*${name}:\\s*false\\b`, 'm').test(value);
  if (is('include')) return 'hidden';
  // The code itself is what is shown, as a listing.
  if (/lst-cap|lst-label/.test(options) || /^(?:#|\/\/|%%)\|\s*lst-(?:cap|label):/m.test(value)) return 'shown';
  const isEvaluated = !is('eval');
  if (is('echo') && !isEvaluated) return 'hidden';
  return isEvaluated ? 'run' : 'shown';
}

function reportHidden(code: Code, file: VFile): void {
  report(file, 'dialect-known', {
    at: code.position?.start,
    level: 'warning',
    found: `Code for ${languageOf(code)} that R Markdown and Quarto run and do not show; it is left out`,
    fix: 'Remove it, if nothing else needs it.',
    alike: 'hidden code',
  });
}

function reportRun(code: Code, file: VFile): void {
  report(file, 'dialect-known', {
    at: code.position?.start,
    found: `Code for ${languageOf(code)} that another program runs: what comes of it is not here`,
    expected: 'the figure, table or words that it makes',
    fix: 'Render the manuscript with R Markdown, Quarto or MyST first, and take the Markdown that comes of it; to print the code itself, write its name without braces.',
    alike: 'code that another program runs',
  });
}
