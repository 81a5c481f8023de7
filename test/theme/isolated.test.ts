import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { isolated } from '../../build/theme/isolated.ts';

test('a name from right to left is isolated, with the language that its letters show; others are escaped', () => {
  assert.is(isolated('משה לוי'), '<bdi lang="he" xml:lang="he" dir="rtl">משה לוי</bdi>');
  assert.is(isolated('پرویز'), '<bdi lang="fa" xml:lang="fa" dir="rtl">پرویز</bdi>');
  assert.is(isolated('Moshe לוי'), '<bdi>Moshe לוי</bdi>');
  assert.is(isolated('Անահիտ Սարգսյան'), '<span lang="hy" xml:lang="hy">Անահիտ Սարգսյան</span>');
  assert.is(isolated('王 伟'), '<span lang="zh" xml:lang="zh">王 伟</span>');
  assert.is(isolated('Roe & Sons'), 'Roe &#38; Sons');
  assert.is(isolated('Ганна Верес'), 'Ганна Верес');
});

test.run();
