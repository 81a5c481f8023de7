import { suite } from 'uvu';
import * as assert from 'uvu/assert';
import { altTextFault } from '../../build/manuscript/constructs/figures/alt-text.ts';

const test = suite('manuscript/alt-text');

test('names of files, kinds of pictures and their numbers say nothing, in the languages of the house', () => {
  for (const [alt, why] of [
    ['fig3.png', 'a file name'],
    ['карта.JPG', 'a file name'],
    ['…', 'no word'],
    ['12', 'no word'],
    ...['image', 'Figure 2', 'img1', ' picture ', 'Fig. 2a', 'Figure 2.1:', 'An image', 'Plate IV', 'map 3'],
    ...['IMG_2041', 'DSC 0012', 'Screenshot 2021-03-04 at 10.11.12', 'alt text', 'image-placeholder'.replace('-', ' ')],
    ...[
      'Bild',
      'Abb. 3',
      'Abbildung 12',
      'Das Foto',
      'Tafel II',
      'Figure 1',
      'Une photographie',
      'Planche 4',
      'Schéma 2',
    ],
    ...['Рис. 1', 'Рисунок', 'Мал. 2', 'Світлина 3', 'Зображення', 'Изображение 4', 'Фото', 'Карта 2', 'Схема 1'],
  ].map((one) => (typeof one === 'string' ? [one, 'a label, and not what is to be seen'] : one)))
    assert.is(altTextFault(alt ?? ''), why, alt);
});

test('words for what is to be seen are words', () => {
  for (const alt of [
    ...[
      'A bridge',
      'Map of the river',
      'Map',
      'Figure of a saint',
      'Photo of the town',
      'Image and mirror',
      'Pictures',
    ],
    ...[
      'Karte von Wien',
      'Bild eines Hundes',
      'Carte',
      'Карта міста',
      'Рисунок тушшю',
      'Схема',
      'Image 2 shows a dog',
      'x²',
    ],
  ])
    assert.is(altTextFault(alt), undefined, alt);
});

test.run();
