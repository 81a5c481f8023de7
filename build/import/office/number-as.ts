import { latinLetters, letterNumeral, romanNumeral } from '../../text/numerals.ts';

/** A number in a format of Word (ECMA-376, 17.18.59); in figures if the format is rare. */
export function numberAs(format: string, value: number): string {
  switch (format) {
    case 'lowerLetter':
      return letters(value, latinLetters);
    case 'upperLetter':
      return letters(value, latinLetters.toUpperCase());
    case 'russianLower':
      return letters(value, 'абвгдежзиклмнопрстуфхцчшщыэюя');
    case 'russianUpper':
      return letters(value, 'АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЫЭЮЯ');
    case 'lowerRoman':
      return roman(value).toLowerCase();
    case 'upperRoman':
      return roman(value);
    case 'decimalZero':
      return String(value).padStart(2, '0');
    case 'none':
      return '';
    default:
      return String(value);
  }
}

function letters(value: number, alphabet: string): string {
  return value < 1 || value > 10_000 ? String(value) : letterNumeral(value, alphabet);
}

function roman(value: number): string {
  return value < 1 || value > 3999 ? String(value) : romanNumeral(value);
}
