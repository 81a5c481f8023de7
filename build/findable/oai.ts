import type { Element } from 'xast';
import { element } from '../xml/element.ts';
import { xmlFile } from '../xml/xml-file.ts';
import { dublinCore } from './dublin-core.ts';
import { addressOnSite, articlesOf, changedOn, type JournalSite, type SiteArticle } from './site-model.ts';

/** The facts that a static repository states besides its records. */
export interface RepositoryFacts {
  /** The mail address of those who keep it. */
  email: string;
  /** The address of the gateway that answers harvesters; without it, that of the file stands in its place. */
  gateway?: string | undefined;
}

const oai = 'http://www.openarchives.org/OAI/2.0/';
const dc = `${oai}oai_dc/`;

/**
 * The journal as a static repository of OAI-PMH 2.0: a file that a gateway reads, and answers harvesters by. Undefined
 * without a base, or without an article.
 */
export function oaiRepository(site: JournalSite, { email, gateway }: RepositoryFacts): Uint8Array | undefined {
  const self = addressOnSite(site, 'oai.xml');
  const articles = articlesOf(site);
  const [latest] = site.issues;
  const earliest = articles.map(({ issue, article }) => changedOn(issue, article)).sort()[0];
  if (!self || !latest || !earliest) return undefined;
  return xmlFile(
    element(
      'Repository',
      {
        xmlns: `${oai}static-repository`,
        'xmlns:oai': oai,
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
        'xsi:schemaLocation': `${oai}static-repository ${oai}static-repository.xsd`,
      },
      element(
        'Identify',
        {},
        element('oai:repositoryName', {}, latest.issue.journal.title),
        element(
          'oai:baseURL',
          {},
          gateway ? `${gateway.replace(/\/*$/, '/')}${self.replace(/^https?:\/\//, '')}` : self,
        ),
        element('oai:protocolVersion', {}, '2.0'),
        element('oai:adminEmail', {}, email),
        element('oai:earliestDatestamp', {}, earliest),
        element('oai:deletedRecord', {}, 'no'),
        element('oai:granularity', {}, 'YYYY-MM-DD'),
      ),
      element(
        'ListMetadataFormats',
        {},
        element(
          'oai:metadataFormat',
          {},
          element('oai:metadataPrefix', {}, 'oai_dc'),
          element('oai:schema', {}, `${oai}oai_dc.xsd`),
          element('oai:metadataNamespace', {}, dc),
        ),
      ),
      element('ListRecords', { metadataPrefix: 'oai_dc' }, articles.map(record)),
    ),
  );
}

function record(one: SiteArticle): Element {
  const { issue, article, at } = one;
  const host = new URL(at.base ?? '').hostname;
  return element(
    'oai:record',
    {},
    element(
      'oai:header',
      {},
      element('oai:identifier', {}, `oai:${host}:${issue.folder}/${article.name}`),
      element('oai:datestamp', {}, changedOn(issue, article)),
    ),
    element(
      'oai:metadata',
      {},
      element(
        'oai_dc:dc',
        {
          'xmlns:oai_dc': dc,
          'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
          'xsi:schemaLocation': `${dc} ${oai}oai_dc.xsd`,
        },
        dublinCore(issue, article, at).map(({ name, text, lang }) =>
          element(`dc:${name}`, lang ? { 'xml:lang': lang } : {}, text),
        ),
      ),
    ),
  );
}
