/* The functions that Node calls in the browser to make up pages. */
export { arrange } from './arrange.ts';
export { composePages } from './compose.ts';
export { wordsInTables } from './fit-tables.ts';
export { hashPages } from './hash-pages.ts';
export { fillFolios, measureFlows } from './measure.ts';
export { readTrimming } from './page-rules.ts';
export { placesOf } from './places.ts';
export { surveyPages } from './survey.ts';
export { wordPlaces } from './word-places.ts';
