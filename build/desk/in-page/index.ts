import { connect } from './connection.ts';
import { pdfJs } from './pages/pdfs.ts';
import { loadSpeech } from './speech.ts';
import { startDesk } from './start.ts';
import { loadWords, writeWords } from './words.ts';

/* The desk’s page in the browser: words, PDF.js and the state are fetched at the same time. */
void pdfJs();
const starting = loadWords(navigator.languages).then(async (words) => {
  writeWords(words);
  return startDesk(words, await loadSpeech(words('lang')));
});
connect({
  onState: async (state) => (await starting).take(state),
  onChange: async (change) => (await starting).take(change),
  onGoTo: async (point) => (await starting).show(point),
  onConnection: async (now) => (await starting).connection(now),
});
