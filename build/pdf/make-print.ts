import type { Chrome } from '../browser/browser.ts';
import { composeGalley } from '../galley/galley.ts';
import type { Issue } from '../issue/model.ts';
import { newMemory } from '../lines/memory.ts';
import { reportLines } from '../lines/report-lines.ts';
import { type LinesSet, setLines } from '../lines/set-lines.ts';
import { madeOn } from '../made-on.ts';
import type { Style } from '../styles/style.ts';
import type { Templates } from '../templates.ts';
import type { TermsBook } from '../terms.ts';
import { readFolios } from './folios.ts';
import { printSite } from './print.ts';

/** The cover and its empty back: templates/print/cover.ejs. */
const uncounted = 2;

/**
 * Prints an issue, its lines set and pinned; those that came out badly are reported in the manuscripts. The contents and “see p. 47” want folios that only a print can tell: so it prints, reads where each id stands, fills the
 * folios in and prints again, until nothing moves. Throws TemplateError, StyleError, BrowserDied.
 */
export async function makePrint(
  chrome: Chrome,
  issue: Issue,
  style: Style,
  house: { templates: Templates; terms: TermsBook },
): Promise<Uint8Array> {
  let folios = new Map<string, string>();
  const memory = newMemory();
  for (let pass = 1; ; pass++) {
    const site = await composeGalley(issue, style, house.templates, house.terms, folios);
    let lines: LinesSet | undefined;
    const pdf = await printSite(chrome, site, madeOn(issue.facts.date, process.env.SOURCE_DATE_EPOCH), async (page) => {
      lines = await setLines(page, memory);
    });
    const found = await readFolios(pdf, issue.facts['first-page'], uncounted);
    // A folio can move the line that it stands in, and so itself; it has never taken more than three prints.
    if (isSame(folios, found) || pass === 5) {
      if (lines) reportLines(issue, lines);
      return pdf;
    }
    folios = found;
  }
}

function isSame(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean {
  return a.size === b.size && [...a].every(([id, folio]) => b.get(id) === folio);
}
