import { type Doubt, firstWords, type Imported, NotImported, type ReadOptions } from '../imported.ts';
import { openArchive } from '../office/archive.ts';
import { worksOfCslField } from '../office/csl-field.ts';
import { makeManuscript } from '../office/make-manuscript.ts';
import { shareOf, TakenPictures } from '../office/pictures.ts';
import { allIn, at, child, elements, lineInside, readXml, textInside, type Xml } from '../office/xml.ts';
import { passagesOfOdt } from './source-words.ts';
import { type OdtReading, OdtStory } from './story.ts';
import { pointsOf, readOdtStyles } from './styles.ts';

/**
 * Reads a text of OpenDocument (.odt), as LibreOffice writes it. Nothing outside of it is asked for. Throws
 * {@link NotImported} if it is not whole, or has tracked changes and `changes` does not say that they are accepted.
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
  refuseChanges(text, options);

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
    words: { passages: [...passagesOfOdt(text), ...reading.alternatives], changes },
    doubts,
  };
}

/** Refuses a text with tracked changes. Those that are accepted are as the text has them already. */
function refuseChanges(text: Xml, { changes }: ReadOptions): void {
  const regions = elements(child(text, 'text:tracked-changes') ?? text).filter(
    ({ name }) => name === 'text:changed-region',
  );
  const found = regions.flatMap((region): Doubt[] => {
    const [change] = elements(region);
    if (!change || change.name === 'text:format-change') return [];
    const info = child(change, 'office:change-info');
    const author = textInside(child(info, 'dc:creator')) || 'unknown';
    const date = textInside(child(info, 'dc:date')).slice(0, 10);
    const kind = change.name === 'text:deletion' ? 'deleted' : 'inserted';
    const words = allIn(change, 'text:p', 'text:h').map(textInside).join(' ').trim();
    return [
      {
        rule: 'import-changes',
        confidence: 1,
        at: { words: firstWords(words) },
        words: firstWords(words) || kind,
        found: `${author}${date ? `, ${date}` : ''}, ${kind}${words ? `: “${firstWords(words)}”` : ''}`,
      },
    ];
  });
  if (found.length === 0 || changes === 'accept') return;
  throw new NotImported(
    `The file has ${found.length} tracked change${found.length === 1 ? '' : 's'}`,
    changes === 'reject'
      ? 'Reject them in LibreOffice, and save the file: only Word files can be read as they were before.'
      : 'Accept or reject them in LibreOffice, or import it with --accept-changes.',
    found,
  );
}

/** The width of the column, in points. */
function columnOf(styles: Xml | undefined): number {
  const layout = allIn(styles, 'style:page-layout-properties')[0]?.attributes ?? {};
  const width = pointsOf(layout['fo:page-width']) ?? 595;
  return width - (pointsOf(layout['fo:margin-left']) ?? 57) - (pointsOf(layout['fo:margin-right']) ?? 57);
}
