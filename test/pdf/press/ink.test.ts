import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { blackForGreys, limitInk } from '../../../build/pdf/press/ink.ts';
import { openSeparation } from '../../../build/pdf/press/separation.ts';
import { pressProfile, screenProfile } from '../../../build/pdf/profiles.ts';

const test = suite('pdf/press/ink');
const percent = (ink: readonly number[]) => ink.map((value) => Math.round(value * 100));

test('an ink within the limit stays; of one beyond it, the colours give way and the black stays', () => {
  assert.equal(limitInk([0.5, 0.5, 0.5, 0.5], 3), [0.5, 0.5, 0.5, 0.5]);
  assert.equal(percent(limitInk([1, 1, 1, 1], 3)), [67, 67, 67, 100]);
  assert.equal(percent(limitInk([0.9, 0.6, 0.3, 0.7], 1.6)), [45, 30, 15, 70]);
});

test('a grey takes as much black ink as is as light, between paper and solid black', () => {
  const screen = Array.from({ length: 256 }, (_, grey) => (grey / 255) * 100);
  // Ink whose dots grow: half of it is already darker than the middle.
  const ink = Array.from({ length: 256 }, (_, black) => 95 - 80 * (black / 255) ** 0.5);
  const black = blackForGreys(ink, screen);
  assert.is(black[0], 1);
  assert.is(black[255], 0);
  assert.ok(Math.abs((black[127] ?? 0) - 0.252) < 0.003, String(black[127]));
  assert.ok(black.every((share, grey) => grey === 0 || share <= (black[grey - 1] ?? 1)));
});

test('with FOGRA39: black and greys are black ink alone, colours what the profile says', async () => {
  const { ink, blend } = await openSeparation(await screenProfile(), await pressProfile(), 3);
  assert.equal(ink(0, 0, 0), [0, 0, 0, 1]);
  assert.equal(ink(255, 255, 255), [0, 0, 0, 0]);
  assert.equal(percent(ink(0x59, 0x59, 0x59)), [0, 0, 0, 72]);
  assert.equal(percent(ink(0x7a, 0x1f, 0x2b)), [16, 93, 59, 54]);
  assert.equal(percent(ink(255, 0, 0)), [0, 97, 99, 0]);
  // A grey in a gradient is made of all inks.
  assert.ok(percent(blend(0x59, 0x59, 0x59)).every((value) => value > 20));
});

test('dark colours keep to the limit after black point compensation, which takes them beyond what the profile has', async () => {
  const [screen, press] = [await screenProfile(), await pressProfile()];
  const sum = (ink: readonly number[]) => ink.reduce((all, one) => all + one, 0);
  const free = await openSeparation(screen, press, 4);
  assert.ok(sum(free.blend(0, 0, 0)) > 3.1, 'Else there is nothing to hold');
  const held = await openSeparation(screen, press, 3);
  const dark = Array.from(
    { length: 512 },
    (_, i) => [i >> 6, (i >> 3) & 7, i & 7].map((step) => step * 6) as [number, number, number],
  );
  for (const colour of dark) {
    assert.ok(sum(held.blend(...colour)) <= 3 + 1e-9, colour.join());
    assert.ok(sum(held.ink(...colour)) <= 3 + 1e-9, colour.join());
  }
  const inks = held.pixels(Uint8Array.from(dark.flat())) ?? new Uint8Array();
  dark.forEach((colour, i) => {
    assert.ok(sum([...inks.subarray(i * 4, i * 4 + 4)]) <= 3 * 255, colour.join());
  });
});

test('pixels keep to the limit, each by itself', async () => {
  const { pixels } = await openSeparation(await screenProfile(), await pressProfile(), 2.4);
  const rgb = Uint8Array.from({ length: 3 * 4096 }, (_, i) => ((Math.floor(i / 3) >> (4 * (i % 3))) & 15) * 8);
  const inks = pixels(rgb) ?? new Uint8Array();
  assert.is(inks.length, 4 * 4096);
  const sums = Array.from({ length: 4096 }, (_, i) =>
    inks.subarray(i * 4, i * 4 + 4).reduce((sum, one) => sum + one, 0),
  );
  assert.ok(Math.max(...sums) <= 2.4 * 255);
  assert.ok(Math.max(...sums) > 2.3 * 255, 'and use it');
});

test.run();
