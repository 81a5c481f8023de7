import { PDFDocument } from '@cantoo/pdf-lib';
import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { setCharacters } from '../../../build/pdf/characters.ts';
import { spacesOf } from '../../../build/pdf/tags/spaces.ts';

const test = suite('pdf/spaces');

test('a space is written in the font of its text, else in another, after which the font is what it was', async () => {
  const document = await PDFDocument.create();
  const { context } = document;
  const font = (characters: [number, string][]) => {
    const dict = context.obj({ Type: 'Font' });
    setCharacters(dict, new Map(characters));
    return context.register(dict);
  };
  const own = font([[3, ' ']]);
  const without = font([[7, 'x']]);
  Object.assign(document, { context });
  const spaces = (fonts: object) => spacesOf(document)(context.obj({ Font: fonts } as never) as never);
  const written = (fonts: object, name: string) =>
    spaces(fonts)({ name, size: '9.5' }).map(({ operator, operands }) => [...operands, operator].join(' '));
  assert.equal(written({ F1: own, F2: without }, '/F1'), ['<0003> Tj']);
  assert.equal(written({ F1: own, F2: without }, '/F2'), ['/F1 9.5 Tf', '<0003> Tj', '/F2 9.5 Tf']);
  assert.equal(written({ F2: without }, '/F2'), []);
});

test.run();
