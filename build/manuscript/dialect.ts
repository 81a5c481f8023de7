import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { citationKeys, citationSyntax } from './constructs/citations/syntax.ts';
import { formulaSyntax, formulas } from './constructs/formulas/syntax.ts';
import { escapedSpace, escapedSpaceText } from './constructs/text/escaped-space.ts';
import type { Syntax } from './constructs/text/tokens.ts';

/** The character code of the colon, with which directives begin; micromark keys constructs by character code. */
const colon = 58;

/** The Markdown of manuscripts: CommonMark, tables and footnotes after GFM, front matter, and blocks between `:::`. */
export const manuscriptMarkdown = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .use(disableConstructs)
  .freeze();

/**
 * The Markdown of a caption or a value of front matter, inline only. In it, a title “1984. A life” does not begin a
 * list, nor “# of pages” a heading.
 */
export const inlineMarkdown = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(disableConstructs, [
    'blockQuote',
    'codeFenced',
    'codeIndented',
    'definition',
    'displayedFormula',
    'headingAtx',
    'htmlFlow',
    'list',
    'setextUnderline',
    'table',
    'thematicBreak',
  ])
  .freeze();

/**
 * Disables constructs that would misread an author’s words: remark-directive reads `20:1` and `Note:this` as
 * directives, and GFM reads `[x]` at the head of a list item as a check box. Also disables GFM’s second search for
 * addresses, because it drops the positions of the text around them; the parser has already found the addresses.
 * `names` are further constructs to disable.
 */
function disableConstructs(this: Processor, names: readonly string[] = []): void {
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = this.data();
  micromarkExtensions.push({ disable: { null: ['tasklistCheck', ...names] } });
  micromarkExtensions.push(escapedSpace, citationSyntax, formulaSyntax);
  fromMarkdownExtensions.push([escapedSpaceText, citationKeys, ...formulas]);
  for (const extension of micromarkExtensions as Syntax[]) {
    const directives = extension.flow?.[colon];
    if (!Array.isArray(directives) || !directives[0]) continue;
    extension.flow = { [colon]: directives[0] };
    delete extension.text;
  }
  for (const extension of fromMarkdownExtensions.flat() as FromMarkdown[]) delete extension.transforms;
}
