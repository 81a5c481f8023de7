import type { Extension as FromMarkdown, Options } from 'mdast-util-from-markdown';
import remarkDirective from 'remark-directive';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { escapedSpace, escapedSpaceText } from './constructs/text/escaped-space.ts';

/** Directives begin with a colon; micromark keys constructs by character code. */
const colon = 58;

/** The Markdown of manuscripts: CommonMark, tables and footnotes after GFM, front matter, and blocks between `:::`. */
export const manuscriptMarkdown = unified()
  .use(remarkParse)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkGfm, { singleTilde: false })
  .use(remarkDirective)
  .use(leaveToTheText)
  .freeze();

/** The Markdown of a caption or a value of front matter: inline only. A title “1984. A life” is no list, and an “# of pages” no heading. */
export const inlineMarkdown = unified()
  .use(remarkParse)
  .use(remarkGfm, { singleTilde: false })
  .use(leaveToTheText, [
    'blockQuote',
    'codeFenced',
    'codeIndented',
    'definition',
    'headingAtx',
    'htmlFlow',
    'list',
    'setextUnderline',
    'table',
    'thematicBreak',
  ])
  .freeze();

/**
 * Takes constructs out of the parser that would make something else of an author’s words: `20:1` and `Note:this` are directives to
 * remark-directive, and `[x]` at the head of a list item is a check box to GFM. GFM’s second search for addresses goes too, for it drops
 * the positions of the text around them; the parser has found them before. `names` are further constructs to do without.
 */
function leaveToTheText(this: Processor, names: readonly string[] = []): void {
  const { micromarkExtensions = [], fromMarkdownExtensions = [] } = this.data();
  micromarkExtensions.push({ disable: { null: ['tasklistCheck', ...names] } });
  micromarkExtensions.push(escapedSpace);
  fromMarkdownExtensions.push([escapedSpaceText]);
  for (const extension of micromarkExtensions as NonNullable<Options['extensions']>) {
    const directives = extension.flow?.[colon];
    if (!Array.isArray(directives) || !directives[0]) continue;
    extension.flow = { [colon]: directives[0] };
    delete extension.text;
  }
  for (const extension of fromMarkdownExtensions.flat() as FromMarkdown[]) delete extension.transforms;
}
