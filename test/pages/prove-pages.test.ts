import { test } from 'uvu';
import * as assert from 'uvu/assert';
import type { Issue } from '../../build/issue/model.ts';
import { markOf } from '../../build/issue/places.ts';
import type { Survey } from '../../build/pages/in-page/survey.ts';
import { provePages } from '../../build/pages/prove-pages.ts';
import { article, issueOf } from '../epub/sample.ts';

const body =
  '<p>One two<a class="call" href="#a1--note-1" id="a1--call-1">1</a> three.</p><figure id="a1--f"><p>A figure.</p></figure><p>Four five.</p>';
const issue = (): Issue =>
  issueOf([article(1, { front: { authors: [{ name: 'A' }] }, title: 'T', body, notes: [['<p>A note.</p>']] })]);

/** What stands on pages that are right. */
const right: Survey = {
  ids: [],
  notes: [{ id: 'a1--note-1', pages: [6, 7] }],
  calls: [{ id: 'a1--call-1', note: 'a1--note-1', page: 6, floats: false }],
  texts: [
    { kind: 'float', id: 'a1', text: 'A figure.' },
    { kind: 'body', id: 'a1', text: 'One two1 three. Four five.' },
    { kind: 'note', id: 'a1--note-1', text: '1 A note.' },
  ],
  folios: [{ page: 6, target: 'a1--sec', text: '3', block: markOf('a1', { line: 7, column: 1 }) }],
  pages: [],
  articles: [],
  pictures: [],
  over: [],
};

function faults(change: (survey: Survey) => void): (string | undefined)[] {
  const survey = structuredClone(right);
  change(survey);
  const proved = issue();
  provePages(proved, survey, new Map([['a1--sec', '3']]));
  return ruleIds(proved);
}

function ruleIds(proved: Issue): (string | undefined)[] {
  return [...new Set([proved.files[0], ...proved.articles.map(({ file }) => file)])].flatMap(
    (file) => file?.messages.map(({ ruleId }) => ruleId) ?? [],
  );
}

const put = (index: number, text: string) => (survey: Survey) => {
  (survey.texts[index] as Survey['texts'][number]).text = text;
};

test('pages that are right are said to be', () => {
  assert.equal(
    faults(() => {}),
    [],
  );
});

test('a word that is lost, doubled or moved is found, in text, floats and notes', () => {
  for (const text of [
    'One two1 three. Four.',
    'One two1 three. Four five. Four five.',
    'One two1 five. Four three.',
    '',
  ])
    assert.equal(faults(put(1, text)), ['words-kept'], text);
  assert.equal(faults(put(0, 'A fig.')), ['words-kept']);
  assert.equal(faults(put(2, '1 A')), ['words-kept']);
});

test('a paragraph that is lost is not made up for by words of another article’s float, nor a float that is lost by those of its text', () => {
  const front = { authors: [{ name: 'A' }] };
  const two = issueOf([
    article(1, { front, title: 'T', body: '<p>alpha</p><p>beta gamma</p>' }),
    article(2, { front, title: 'U', body: '<p>delta</p><figure><figcaption>beta gamma</figcaption></figure>' }),
  ]);
  const survey = { ...right, notes: [], calls: [], folios: [] };
  const float = (id: string): Survey['texts'][number] => ({ kind: 'float', id, text: 'beta gamma' });
  const body = (id: string, text: string): Survey['texts'][number] => ({ kind: 'body', id, text });
  const said = (texts: Survey['texts']) => {
    for (const { file } of two.articles) file.messages.length = 0;
    provePages(two, { ...survey, texts }, new Map());
    return two.articles.map(({ file }) => file.messages.map(({ ruleId }) => ruleId));
  };
  assert.equal(said([body('a1', 'alpha beta gamma'), body('a2', 'delta'), float('a2')]), [[], []]);
  assert.equal(said([body('a1', 'alpha'), body('a2', 'delta'), float('a2')]), [['words-kept'], []]);
  assert.equal(said([body('a1', 'alpha beta gamma'), body('a2', 'delta beta gamma'), float('a2')]), [
    [],
    ['words-kept'],
  ]);
  assert.equal(said([body('a1', 'alpha beta gamma'), body('a2', 'delta')]), [[], ['words-kept']]);
});

test('a reference without its folio, or with another page’s, is found', () => {
  for (const [text, target] of [
    ['00', 'a1--sec'],
    ['?', ''],
    ['7', 'a1--sec'],
    ['', 'a1--sec'],
  ] as const)
    assert.equal(
      faults((survey) => survey.folios.push({ page: 6, target, text, block: markOf('a1', { line: 9, column: 1 }) })),
      ['folios-settled'],
    );
});

test('the end of a range of pages is proved by what it ends with', () => {
  const place = { page: 6, target: 'a1--sec', block: markOf('a1', { line: 9, column: 1 }) };
  // The section begins on page 3; what ends it stands there, too, or on page 5.
  const folios = new Map(Object.entries({ 'a1--sec': '3', 'end-same': '3', 'end-later': '5' }));
  const said = (to: string, text: string) => {
    const proved = issue();
    provePages(proved, { ...structuredClone(right), folios: [{ ...place, to, text }] }, folios);
    return ruleIds(proved);
  };
  assert.equal([said('end-same', ''), said('end-later', '–5'), said('end-same end-later', '–5')], [[], [], []]);
  assert.equal(
    [said('end-same', '–00'), said('end-later', '5'), said('end-later', '–3'), said('end-none', '–5')],
    Array(4).fill(['folios-settled']),
  );
});

test('a note that begins on another page than its call is found, and one that is nowhere', () => {
  assert.equal(
    faults(({ notes: [note] }) => {
      if (note) note.pages = [7];
    }),
    ['note-on-page'],
  );
  assert.equal(
    faults((survey) => {
      survey.notes = [];
    }),
    ['note-on-page'],
  );
});

test('what goes beyond its place is told where it is', () => {
  assert.equal(
    faults((survey) => {
      survey.over.push({
        page: 6,
        kind: 'text',
        what: 'the text goes beyond the foot of its column',
        by: 4,
        block: markOf('a1', { line: 3, column: 1 }),
      });
    }),
    ['page-holds'],
  );
});

test.run();
