import type { ElementContent as HtmlContent, Element as HtmlElement } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { Element, ElementContent } from 'xast';
import { writtenTex } from '../../issue/drawn-formula.ts';
import { hasClass } from '../../text/has-class.ts';
import { type Content, element, elementIfAny } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';

/** A formula in a line, in MathML and in TeX. */
export function inlineFormula(math: HtmlElement, _setting: JatsSetting): Element {
  return element('inline-formula', {}, heardAs(math), formsOf(math));
}

/** A displayed formula with its number, in MathML and in TeX. */
export function displayedFormula(node: HtmlElement): Element {
  const math = node.children.find((child): child is HtmlElement => isElement(child) && child.tagName === 'math');
  const number = node.children.find(
    (child): child is HtmlElement => isElement(child) && hasClass(child, 'formula-number'),
  );
  const { id } = node.properties;
  return element(
    'disp-formula',
    { id: id === undefined ? undefined : String(id) },
    number && element('label', {}, textOf(number)),
    math && [heardAs(math), formsOf(math)],
  );
}

/** The words in which a formula is read aloud. */
function heardAs({ properties: { alttext } }: HtmlElement): Content {
  return elementIfAny('alt-text', {}, alttext === undefined ? undefined : String(alttext));
}

function formsOf(math: HtmlElement): Element {
  const tex = writtenTex(math.data);
  return element('alternatives', {}, mathml(math), tex === undefined ? undefined : element('tex-math', {}, tex));
}

/** MathML under the prefix that the DTD wants. Its attributes have the names that they have in XML. */
function mathml(node: HtmlElement): Element {
  const { xmlns: _, ...properties } = node.properties;
  const attributes = Object.fromEntries(
    Object.entries(properties).map(([name, value]) => [name, Array.isArray(value) ? value.join(' ') : String(value)]),
  );
  const children = node.children.flatMap((child): ElementContent[] =>
    child.type === 'text' ? [child] : child.type === 'element' ? [mathml(child)] : [],
  );
  return element(`mml:${node.tagName}`, attributes, children);
}

function isElement(node: HtmlContent): node is HtmlElement {
  return node.type === 'element';
}
