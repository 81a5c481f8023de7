/** Numbers as a language has them. */
export interface Numbers {
  /** Which of the forms of a noun stands beside a number: by the language’s order one, few, many. */
  formFor(value: string): number;
  /** A number with the language’s signs; any other text as it is. */
  inFigures(value: string): string;
}

/** The numbers of a language, by its tag. */
export function numbersOf(lang: string): Numbers {
  const plurals = new Intl.PluralRules(lang);
  const figures = new Intl.NumberFormat(lang);
  return {
    formFor(value) {
      const number = Number(value.replace(/,(?=\d{3})/g, ''));
      // A fraction has the form of a few: 2,5 сторінки.
      const form = Number.isInteger(number) ? plurals.select(number) : 'few';
      return Math.max(0, ['one', 'few', 'many'].indexOf(form));
    },
    inFigures: (value) =>
      /^\d{1,3}(,\d{3})+$/.test(value) ? figures.format(Number(value.replaceAll(',', ''))) : value,
  };
}
