import { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFStream } from '@cantoo/pdf-lib';
import { Resvg } from '@resvg/resvg-wasm';
import jpeg from 'jpeg-js';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { VFile } from 'vfile';
import { startChrome } from '../../../build/browser/browser.ts';
import { preflight } from '../../../build/check/pdf/preflight.ts';
import { bytesOfFile } from '../../../build/disk/output-files.ts';
import { startRenderer } from '../../../build/images/renderer.ts';
import type { Picture } from '../../../build/issue/model.ts';
import { placeholder } from '../../../build/issue/placeholders.ts';
import { describeIssue } from '../../../build/pdf/document-facts.ts';
import { makePrint } from '../../../build/pdf/make-print.ts';
import { finishPress } from '../../../build/pdf/press/finish-press.ts';
import type { PageFindings } from '../../../build/pdf/press/inspect-pages.ts';
import type { PressSettings } from '../../../build/pdf/press/press-settings.ts';
import { reportPress } from '../../../build/pdf/press/report-press.ts';
import type { PrintedUnit } from '../../../build/pdf/printed-unit.ts';
import { termsFor } from '../../../build/theme/terms.ts';
import { article, issueOf } from '../../epub/sample.ts';
import { style, theme } from '../../galley/compose.ts';
import { colourSpaces, paints, textColours } from './paint.ts';
import { pressSettings as settings } from './settings.ts';

const test = suite('pdf/press/finish-press');

const chrome = await startChrome();
test.after(() => chrome.close());

