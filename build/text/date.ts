/** Names of months as written in a date without a day, and in one with a day. */
const months: Record<string, { alone: string; dated?: string }> = {
  en: { alone: 'January February March April May June July August September October November December' },
  de: { alone: 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember' },
  fr: { alone: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre' },
  ru: {
    alone: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
    dated: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  },
  uk: {
    alone: 'січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень',
    dated: 'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  },
};

/**
 * Writes a date in words: `formatDate('2015-09', 'en')` → `September 2015`. Takes YYYY, YYYY-MM or YYYY-MM-DD. The
 * names are listed here because Node’s own differ from version to version; in a language that has none here, the date
 * stays as it is (ISO 8601, which is read everywhere).
 */
export function formatDate(date: string, lang: string): string {
  const [year = '', month, day] = date.split('-');
  const language = lang.split('-')[0] ?? '';
  const names = months[language];
  if (!month || !names) return date;
  const index = Number(month) - 1;
  if (!day) return `${names.alone.split(' ')[index]} ${year}`;
  const name = (names.dated ?? names.alone).split(' ')[index];
  const number = Number(day);
  if (lang === 'en-US') return `${name} ${number}, ${year}`;
  if (language === 'de') return `${number}. ${name} ${year}`;
  if (language === 'fr') return `${number === 1 ? '1er' : number} ${name} ${year}`;
  return `${number} ${name} ${year}`;
}
