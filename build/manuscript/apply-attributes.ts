import 'mdast-util-to-hast';
import type { Data, Nodes } from 'mdast';
import type { VFile } from 'vfile';
import { report } from '../diagnostics/report.ts';
import { nearest } from '../issue/nearest.ts';
import { isLanguageTag } from '../typography/language-tag.ts';
import type { Attributes } from './attributes.ts';

/** Classes that mean something in every style. */
export const knownClasses = ['decorative', 'wide', 'smallcaps'] as const;

/** Puts attributes on a node as the HTML it will become has them; reports what is not known. */
export function applyAttributes(node: Nodes, attributes: Attributes, file: VFile): void {
  const at = node.position;
  const properties: Record<string, string | string[]> = {};
  if (attributes.id) {
    if (idForm.test(attributes.id) && !reserved.test(attributes.id)) properties.id = attributes.id;
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
  for (const name of attributes.classes) {
    if (!classes.includes(name)) unknown(`.${name}`, nearest(name, knownClasses));
  }
  if (classes.length > 0) properties.className = classes;
  for (const [key, value] of Object.entries(attributes.values)) {
    if (key === 'lang' && isLanguageTag(value)) properties.lang = value;
    else if (key === 'lang')
      report(file, 'value-form', {
        at,
        found: `The language "${value}"`,
        expected: 'a language tag such as en, uk, ru or de',
      });
    else if (key === 'width' && node.type === 'image' && widthForm.test(value)) properties.style = `width: ${value}`;
    else if (key === 'width' && node.type === 'image')
      report(file, 'value-form', {
        at,
        found: `The width "${value}"`,
        expected: 'millimetres, or a share of the column: {width=60mm}, {width=50%}',
      });
    else unknown(`${key}=`);
  }
  const data = (node.data ?? {}) as Data;
  node.data = { ...data, hProperties: { ...data.hProperties, ...properties } };

  function unknown(name: string, close?: string): void {
    report(file, 'attribute-known', {
      at,
      found: `Unknown attribute ${name}`,
      expected: `{#id}, {lang=…}, of a picture {width=…}, or one of ${knownClasses.map((known) => `.${known}`).join(', ')}`,
      fix: close ? `Did you mean .${close}?` : 'Remove it; for mere braces write \\{.',
    });
  }
}

/** More than nothing, and no more than all of the column, or half a metre. */
const widthForm = /^(?!0+(?:\.0*)?\D)(?:(?:\d{1,2}(?:\.\d+)?|100)%|(?:[1-4]?\d{1,2}|500)(?:\.\d+)?mm)$/;

/** ASCII, so that PDF and EPUB readers agree on it. */
const idForm = /^[A-Za-z][\w-]*$/;

/** Ids that notes and their calls get. */
export const reserved = /^(?:call|note)-\d/;
