import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { postScriptName } from '../../build/pdf/postscript-name.ts';

test('reads the name that PDFs know a font by', async () => {
  const { resolve } = createRequire(import.meta.url);
  for (const [file, name] of [
    ['source-serif-4/400Regular_Italic/SourceSerif4_400Regular_Italic.ttf', 'SourceSerif4-Italic'],
    ['source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf', 'SourceSans3-SemiBold'],
    ['noto-serif/400Regular/NotoSerif_400Regular.ttf', 'NotoSerif-Regular'],
  ]) {
    assert.is(postScriptName(await readFile(resolve(`@expo-google-fonts/${file}`))), name);
  }
});

test.run();
