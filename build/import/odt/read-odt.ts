import { type Imported, NotImported, type ReadOptions } from '../imported.ts';
import { openArchive } from '../office/archive.ts';
import { worksOfCslField } from '../office/csl-field.ts';
import { makeManuscript } from '../office/make-manuscript.ts';
import { shareOf, TakenPictures } from '../office/pictures.ts';
import { settledRemark } from '../office/tracked-changes.ts';
import { allIn, at, lineInside, readXml, type Xml } from '../office/xml.ts';
import { settleOdtChanges } from './changes.ts';
import type { OdtReading } from './reading.ts';
import { passagesOfOdt } from './source-words.ts';
import { OdtStory } from './story.ts';
import { pointsOf, readOdtStyles } from './styles.ts';

/**
 * Reads a text of OpenDocument (.odt), as LibreOffice writes it. Nothing outside of it is asked for. Throws
 * {@link NotImported} if it is not whole, or has tracked changes and `changes` does not say what becomes of them.
 */
export function readOdt(bytes: Uint8Array, options: ReadOptions): Imported {
  const archive = openArchive(bytes);
  const xml = (name: string): Xml | undefined => {
    const data = archive.read(name);
    return data && readXml(data, name);
  };
  if (allIn(xml('META-INF/manifest.xml'), 'manifest:encryption-data').length > 0)
    throw new NotImported('The file is locked by a password', 'Save it without one, or ask its author to.');
  const content = xml('content.xml');
  const text = at(content, 'office:body/office:text');
  if (!content || !text)
    throw new NotImported('The file is damaged: it has no text', 'Open it in LibreOffice, and save it again.');
  const settled = settleOdtChanges(text, options);

  const pictures = new TakenPictures();
  const common = xml('styles.xml');
  const column = columnOf(common);
  const reading: OdtReading = {
    styles: readOdtStyles(common, content),
    picture(href, width) {
      const name = href.replace(/^\.\//, '');
      const data = /^[a-z][a-z\d+.-]*:/i.test(name) ? undefined : archive.read(name);
      if (!data || data.length === 0) return undefined;
      return { name: pictures.nameFor(name, data), width: shareOf(pointsOf(width) ?? 0, column) };
    },
    formula(href) {
      const part = xml(`${href.replace(/^\.\//, '').replace(/\/$/, '')}/content.xml`);
      if (part?.name !== 'mathml:math') return undefined;
      const source = allIn(part, 'mathml:annotation')[0];
      return lineInside(source ?? part) || undefined;
    },
    notes: new Map(),
    citations: [],
    notesAt: new Map(),
    alternatives: [],
    doubts: [],
    changes: [],
    counts: new Map(),
  };
  const blocks = new OdtStory(reading).blocks(text);
  const { doubts, changes, notes, notesAt } = reading;
  const citations = reading.citations.map(({ code, at: place }) => ({ works: worksOfCslField(code), at: place }));
  const { tree, facts, works } = makeManuscript({ blocks, notes, notesAt, citations }, options.lang, doubts, changes);
  return {
    tree,
    facts,
    pictures: pictures.all,
    works,
    words: { passages: [...passagesOfOdt(text, reading.styles), ...reading.alternatives], changes },
    doubts,
    ...settledRemark(settled, options),
  };
}

/** The width of the column, in points. */
function columnOf(styles: Xml | undefined): number {
  const layout = allIn(styles, 'style:page-layout-properties')[0]?.attributes ?? {};
  const width = pointsOf(layout['fo:page-width']) ?? 595;
  return width - (pointsOf(layout['fo:margin-left']) ?? 57) - (pointsOf(layout['fo:margin-right']) ?? 57);
}
