import type { Element as HtmlElement } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import type { ElementContent } from 'xast';
import { articleOfId } from '../../issue/ids.ts';
import { folioIn } from '../../record/fill-folios.ts';
import { hasClass } from '../../text/has-class.ts';
import { doiAddress } from '../../text/identifiers.ts';
import { type Content, element, flat } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';
import { fitLinked } from './fit-linked.ts';
import { inline } from './inline.ts';

/** A link: the call of a note, a reference to a place or a cited work, or an address. */
export function linkOf(node: HtmlElement, setting: JatsSetting): ElementContent[] {
  const { href, id } = node.properties;
  const address = String(href ?? '');
  const own = id === undefined ? undefined : String(id);
  if (hasClass(node, 'call')) {
    const call = element(
      'xref',
      { id: own, 'ref-type': 'fn', rid: address.slice(1) },
      element('sup', {}, textOf(node)),
    );
    // 1 and 2 are not 12.
    return hasClass(node, 'next-call') ? [...flat('\u00a0'), call] : [call];
  }
  if (address.startsWith('#')) return reference(node, address.slice(1), own, setting);
  return fitLinked(inline(node.children, setting), (words) => addressed(address, words));
}

/** A reference to a place in the article, or in another of the issue. */
function reference(node: HtmlElement, to: string, id: string | undefined, setting: JatsSetting): ElementContent[] {
  const words = referenceWords(node, to, setting);
  const kind = setting.places.get(to);
  // From an entry back to its first citation: JATS has the way there alone.
  if (hasClass(node, 'cited')) return words;
  if (kind) return fitLinked(words, (fitting) => element('xref', { id, 'ref-type': kind, rid: to }, fitting));
  const other = setting.issue.articles.find((article) => article.id === articleOfId(to));
  const doi = other === setting.article ? undefined : other?.front.doi;
  return doi ? fitLinked(words, (fitting) => addressed(doiAddress(doi), fitting)) : words;
}

/** The words of a reference; those to a page have its folio, or without pages the name of their target. */
function referenceWords(node: HtmlElement, to: string, setting: JatsSetting): ElementContent[] {
  if (!hasClass(node, 'page-reference')) return inline(node.children, setting);
  if (setting.folios[to] === undefined) return flat(setting.nameOf(to, setting.article).text);
  const filled = (children: HtmlElement['children']): HtmlElement['children'] =>
    children.map((child) => {
      if (child.type !== 'element') return child;
      const folio = folioIn(child, setting.folios, to);
      return folio === undefined
        ? { ...child, children: filled(child.children) }
        : { ...child, properties: {}, children: [{ type: 'text', value: folio }] };
    });
  return inline(filled(node.children), setting);
}

/** A link that leads out of the article. Words that are an address themselves need a title, so that it can be heard. */
export function addressed(address: string, words: Content): ElementContent {
  const [, mail] = /^mailto:([^?]+)/.exec(address) ?? [];
  const children = flat(words);
  const text = children.map((node) => (node.type === 'text' ? node.value : '')).join('');
  if (mail && text === mail) return element('email', {}, mail);
  const isDoi = /^https?:\/\/(?:dx\.)?doi\.org\/10\./.test(address);
  const isBare = /^(?:https?|s?ftp):\/\//.test(text) || text === address;
  return element(
    'ext-link',
    {
      'ext-link-type': isDoi ? 'doi' : 'uri',
      'xlink:href': address,
      'xlink:title': isBare ? titleOf(address, isDoi) : undefined,
    },
    children,
  );
}

/** What an address leads to, in words: its host. */
function titleOf(address: string, isDoi: boolean): string {
  if (isDoi) return `DOI ${address.replace(/^https?:\/\/[^/]*\//, '')}`;
  return /^[a-z]+:(?:\/\/)?([^/?#]+)/i.exec(address)?.[1] ?? address;
}
