import type { Root, RootContent } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { VFile } from 'vfile';
import { type Notice, report, reportKinds } from '../../../diagnostics/report.ts';
import { closestWord } from '../../../text/closest-word.ts';
import { sourceText } from '../../../text/source-text.ts';
import { visit } from '../../../text/visit.ts';
import type { Terms } from '../../../theme/terms.ts';
import { blockNameFor, blockNames, boxLabel } from '../../mend/block-names.ts';
import { isTheorem } from '../../mend/theorem-names.ts';
import { applyAttributes, knownClasses } from '../attributes/apply.ts';
import { asId } from '../attributes/read.ts';
import { figureFrom, isMystTable, tableFrom } from '../figures/blocks.ts';
import { tableOfList } from '../tables/list-table.ts';
import { readTheorem } from '../theorems/read.ts';
import { attributesAt } from './attributes-at.ts';
import { headingToLabel, labelToHeading, labelToLine } from './labels.ts';

/**
 * Reads Offprint’s blocks, and those of other dialects that mean the same. Reports unknown blocks, once for each name,
 * unclosed blocks, and lines of `:::` without effect.
 */
export function readDirectives(terms: Terms) {
  return (tree: Root, file: VFile): void => {
    const notices: Notice[] = [];
    visit(tree, (node, index, parent) => {
      if (node.type === 'containerDirective' && node.name === 'csl-entry' && parent && index !== undefined) {
        (parent.children as RootContent[]).splice(index, 1, ...entryOf(node, file));
        return index;
      }
      const written = node.type === 'containerDirective' ? node.name : '';
      if (node.type === 'containerDirective') readBlock(node, file, terms, notices);
      if (node.type === 'containerDirective' && isEmpty(node) && parent && index !== undefined) {
        notices.push({
          kind: `empty ${written}`,
          rule: 'directive-filled',
          at: node.position?.start,
          found: `Nothing stands in the block :::${written}; it is left out`,
          expected: 'its words, between the lines that open and close it',
          fix: 'Write them, or remove both lines.',
        });
        (parent.children as RootContent[]).splice(index, 1);
        return index;
      }
      const figure = node.type === 'containerDirective' && figureFrom(node, file);
      if (figure && parent && index !== undefined) (parent.children as RootContent[])[index] = figure;
      const other = node.type === 'containerDirective' && ofOtherType(node);
      if (other && parent && index !== undefined) (parent.children as RootContent[])[index] = other;
      // A block without a meaning, an id or a language is replaced by its content.
      if (node.type === 'containerDirective' && isPlain(node) && parent && index !== undefined) {
        (parent.children as RootContent[]).splice(index, 1, ...node.children);
        return index;
      }
      if (node.type !== 'text') return undefined;
      const source = sourceText(node, file);
      for (const match of node.value.matchAll(/^:{3,}.*/gm)) {
        const at = source.positionOf(match.index, match.index + match[0].length);
        if (source.isEscaped(match.index) || (match.index === 0 && index !== 0)) continue;
        if (/^:+\s*$/.test(match[0]))
          report(file, 'directive-closed', {
            at,
            found: 'A line ::: that closes nothing',
            expected: 'a block that is open above it',
            fix: 'Remove it, or open a block above.',
          });
        else
          report(file, 'directive-known', {
            at,
            found: `The line “${match[0].slice(0, 40)}” opens no block`,
            expected: ':::box alone on its line, or :::box[Its words]',
            fix: 'Write one of these, or \\::: for the mere signs.',
          });
      }
      return undefined;
    });
    reportKinds(file, notices);
  };
}

/** The content of an entry of a bibliography as Pandoc writes it; its id goes to its first block. */
function entryOf({ attributes, children }: ContainerDirective, file: VFile): RootContent[] {
  const [first] = children;
  const { id } = attributes ?? {};
  if (first && id) applyAttributes(first, { id, classes: [], values: {}, length: 0 }, file);
  return children;
}

function isEmpty({ name, children }: ContainerDirective): boolean {
  return children.length === 0 && name !== 'figure' && name !== 'references';
}

function isPlain({ name, data }: ContainerDirective): boolean {
  return (
    Object.keys(data?.attributes ?? {}).length === 0 &&
    !(blockNames as readonly string[]).includes(name) &&
    blockNameFor(name) === undefined
  );
}

/** The node for `:::quotation` or `:::verse`, the same as for those written without colons. */
function ofOtherType({ name, children, position, data }: ContainerDirective): RootContent | undefined {
  if (name !== 'quotation' && name !== 'verse') return undefined;
  const attributes = data?.attributes;
  return {
    type: name === 'verse' ? 'verse' : 'blockquote',
    children,
    ...(position ? { position } : {}),
    ...(attributes ? { data: { attributes } } : {}),
  } as RootContent;
}

function readBlock(node: ContainerDirective, file: VFile, terms: Terms, notices: Notice[]): void {
  const { name: asWritten } = node;
  tableOfList(node);
  const own = blockNameFor(node.name);
  if (!own && node.name !== 'block' && !isMystTable(node)) {
    const close = closestWord(node.name, blockNames);
    notices.push({
      kind: node.name,
      rule: 'directive-known',
      at: node.position?.start,
      found: `Unknown block :::${node.name}; its text is set plainly`,
      expected: blockNames
        .filter((name) => name === 'theorem' || !isTheorem(name))
        .map((name) => `:::${name}`)
        .join(', '),
      fix: close ? `Did you mean :::${close}?` : 'Write one of these, or remove the lines that open and close it.',
    });
  }
  if ((node.data as { isOpen?: boolean } | undefined)?.isOpen) {
    report(file, 'directive-closed', {
      at: node.position?.start,
      found: `The block :::${asWritten} is not closed, and takes in all that follows`,
      expected: 'a line ::: below its last paragraph',
      fix: 'Put it there, with an empty line below it.',
    });
  }
  if (own === 'figure') return;
  const {
    id: written,
    class: classes,
    title,
    name: called,
    ...values
  } = (node.attributes ?? {}) as Record<string, string>;
  const id = written && asId(written);
  const all = classes?.split(/\s+/).filter(Boolean) ?? [];
  // Pandoc names a block by several classes that mean the same.
  const isForeign = node.name !== own || (own && isTheorem(own)) || all.some((name) => blockNameFor(name) === own);
  applyAttributes(
    node,
    // Styling and behaviour of another program’s block have no meaning here; only its name is reported.
    isForeign
      ? {
          ...(id ? { id } : {}),
          classes: all.filter((name) => (knownClasses as readonly string[]).includes(name)),
          values: values.lang ? { lang: values.lang } : {},
          length: 0,
        }
      : {
          ...(id ? { id } : {}),
          classes: all,
          values: { ...values, ...(title ? { title } : {}), ...(called ? { name: called } : {}) },
          length: 0,
        },
    file,
    attributesAt(node, file),
  );
  if (node.name === 'block' || isMystTable(node)) tableFrom(node);
  labelToHeading(node, isForeign ? (title ?? called) : undefined);
  if (!own) labelToLine(node, file);
  if (own === 'box' && isForeign) {
    headingToLabel(node, file);
    const kind = boxLabel(node.name);
    const [first] = node.children;
    if (kind && first && first.type !== 'label') labelToHeading(node, terms[kind]);
  }
  if (own && isTheorem(own)) readTheorem(node, all, file);
  node.name = own ?? 'block';
  // They are in its data now.
  node.attributes = {};
}
