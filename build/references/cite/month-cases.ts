/** The names of months, and their genitives, which follow the day: 1 лютого 2019. CSL knows only the first. */
const months: Record<string, readonly string[]> = {
  uk: [
    'січень січня',
    'лютий лютого',
    'березень березня',
    'квітень квітня',
    'травень травня',
    'червень червня',
    'липень липня',
    'серпень серпня',
    'вересень вересня',
    'жовтень жовтня',
    'листопад листопада',
    'грудень грудня',
  ],
  ru: [
    'январь января',
    'февраль февраля',
    'март марта',
    'апрель апреля',
    'май мая',
    'июнь июня',
    'июль июля',
    'август августа',
    'сентябрь сентября',
    'октябрь октября',
    'ноябрь ноября',
    'декабрь декабря',
  ],
  pl: [
    'styczeń stycznia',
    'luty lutego',
    'marzec marca',
    'kwiecień kwietnia',
    'maj maja',
    'czerwiec czerwca',
    'lipiec lipca',
    'sierpień sierpnia',
    'wrzesień września',
    'październik października',
    'listopad listopada',
    'grudzień grudnia',
  ],
};

/** Puts the names of months behind a day into the genitive, where the language has one. */
export function withMonthCases(html: string, lang: string | undefined): string {
  const pairs = months[lang?.split('-')[0] ?? ''];
  if (!pairs) return html;
  const genitives = new Map(pairs.map((pair) => pair.split(' ') as [string, string]));
  return html.replace(
    new RegExp(`(?<=(?<!\\d)\\d{1,2}[\\s\\u00a0])(${[...genitives.keys()].join('|')})(?!\\p{L})`, 'giu'),
    (month) => genitives.get(month.toLowerCase()) ?? month,
  );
}
