import type { Nodes } from 'mdast';
import type { VFile } from 'vfile';
import { type Place, report } from '../../../diagnostics/report.ts';
import { closestWord } from '../../../text/closest-word.ts';
import { isLanguageTag } from '../../../text/language-tag.ts';
import { addAttributes, type NodeAttributes } from '../../tree.ts';
import { lengthOf, lengthsAllowed } from './lengths.ts';
import type { Attributes } from './read.ts';

/** Classes that mean something in every style. */
export const knownClasses = ['decorative', 'wide', 'smallcaps'] as const;

/** Puts attributes on a node; reports what is not known, at the attributes where these stand apart from the node. */
export function applyAttributes(node: Nodes, attributes: Attributes, file: VFile, at: Place | undefined = node): void {
  const known: NodeAttributes = {};
  if (attributes.id) {
    if (idForm.test(attributes.id) && !reserved.test(attributes.id)) known.id = attributes.id;
    else {
      report(file, 'id-form', {
        at,
        found: `The id "${attributes.id}"`,
        expected: reserved.test(attributes.id)
          ? 'another: ids such as note-1 and call-1 are given to notes and calls'
          : 'letters a–z first, then letters, digits, - and _',
        fix: 'For example {#sec-sources}.',
      });
    }
  }
  const classes = attributes.classes.filter((name) => (knownClasses as readonly string[]).includes(name));
  const sizes = node.type === 'image' ? sizesOf(attributes.values) : {};
  for (const name of attributes.classes) {
    if (!classes.includes(name) && !(node.type === 'heading' && ofHeadings.has(name)))
      unknown(`.${name}`, closestWord(name, knownClasses));
  }
  if (classes.length > 0) known.classes = classes;
  for (const [key, value] of Object.entries(attributes.values)) {
    if (key === 'lang' && isLanguageTag(value)) known.lang = value;
    else if (key === 'lang')
      report(file, 'value-form', {
        at,
        found: `The language "${value}"`,
        expected: 'a language tag such as en, uk, ru or de',
      });
    else if (/^(?:fig-)?alt$/.test(key) && node.type === 'image')
      node.data = { ...node.data, described: value } as never;
    else if (node.type === 'image' && (key === 'width' || key === 'height')) {
      if (sizes[key] === undefined)
        report(file, 'value-form', {
          at,
          found: `The ${key} "${value}"`,
          expected: key === 'width' ? lengthsAllowed : 'a length such as 40mm, 4cm, 1.6in or 150px',
          fix: 'At most 100% of the column, or 500mm.',
        });
    } else unknown(`${key}=`);
  }
  if (sizes.width) known.width = sizes.width;
  else if (sizes.height) known.height = sizes.height;
  addAttributes(node, known);

  function unknown(name: string, close?: string): void {
    report(file, 'attribute-known', {
      at,
      found: `Unknown attribute ${name}`,
      expected: `{#id}, {lang=…}, of a picture {width=…}, or one of ${knownClasses.map((known) => `.${known}`).join(', ')}`,
      ...(close
        ? { fix: `Did you mean .${close}?` }
        : { fix: 'Remove it; for mere braces write \\{.', alike: 'unknown' }),
    });
  }
}

/** The sizes that a picture was given. A height beside a width says nothing, for no picture is set out of its shape. */
function sizesOf({ width, height }: Record<string, string>): { width?: string; height?: string } {
  const wide = width === undefined ? undefined : lengthOf(width);
  const high = height === undefined ? undefined : lengthOf(height);
  return { ...(wide ? { width: wide } : {}), ...(high && !high.endsWith('%') ? { height: high } : {}) };
}

/** Classes by which Pandoc and Quarto leave a heading without a number or out of a list: none has a number here, and readers’ programs list all. */
const ofHeadings: ReadonlySet<string> = new Set(['unnumbered', 'unlisted']);

/** ASCII, so that PDF and EPUB readers agree on it. */
const idForm = /^[A-Za-z][\w-]*$/;

/** Ids that notes and their calls get. */
export const reserved = /^(?:call|note)-\d/;
