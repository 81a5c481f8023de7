import type { Element } from 'xast';
import type { CitableArticle } from '../../citable/citable.ts';
import { element, elementIfAny } from '../../xml/element.ts';
import type { JatsSetting } from '../setting.ts';

/** The rights in an article: whose it is, and what its readers may do with it. */
export function permissions({ cited: { copyright, licence }, citedIssue }: JatsSetting): Element | undefined {
  const year = /\d{4}/.exec(copyright ?? '')?.[0] ?? citedIssue.date.slice(0, 4);
  return elementIfAny(
    'permissions',
    {},
    copyright && [
      element('copyright-statement', {}, copyright),
      element('copyright-year', {}, year),
      element('copyright-holder', {}, holderIn(copyright)),
    ],
    licence && licenceOf(licence),
  );
}

/** The holder in a line such as `© 2026 The authors`. */
function holderIn(line: string): string {
  const holder = line
    .replace(/©|\(c\)|\bcopyright\b/gi, ' ')
    .replace(/\b\d{4}(?:\s*[–-]\s*\d{4})?\b[,.]?/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return holder || line;
}

/** A licence by its address, as the terms of NISO (ALI) and as JATS says it, and by its name. */
function licenceOf({ name, address }: NonNullable<CitableArticle['licence']>): Element[] {
  const isFree = address !== undefined && /^https?:\/\/creativecommons\.org\//.test(address);
  const isAddress = name === address;
  return [
    ...(isFree ? [element('ali:free_to_read')] : []),
    element(
      'license',
      { 'license-type': isFree ? 'open-access' : undefined, 'xlink:href': address },
      address && element('ali:license_ref', {}, address),
      element(
        'license-p',
        {},
        address
          ? element(
              'ext-link',
              { 'ext-link-type': 'uri', 'xlink:href': address, 'xlink:title': isAddress ? hostOf(address) : undefined },
              name,
            )
          : name,
      ),
    ),
  ];
}

function hostOf(address: string): string {
  return /^https?:\/\/([^/]+)/.exec(address)?.[1] ?? address;
}
