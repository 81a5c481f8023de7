import type { Element as HtmlElement } from 'hast';
import type { Element } from 'xast';
import { element, elementIfAny } from '../../xml/element.ts';
import { graphicName, graphicType } from '../graphic-name.ts';
import type { JatsSetting } from '../setting.ts';

/** A picture in a line, with the words that stand for it. */
export function inlineGraphic(image: HtmlElement, _setting: JatsSetting): Element {
  return element('inline-graphic', addressOf(image), element('alt-text', {}, alternative(image)));
}

/** A picture with the words that stand for it, and a long description if it has one. */
export function graphicOf(image: HtmlElement, description?: string): Element {
  return element(
    'graphic',
    addressOf(image),
    element('alt-text', {}, alternative(image)),
    elementIfAny('long-desc', {}, description),
  );
}

function addressOf({ properties: { src } }: HtmlElement): Record<string, string> {
  const name = graphicName(String(src).replace(/^images\//, ''));
  return { 'xlink:href': name, mimetype: 'image', 'mime-subtype': graphicType(name) };
}

/** The words that stand for a picture; “null” for one that decorates, by the advice of JATS4R. */
function alternative({ properties: { alt } }: HtmlElement): string {
  return String(alt ?? '').trim() || 'null';
}
