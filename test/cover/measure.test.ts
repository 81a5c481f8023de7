import { test } from 'uvu';
import * as assert from 'uvu/assert';
import { openMeasure } from '../../build/cover/measure.ts';
import { style } from '../galley/compose.ts';

const measure = openMeasure(style.faces);
const serif = { family: '"Source Serif 4"', size: 1000 };

test('letters are kerned, though the kerning of a face stands in extension lookups', () => {
  assert.is(Math.round(measure('AVATAR To Тут', serif)), 7116);
  const apart = [...'AVATAR'].reduce((sum, letter) => sum + measure(letter, serif), 0);
  assert.ok(measure('AVATAR', serif) < apart - 100);
});

test('spaced letters have no ligatures, and each its space', () => {
  const letters = measure('office', { ...serif, spacing: 0.1 });
  assert.is(Math.round(letters - measure('office', { ...serif, spacing: 0.2 })), -600);
});

test('an accent is as wide as its letter; what a face lacks is measured in the next, with its accents', () => {
  assert.is(measure('Ю\u0301', serif), measure('Ю', serif));
  const both = { ...serif, family: '"Source Serif 4", "Noto Serif"' };
  assert.is(measure('ʃ\u0329\u0301', both), measure('ʃ\u0329\u0301', { ...serif, family: '"Noto Serif"' }));
  assert.is(measure('', both), 0);
});

test.run();
