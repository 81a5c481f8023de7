import type { Nodes } from 'mdast';
import type { VFile } from 'vfile';
import { type Place, report } from '../../../diagnostics/report.ts';
import { closestWord } from '../../../text/closest-word.ts';
import { expectedTag, isLanguageTag } from '../../../text/language-tag.ts';
import { addAttributes, type NodeAttributes } from '../../tree.ts';
import { lengthsAllowed, readLength } from './lengths.ts';
import type { Attributes } from './read.ts';

/** Classes that every style knows. */
export const knownClasses = ['decorative', 'wide', 'smallcaps', 'row-heads', 'no-row-heads'] as const;

/**
 * Puts attributes on a node, and reports unknown ones. `at` is the place of the attributes if they are not part of the
 * node.
 */
export function applyAttributes(node: Nodes, attributes: Attributes, file: VFile, at: Place | undefined = node): void {
  const known: NodeAttributes = {};
  if (attributes.id) {
    if (idForm.test(attributes.id) && !reservedIds.test(attributes.id)) known.id = attributes.id;
    else {
      report(file, 'id-form', {
        at,
        found: `The id "${attributes.id}"`,
        expected: reservedIds.test(attributes.id)
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
        expected: expectedTag(value),
      });
    else if (key === 'alt' && (node.type === 'formula' || node.type === 'displayedFormula')) node.alt = value;
    else if (creditKeys.test(key) && node.type === 'image')
      node.data = { ...node.data, credits: [...creditsOf(node), value] } as never;
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
      expected: `{#id}, {lang=…}, {.index}, of a picture {width=…} and {credit=…}, or one of ${knownClasses.map((known) => `.${known}`).join(', ')}`,
      ...(close
        ? { fix: `Did you mean .${close}?` }
        : { fix: 'Remove it; for mere braces write \\{.', alike: 'unknown' }),
    });
  }
}

/** The keys by which writers say whose a picture is. */
export const creditKeys = /^(?:credits?|source|rights|copyright|attribution)$/;

/** The texts that say whose a picture is, in the order in which they are written. */
export function creditsOf(image: Nodes): string[] {
  return (image.data as { credits?: string[] } | undefined)?.credits ?? [];
}

/** The sizes written for a picture. A height beside a width is ignored, because pictures keep their proportions. */
function sizesOf({ width, height }: Record<string, string>): { width?: string; height?: string } {
  const wide = width === undefined ? undefined : readLength(width);
  const high = height === undefined ? undefined : readLength(height);
  return { ...(wide ? { width: wide } : {}), ...(high && !high.endsWith('%') ? { height: high } : {}) };
}

/**
 * Classes by which Pandoc and Quarto take a heading’s number away or leave it out of the contents. They are accepted
 * and ignored: headings have no numbers here, and readers’ programs list all.
 */
const ofHeadings: ReadonlySet<string> = new Set(['unnumbered', 'unlisted']);

/** ASCII, so that PDF and EPUB readers agree on it. */
const idForm = /^[A-Za-z][\w-]*$/;

/** Ids that notes and their calls get. */
export const reservedIds = /^(?:call|note)-s?\d|^cited-/;
