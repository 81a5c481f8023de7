import { randomFrom } from './random-manuscript.ts';

/**
 * Marks of all kinds in random order, between words `Wo…rd` that each occur once: text that no author writes, but some
 * paste.
 */
export function randomSoup(seed: number): { markdown: string; words: string[] } {
  const random = randomFrom(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const words = Array.from({ length: 5 + Math.floor(random() * 6) }, (_, i) => `Wo${String.fromCharCode(97 + i)}rd`);
  const space = (): string => pick(['', ' ']);
  const text = words.map((word) => {
    const marks = Array.from({ length: Math.floor(random() * 3) }, () => pick(pieces)).join('');
    return `${marks}${space()}${word}${space()}`;
  });
  return { markdown: `Opening.[^1]\n\n${text.join('')}\n\n[^1]: Note.\n`, words };
}

const inline =
  '* ** _ __ ~~ ` `` [ ] ]( ![ ](https://e.org) ](dot.svg"x") ](#id) ^[ [^1] [^2]: [^3] { } {#id} {lang=uk} {.wide} {a=b} ( ) ! $$ [@ : :: ::: 20:1 ' +
  '" \' -- ... \\ \\[ \\* & &amp; &#60; | [x] [x][y] https://e.org/ www. @ @e.org <https:// Table: <b> </b> <i > <div> </div> <table> <td> </td> ' +
  '<p> </p> <li> <br> <sup> </sup> <script> </script> <a|href=" "> </a> <?|?> <![CDATA[ <!D';
const lines =
  '<div>|</div>|:::box|:::|::::box|::::|- |  |    |1. |> |# |## |===|---|```|~~~|***|[x]: |[y]: https://e.org "|[^2]: |Table: |-|-||a|b|a) |b) |(1) |(2) |(@) |: |- [ ] |::: {.note}|:::verse|```{note}|```{figure} dot.svg|!!! note|    |+--+--+|--- ---|--|> [!NOTE]|##|{lang=de}|![Figure 1. x](dot.svg)|*a*';
const pieces = [
  ...inline.split(' ').map((piece) => piece.replace('|', ' ')),
  ...lines.split('|').map((piece) => `\n${piece}`),
  '\n',
  '\n\n',
  '\n\n',
  '  \n',
  '\\\n',
  '\t',
  '\u00a0',
  '|-|-|\n',
];
