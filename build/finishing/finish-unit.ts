import { areClean, type CommonChecks, type PartialPdf, type ProvedArticle } from '../check/clean-pdf.ts';
import { bytesOfFile } from '../disk/output-files.ts';
import type { DocumentFacts } from '../pdf/document-facts.ts';
import { keepPages } from '../pdf/keep-pages.ts';
import {
  makeOffprints,
  type Offprint,
  type OffprintLinks,
  type OffprintOrder,
} from '../pdf/offprints/make-offprints.ts';
import { openUnit } from '../pdf/opened-unit.ts';
import { linkPress } from '../pdf/press/link-press.ts';
import type { PressPart } from '../pdf/press/press-part.ts';
import type { PressSettings } from '../pdf/press/press-settings.ts';
import { separateUnit } from '../pdf/press/separate-unit.ts';
import type { LoadedUnit } from '../pdf/printed-unit.ts';
import { finishScreenUnit } from '../pdf/screen/finish-screen-unit.ts';
import { linkScreen } from '../pdf/screen/link-screen.ts';
import type { ScreenPart } from '../pdf/screen/screen-part.ts';

/** The order for all that is made of a printed unit. Plain data, which can be passed to another thread. */
export interface UnitJob {
  unit: LoadedUnit;
  /** Its articles, with whose words it is compared. */
  articles: ProvedArticle[];
  links: OffprintLinks;
  /** True if its part of the screen PDF is made. */
  screen: boolean;
  /** Its offprints; none are made where it is missing. */
  offprints: OffprintOrder[] | undefined;
  /** How its part of the printer’s PDF is made; none is made where it is missing. */
  press: PressOrder | undefined;
  /** What finished files are held to; nothing is checked where it is missing. */
  checks: CommonChecks | undefined;
}

/** The results of finishing a unit. Plain data. */
export interface FinishedUnit {
  screen?: Checked & { part: ScreenPart };
  offprints?: (Checked & Offprint)[];
  press?: Checked & { part: PressPart };
}

/** The order for a part of the printer’s PDF. */
export interface PressOrder {
  settings: PressSettings;
  /** The unit’s pages before this one go elsewhere, as a cover does. */
  from: number;
  /** Its part of the screen PDF, if it was made before: the words of both are compared. */
  screen: ScreenPart | undefined;
}

interface Checked {
  /** True if it was checked and nothing was found. */
  isClean: boolean;
}

/** Finishes a unit for the editions that are wanted, and checks what it makes. */
export async function finishUnit(job: UnitJob): Promise<FinishedUnit> {
  const { unit, articles, links, screen, offprints, press, checks } = job;
  const opened = openUnit(unit);
  const finished: FinishedUnit = {};
  const isClean = async (pdfs: () => Promise<PartialPdf[]>) => checks !== undefined && areClean(await pdfs(), checks);
  const { folios, references, survey } = unit;
  if (screen) {
    const part = await finishScreenUnit(opened, links.names);
    finished.screen = { part, isClean: await isClean(async () => [await screenAlone(part)]) };
  }
  if (offprints) {
    finished.offprints = [];
    for (const offprint of await makeOffprints(opened, offprints, links)) {
      const article = articles.find(({ id }) => id === offprint.article);
      const { pages = [], about } = offprints.find(({ id }) => id === offprint.article) ?? {};
      const alone = {
        bytes: offprint.pdf,
        part: { offprint: article?.name ?? '' },
        articles: article ? [article] : [],
        folios: pages.map((page) => (about?.pages && folios[page]) || ''),
        references,
        composed: offprint.texts,
        isPart: false,
      };
      finished.offprints.push({ ...offprint, isClean: await isClean(async () => [alone]) });
    }
  }
  if (press) {
    const document = opened.open();
    keepPages(document, press.from, unit.count);
    const part = await separateUnit({ pdf: unit.pdf, document }, unit.trimming, press.settings);
    const onScreen = finished.screen?.part ?? press.screen;
    const alone = async () => [
      ...(onScreen ? [await screenAlone(onScreen)] : []),
      await pressAlone(part, press.settings, press.from),
    ];
    finished.press = { part, isClean: await isClean(alone) };
  }
  return finished;

  async function screenAlone(part: ScreenPart): Promise<PartialPdf> {
    const bytes = await bytesOfFile(async (sink) => {
      const link = await linkScreen({ lang: 'en', bookmarks: () => [], cover: '', about: noFacts }, sink);
      await link.add(part, folios);
      await link.finish();
    });
    return { bytes, part: 'screen', articles, folios, references, composed: survey.pages, isPart: true };
  }

  async function pressAlone(part: PressPart, settings: PressSettings, from: number): Promise<PartialPdf> {
    const bytes = await bytesOfFile(async (sink) => {
      const link = await linkPress(noFacts, unit.trimming, settings, sink);
      await link.add(part);
      await link.finish(1);
    });
    const composed = survey.pages.slice(from);
    return { bytes, part: 'print', articles, folios: folios.slice(from), references, composed, isPart: true };
  }
}

/** The facts of a file that is made to be checked: its frame says nothing. */
const noFacts: DocumentFacts = {
  title: '–',
  creators: [],
  description: undefined,
  keywords: [],
  publisher: '',
  rights: undefined,
  licence: undefined,
  languages: ['en'],
  date: new Date(0),
  doi: undefined,
  identifier: '',
  journal: '',
  issn: {},
  volume: '',
  number: '',
  coverDate: '',
  pages: undefined,
};
