/*
 * The words that stand before a number, in all languages at once, as alternatives for regular expressions: one place,
 * for what keeps a number on their line, what divides no such word, and what sets its figures.
 */

/** Labels of figures, tables and formulas, in full and short, with a capital or without. */
export const captionLabels =
  'Abb\\.|Abbildung|Abbildungen|Tab\\.|Tabelle|Tabellen|Figs?\\.|Figures?|Tables?|Tableaux?|Рис\\.|Рисун(?:ок|ка|ку|ке|ки)|Табл\\.|Таблиц(?:я|і|ю|а|е|у|ы)|Rys\\.|Obr\\.|Equations?|Eqs?\\.|Gleichung(?:en)?|Équations?|Формул(?:а|и|і|у|е|ы)';

/** Words for a page, a volume, an issue, a section or a note. */
export const placeLabels =
  'S\\.|pp?\\.|Seite|page|с\\.|стор\\.|стр\\.|Nr\\.|No\\.|№|Heft|Bd\\.|Band|vol\\.|т\\.|§|note|Anm\\.';

/** The beginnings, in lower case, of words that are labels before a number. */
export const labelBeginnings =
  'fig|tab|map|cart|chap|sect|plate|note|page|vol|рис|мал|табл|карт|схем|розд|разд|глав|прим|стор|стр';

/** Abbreviations before a number, without their stops and in lower case: p. 12, Bd. 3, Вып. 16. */
export const abbreviations = [
  'pp?|vols?|nos?|figs?|chs?|chap|secs?|cols?|ll?|nn?|fn|art|cf|ed|fols?|ff?|pls?|pts?|ser|app|eqs?|tabl?|ms|t|liv|av',
  's|b[ld]|bde|h|nr|anm|abb|taf|kap|sp|z|jg|inv|rkp|rys|č|r|tom',
  'т|вип|вып|кн|ч|сс?|стор|стр|рис|мал|табл|гл|розд|разд|ст|арк|ф|оп|спр|д|л|лл|ед\\. хр|од\\. зб|примеч|прим|изд|вид|зв|пор',
].join('|');

/** Of these, what may stand before a Roman number, too: vol. II, pp. xii–xv, Т. XIX. */
export const abbreviationsOfRoman =
  'pp?|vols?|chs?|chap|pls?|pts?|ser|app|tabl?|t|liv|s|bd|bde|h|taf|kap|т|вип|вып|кн|ч|сс?|стор|стр|розд|разд|гл';
