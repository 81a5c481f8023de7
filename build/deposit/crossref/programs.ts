import type { Element } from 'xast';
import type { CitableArticle, CitableGrant, CitableRelation } from '../../citable/citable.ts';
import { firstDay } from '../../text/date.ts';
import { element, elementIfAny } from '../../xml/element.ts';

/** Crossref’s funding data: a group for each grant. */
export function funding({ funding: grants }: CitableArticle): Element | undefined {
  if (grants.length === 0) return undefined;
  return element('fr:program', { name: 'fundref' }, grants.map(grantGroup));
}

function grantGroup({ funder, ror, award }: CitableGrant): Element {
  const assertion = (name: string, ...children: Parameters<typeof element>[2][]) =>
    element('fr:assertion', { name }, ...children);
  return assertion(
    'fundgroup',
    ror ? assertion('ror', `https://ror.org/${ror}`) : assertion('funder_name', funder),
    award && assertion('award_number', award),
  );
}

/**
 * The licence, from the day on which the article appeared. One of Creative Commons means that it is free to read.
 */
export function licence({ licence: given, published }: CitableArticle): Element | undefined {
  if (!given?.address || given.address.length < 10) return undefined;
  const day = published.length === 10 ? published : undefined;
  const isFree = given.address.includes('creativecommons.org/');
  return element(
    'ai:program',
    { name: 'AccessIndicators' },
    isFree && element('ai:free_to_read', { start_date: day }),
    element('ai:license_ref', { applies_to: 'vor', start_date: day }, given.address),
  );
}

const interWork = { reviews: 'isReviewOf', corrects: 'isCommentOn', concerns: 'isCommentOn' } as const;

/** The relations of the article to works that have a DOI or an ISBN. Retractions are updates instead. */
export function relations({ relations: all }: CitableArticle): Element | undefined {
  const items = all.flatMap((relation) => relatedItem(relation) ?? []);
  return items.length > 0 ? element('rel:program', { name: 'relations' }, items) : undefined;
}

function relatedItem({ kind, title, doi, isbn }: CitableRelation): Element | undefined {
  const id = doi ?? isbn;
  if (!id) return undefined;
  const idType = { 'identifier-type': doi ? 'doi' : 'isbn' };
  const described = elementIfAny('rel:description', {}, title);
  if (kind === 'translates')
    return element(
      'rel:related_item',
      {},
      described,
      element('rel:intra_work_relation', { 'relationship-type': 'isTranslationOf', ...idType }, id),
    );
  const type = kind === 'corrected-by' ? 'hasComment' : interWork[kind as keyof typeof interWork];
  if (!type) return undefined;
  return element(
    'rel:related_item',
    {},
    described,
    element('rel:inter_work_relation', { 'relationship-type': type, ...idType }, id),
  );
}

const updates = { corrects: 'erratum', retracts: 'retraction', concerns: 'expression_of_concern' } as const;

/**
 * Crossmark: the corrections and retractions that the article makes, with funding and licence, which then stand in it.
 * Undefined for a journal that names no policy.
 */
export function crossmark(article: CitableArticle, policy: string | undefined): Element | undefined {
  if (!policy) return undefined;
  const made = article.relations.flatMap(({ kind, doi }) => {
    const type = updates[kind as keyof typeof updates];
    return type && doi ? [element('update', { type, date: firstDay(article.published) }, doi)] : [];
  });
  const metadata = [funding(article), licence(article)];
  return element(
    'crossmark',
    {},
    element('crossmark_policy', {}, policy),
    made.length > 0 && element('updates', {}, made),
    metadata.some(Boolean) && element('custom_metadata', {}, metadata),
  );
}
