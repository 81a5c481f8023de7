import type { PhrasingContent, Root } from 'mdast';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { VFile } from 'vfile';
import type { Place } from '../diagnostics/report.ts';
import { checkNotes } from './check-notes.ts';
import { readDirectives } from './directives.ts';
import { parseMarkdown } from './parse.ts';
import { sanitiseHtml } from './raw-html.ts';
import { markSpans } from './spans.ts';

const processor = unified().use(checkNotes).use(readDirectives).use(sanitiseHtml).use(markSpans).freeze();

/**
 * Reads Markdown that stands outside the text: a caption in an image’s title, a value of front matter. Each paragraph becomes a list of
 * inline nodes. Calls are known by the labels given. What is wrong is reported on `file` at `at`, for such a string has no lines of its own.
 */
export function readInline(
  text: string,
  file: VFile,
  at: Place | undefined,
  labels: readonly string[] = [],
): PhrasingContent[][] {
  const used = labels.filter((label) => text.toLowerCase().includes(`[^${label.toLowerCase()}]`));
  const own = new VFile({
    path: file.path,
    value: `${text.trim()}\n${used.map((label) => `\n[^${label}]: …\n`).join('')}`,
  });
  const tree = processor.runSync(parseMarkdown(own), own) as Root;
  for (const message of own.messages) {
    const said = file.message(message.reason, {
      ...(at ? { place: 'type' in at ? at.position : at } : {}),
      source: 'offprint',
    } as never);
    Object.assign(said, {
      ruleId: message.ruleId,
      fatal: message.fatal,
      expected: message.expected,
      note: message.note,
    });
  }
  visit(tree, (node) => {
    delete node.position;
  });
  return tree.children.flatMap((block) => {
    if (block.type === 'footnoteDefinition') return [];
    if (block.type === 'paragraph' || block.type === 'heading') return [block.children];
    return 'children' in block
      ? [block.children as PhrasingContent[]]
      : [[{ type: 'text' as const, value: 'value' in block ? block.value : '' }]];
  });
}
