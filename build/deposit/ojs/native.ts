import type { CitableIssue } from '../../citable/citable.ts';
import { firstDay } from '../../text/date.ts';
import { element, elementIfAny } from '../../xml/element.ts';
import { xmlFile } from '../../xml/xml-file.ts';
import { articleElement, pubId } from './article.ts';
import type { OjsGalley } from './galley.ts';
import type { OjsLook } from './look.ts';
import { ojsSections, sectionElements } from './sections.ts';

/** The picture of an issue’s cover for OJS, which takes PNG, JPEG, GIF and WebP. */
export interface OjsCover {
  fileName: string;
  alt: string;
  data: Uint8Array;
}

/**
 * An issue for the Native XML plug-in of OJS: sections, articles with their files, and the cover, after the schema of
 * the version. Each id counts from 1 through the file.
 */
export function ojsIssue(
  issue: CitableIssue,
  galleysOf: (name: string) => readonly OjsGalley[],
  cover: OjsCover | undefined,
  look: OjsLook,
): Uint8Array {
  const { doi, theme, volume, number, date } = issue;
  const sections = ojsSections(issue);
  const day = firstDay(date);
  const next = { article: 1, author: 1, file: 1 };
  const articles = sections.flatMap(({ abbreviation, articles: all }) =>
    all.map((article, seq) => {
      const galleys = galleysOf(article.name);
      const place = {
        section: abbreviation,
        seq,
        id: next.article++,
        firstAuthor: next.author,
        firstFile: next.file,
        published: firstDay(article.published),
      };
      next.author += article.people.length;
      next.file += galleys.length;
      return articleElement(article, place, galleys, look);
    }),
  );
  const root = element(
    'issue',
    {
      xmlns: 'http://pkp.sfu.ca',
      'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      'xsi:schemaLocation': 'http://pkp.sfu.ca native.xsd',
      // What is imported is looked at before readers see it.
      published: 0,
      current: 0,
      access_status: 1,
    },
    doi && pubId('doi', doi, 'update'),
    element(
      'issue_identification',
      {},
      /^\d+$/.test(volume) && element('volume', {}, volume),
      element('number', {}, number),
      element('year', {}, date.slice(0, 4)),
      elementIfAny('title', { locale: look.main }, theme),
    ),
    element('date_published', {}, day),
    element('last_modified', {}, day),
    sectionElements(sections, look.main),
    cover &&
      element(
        'covers',
        {},
        element(
          'cover',
          { locale: look.main },
          element('cover_image', {}, cover.fileName),
          element('cover_image_alt_text', {}, cover.alt),
          element('embed', { encoding: 'base64' }, Buffer.from(cover.data).toString('base64')),
        ),
      ),
    element('articles', {}, articles),
  );
  return xmlFile(root);
}
