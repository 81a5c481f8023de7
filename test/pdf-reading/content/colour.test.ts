import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { describeColour, deviceRgb } from '../../../build/pdf-reading/content/colour.ts';

const test = suite('pdf-reading/content/colour');

test('a colour is described as an editor knows it, by a profile or without', () => {
  const byProfile = (components: number, profile: string) => ({ family: 'ICCBased', components, profile });
  assert.is(describeColour({ space: deviceRgb, values: [1, 0, 0.333] }), 'RGB 1 0 0.33');
  assert.is(describeColour({ space: byProfile(3, 'RGB '), values: [0, 0, 0] }), 'RGB by a profile 0 0 0');
  assert.is(describeColour({ space: byProfile(4, 'CMYK'), values: [0, 0, 0, 1] }), 'CMYK by a profile 0 0 0 1');
  assert.is(describeColour({ space: byProfile(1, 'GRAY'), values: [0] }), 'grey by a profile 0');
  assert.is(describeColour({ space: byProfile(3, 'Lab '), values: [50, 0, 0] }), 'Lab by a profile 50 0 0');
});

test.run();