/** A drawing with all that Chrome makes something else of than plain areas. */
const drawing = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200" width="400" height="200"><defs>
<linearGradient id="a"><stop offset="0" stop-color="#c00"/><stop offset=".5" stop-color="#fc0"/><stop offset="1" stop-color="#000"/></linearGradient>
<linearGradient id="b"><stop offset="0" stop-color="#000"/><stop offset="1" stop-color="#fff"/></linearGradient>
<radialGradient id="c"><stop offset="0" stop-color="#0a0"/><stop offset="1" stop-color="#0a0" stop-opacity="0"/></radialGradient>
<linearGradient id="r" x2=".3" spreadMethod="repeat"><stop offset="0" stop-color="#06c"/><stop offset="1" stop-color="#fc0"/></linearGradient>
<pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse"><path d="M0 10L10 0" stroke="#a0a"/></pattern>
<mask id="m"><rect width="400" height="200" fill="url(#b)"/></mask></defs>
<rect width="90" height="60" fill="url(#a)"/><rect x="100" width="90" height="60" fill="url(#b)"/><circle cx="240" cy="40" r="40" fill="url(#c)"/>
<g opacity=".5"><rect x="300" width="50" height="60" fill="#00f"/><rect x="330" y="20" width="50" height="60" fill="#f00"/></g>
<rect y="100" width="90" height="60" fill="#a00" mask="url(#m)"/><rect x="300" y="100" width="90" height="80" fill="url(#p)"/><path d="M100 120H300" stroke="#000" stroke-width=".1"/>
<rect x="100" y="140" width="60" height="50" fill="url(#r)"/><rect x="200" y="130" width="60" height="60" fill="#0a5" style="mix-blend-mode:multiply"/><text x="270" y="150" font-size="14">Black</text></svg>`;

function picture(
  name: string,
  mediaType: Picture['mediaType'],
  data: Uint8Array,
  width: number,
  height: number,
): Picture {
  return { name, mediaType, data, width, height };
}

/** A photograph, as it were; one value a pixel for a grey one. */
function photo(width: number, height: number, colour: (x: number, y: number) => number[]): Uint8Array {
  const data = Buffer.from(
    Array.from({ length: width * height }, (_, i) => [...colour(i % width, Math.floor(i / width)), 255]).flat(),
  );
  return new Uint8Array(jpeg.encode({ width, height, data }, 90).data);
}

await startRenderer();
const coarse = new Resvg(
  '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40"><rect width="60" height="40" fill="#0a5"/></svg>',
)
  .render()
  .asPng();
const pictures = [
  picture(
    'a1--photo.jpg',
    'image/jpeg',
    photo(1400, 200, (x, y) => [x / 6, y, 255 - x / 6]),
    1400,
    200,
  ),
  picture(
    'a1--grey.jpg',
    'image/jpeg',
    photo(700, 100, (x) => [x / 3, x / 3, x / 3]),
    700,
    100,
  ),
  picture('a1--coarse.png', 'image/png', coarse, 60, 40),
  picture('a1--drawing.svg', 'image/svg+xml', new TextEncoder().encode(drawing), 400, 200),
];
const figures = pictures.map(({ name }) => `<figure class="figure"><img src="images/${name}" alt="Seen"></figure>`);
const body = `<p style="text-shadow: 2px 2px 3px #777">In a blurred shadow.</p><p>Black text, and a divided word: ${'unbelievably '.repeat(40)}</p>${figures.join('')}`;
const issue = {
  ...issueOf([article(1, { front: { authors: [{ name: 'A' }] }, title: 'T', body, notes: [] })]),
  pictures,
};
const [, unit] = (await makePrint(chrome, issue, style, theme)).units as [PrintedUnit, PrintedUnit];
const drawn = {
  pdf: await unit.pdf(),
  trimming: unit.trimming,
  about: describeIssue(issue, termsFor(theme.terms, 'en')),
};
/** Finishes them; returns the file, and what was found. */
async function finished(its: PressSettings): Promise<{ pdf: Uint8Array; findings: PageFindings<string> }> {
  let findings: PageFindings<string> = { placements: [], hairlines: [] };
  const pdf = await bytesOfFile(async (sink) => {
    findings = await finishPress(drawn, its, sink);
  });
  return { pdf, findings };
}

const press = await finished(settings);
const document = await PDFDocument.load(press.pdf, { updateMetadata: false });

test('text is black, white or the accent, each in inks, and no colour is of the screen', () => {
  const colours = [...textColours(document)].sort();
  assert.ok(colours.includes('0 0 0 1 k'), 'black');
  assert.ok(colours.every((colour) => / k$/.test(colour)));
  // Grey is how masks are drawn.
  for (const { operator } of paints(document)) assert.not.match(operator, /^(rg|RG)$/);
});

test('black text overprints, in a drawing too, and is found to; asked to knock out, it does', async () => {
  const asked = (black: PressSettings['black'], pdf: Uint8Array) =>
    preflight(pdf, { black }).then(({ clauses }) => clauses.find(({ rule }) => rule === 'print-overprint')?.state);
  assert.is(await asked('overprint', press.pdf), 'passed');
  const { pdf } = await finished({ ...settings, black: 'knockout' });
  assert.is(await asked('overprint', pdf), 'failed');
  assert.is(await asked('knockout', pdf), 'passed');
});

test('pictures, gradients and groups are in inks; grey ones, and masks, in grey', () => {
  const spaces = colourSpaces(document);
  for (const wanted of [
    '/Image /DeviceCMYK',
    '/Image /DeviceGray',
    '2 /DeviceCMYK',
    '/Transparency /DeviceCMYK',
    '/Transparency /DeviceGray',
  ])
    assert.ok(spaces.includes(wanted), `${wanted} in ${spaces}`);
  assert.not.match(spaces.join(), /DeviceRGB|ICCBased/);
});

test('a grey photograph has one plate; one that is finer than the press is reduced', () => {
  const sizes = document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    if (!(object instanceof PDFRawStream) || object.dict.get(PDFName.of('Subtype')) !== PDFName.of('Image')) return [];
    return [['Width', 'ColorSpace', 'Filter'].map((key) => String(object.dict.get(PDFName.of(key)))).join(' ')];
  });
  assert.ok(sizes.includes('700 /DeviceGray /DCTDecode'), sizes.join());
  assert.ok(sizes.includes('60 /DeviceCMYK /FlateDecode'), 'what was no JPEG loses nothing');
  // A column is 63.75 mm wide.
  assert.ok(
    sizes.some((size) => /^75\d \/DeviceCMYK \/DCTDecode$/.test(size)),
    sizes.join(),
  );
});

test('a mask of pixels stays as it is', async () => {
  const before = maskPixels(await PDFDocument.load(drawn.pdf, { updateMetadata: false }));
  assert.ok(before.length > 0, 'a blurred shadow has one');
  assert.equal(maskPixels(document), before);
});

/** The pixels of pictures that masks of luminosity are drawn with. */
function maskPixels({ context }: PDFDocument): string[] {
  return context.enumerateIndirectObjects().flatMap(([, state]) => {
    const mask = state instanceof PDFDict ? state.lookup(PDFName.of('SMask')) : undefined;
    const form = mask instanceof PDFDict ? mask.lookup(PDFName.of('G'), PDFStream) : undefined;
    const objects = form?.dict
      .lookupMaybe(PDFName.of('Resources'), PDFDict)
      ?.lookupMaybe(PDFName.of('XObject'), PDFDict);
    return (objects?.values() ?? []).flatMap((ref) => {
      const image = context.lookup(ref);
      const isImage = image instanceof PDFRawStream && image.dict.get(PDFName.of('Subtype')) === PDFName.of('Image');
      return isImage ? [Buffer.from(image.contents).toString('base64')] : [];
    });
  });
}

test('it is built to PDF/X-4, and has nothing for screens', () => {
  const { catalog, context } = document;
  const keys = catalog.keys().map(String).sort();
  assert.equal(keys, ['/Lang', '/Metadata', '/OutputIntents', '/Pages', '/Type', '/ViewerPreferences']);
  assert.match(String(context.header), '%PDF-1.6');
  const info = context.lookup(context.trailerInfo.Info, PDFDict);
  assert.is(String(info.get(PDFName.of('Trapped'))), '/False');
  const text = Buffer.from(press.pdf).toString('latin1');
  assert.match(text, '<pdfxid:GTS_PDFXVersion>PDF/X-4<');
  assert.not.match(text, /\/(Annots|JavaScript|OpenAction|StructTreeRoot)\b/);
  for (const { node } of document.getPages())
    assert.equal(
      ['MediaBox', 'BleedBox', 'TrimBox', 'CropBox', 'Annots'].map((key) => node.has(PDFName.of(key))),
      [true, true, true, false, false],
    );
});

test('coarse pictures and thin lines are told at their place', () => {
  const file = new VFile({ path: 'issue.yaml' });
  reportPress(issue, unit.survey.pictures, press.findings, placeholder(file, issue.facts));
  const [said] = issue.articles.map((one) =>
    one.file.messages.flatMap(({ reason, fatal, ruleId }) =>
      ruleId?.startsWith('print-') ? [`${fatal} ${reason}`] : [],
    ),
  );
  assert.equal(file.messages, []);
  assert.is(said?.length, 2);
  assert.match(said?.[0] ?? '', /^true coarse\.png has \d+ pixels to the inch/);
  assert.match(said?.[1] ?? '', /^false Page \d+ of the PDF has a line of 0\.0\d pt, perhaps in drawing\.svg/);
});

test('our own preflight finds what was planted, and nothing else', async () => {
  const { profile, clauses } = await preflight(press.pdf);
  assert.is(profile, 'print');
  const found = clauses.flatMap(({ rule, findings }) => findings.map(({ level }) => `${level} ${rule}`));
  assert.equal(found.sort(), ['error print-resolution', 'warning print-hairline']);
});

test('the same pages give the same bytes', async () => {
  const again = await finished(settings);
  assert.ok(Buffer.from(again.pdf).equals(press.pdf));
});

test.run();
