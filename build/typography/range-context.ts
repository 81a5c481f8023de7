/** True if what stands before a number says that numbers of pages, leaves or verses follow: a range needs no proof. */
export function leadsToPages(before: string): boolean {
  return pages.test(before) || afterYear.test(before);
}

/** True if what stands around two numbers says that they are parts of one number, and no range. */
export function isOneNumber(before: string, from: string, to: string, after: string): boolean {
  if (numbers.test(before) || standards.test(before) || callNumbers.test(before)) return true;
  // The 20th act of 1404, figure 3 of chapter 2, and a Polish post code.
  if (from.length > 2 && to.length <= 2 && /(?:№|(?<!\p{L})(?:No|Nr|n°))\.?\s?$/u.test(before)) return true;
  if (/(?<!\p{L})(?:Figure|Table|Equation|Example|Exhibit)\s$/u.test(before)) return true;
  return /^\d\d$/.test(from) && /^\d{3}$/.test(to) && /^\s\p{Lu}\p{Ll}/u.test(after);
}

/** True if years or centuries before Christ are named by what begins with a text: then they fall. */
export function isBeforeChrist(after: string): boolean {
  return /^\s?(?:\p{L}+\.?\s){0,2}(?:до н\.|до Р|BCE?(?!\p{L})|B\.\s?C\.|v\.\s?Chr|v\.\s?u\.\s?Z|av\.\s?J|avant (?:notre|J))/u.test(
    after,
  );
}

/** Words for a page, before its number or the numbers of a list. */
const pages =
  /(?<!\p{L})(?:pp?|[сСcC]{1,2}|[сС]тор|[сС]тр|[аА]рк|S|Sp|Bl|fols?|ff?|vv?|ll)\.\s?(?:[\dxvi]+(?:[-–][\dxvi]+)?,\s?)*$|(?<!\p{L})(?:pages?|seiten?|сторінки|страницы)\s(?:\d+(?:[-–]\d+)?,\s?)*$/iu;

/** The year or number of a periodical, before its pages: 11 (1981), 1119–84; 24(3): 123–5. */
const afterYear = /\d\s?\([^()]{0,24}\d{4}\),\s?$|\d\(\d+(?:[-–]\d+)?\)[:,]\s?$/u;

/** Words and signs before numbers of books, telephones, accounts. */
const numbers =
  /(?<!\p{L})(?:ISSN|ISBN|ISMN|UDC|УДК|ББК|BBK|DDC|tel|phone|fax|mobile|тел|телефон|факс|моб|zip|code|код|індекс|PIN|IBAN|ЄДРПОУ|Boeing)(?:[^\p{L};]{0,24}|\.?:?\s)$/iu;

/** Standards, which end with their year. */
const standards =
  /(?<!\p{L})(?:ГОСТ|ДСТУ|ОСТ|ДБН|СНиП|СТО|DIN|ISO|IEC|IEEE|EN|BS|ANSI|NISO|NF|RFC)(?:\s\p{Lu}{1,4})*\s?$/u;

/** What a manuscript or a picture is found by. */
const callNumbers =
  /(?<!\p{L})(?:MSS?|Mss?|Hss?|Cod|Cgm|Clm|Inv|шифр|Шифр|shelfmark|Signatur|Cote|cote|call number)\.?:?(?:[-\s]*(?:\p{Lu}\p{Ll}*\.?|Nr?\.|№|no\.|nr\.|lat\.|gr\.|fr\.))*\s?$/u;
