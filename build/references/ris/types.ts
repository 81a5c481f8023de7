/** The type of CSL for each type of RIS. */
export const risTypes: Record<string, string> = Object.fromEntries(
  `ABST article-journal; ADVS motion_picture; AGGR dataset; ANCIENT classic; ART graphic; BILL bill; BLOG post-weblog;
  BOOK book; CASE legal_case; CHAP chapter; CHART graphic; CLSWK classic; COMP software; CONF paper-conference;
  CPAPER paper-conference; CTLG book; DATA dataset; DBASE dataset; DICT entry-dictionary; EBOOK book; ECHAP chapter;
  EDBOOK book; EJOUR article-journal; ELEC webpage; ENCYC entry-encyclopedia; FIGURE figure; GEN document; GOVDOC report;
  GRANT report; HEAR hearing; ICOMM personal_communication; INPR article-journal; JFULL periodical; JOUR article-journal;
  LEGAL legislation; MANSCPT manuscript; MAP map; MGZN article-magazine; MPCT motion_picture; MULTI document;
  MUSIC musical_score; NEWS article-newspaper; PAMP pamphlet; PAT patent; PCOMM personal_communication; RPRT report;
  SER book; SLIDE speech; SOUND song; STAND standard; STAT legislation; THES thesis; UNBILL bill; UNPB manuscript;
  UNPD manuscript; VIDEO motion_picture; WEB webpage`
    .split(';')
    .map((pair) => pair.trim().split(' ')),
);
