/** Names for pictures of any kind: they say that something is to be seen, and not what. In English, German, French, Ukrainian and Russian. */
const kinds =
  'img|image|picture|pic|photo|photograph|figure|fig|dsc[fn]?|scan|untitled|screenshot|illustration|drawing|graphic|placeholder|image placeholder|alt text|image description|' +
  'bild|abb|abbildung|foto|fotografie|grafik|zeichnung|bildschirmfoto|' +
  "photographie|dessin|capture d[’']écran|" +
  'зображення|рисунок|рис|малюнок|мал|фото|фотографія|світлина|ілюстрація|картинка|знімок екрана|без назви|' +
  'изображение|фотография|иллюстрация|снимок экрана|без названия';
/** Names that say a little by themselves, and nothing with a number behind them. */
const numbered =
  'plate|map|chart|graph|diagram|table|scheme|slide|page|' +
  'tafel|karte|diagramm|schema|tabelle|seite|folie|' +
  'planche|carte|graphique|schéma|tableau|diagramme|' +
  'карта|схема|діаграма|графік|таблиця|таблица|диаграмма|график|слайд|стор|стр';
const number = String.raw`[-_ .:#№]*(?:\d[\d.,:_-]*(?: ?(?:at|um|à|о|в) ?[\d.,:_-]+)?[a-zа-яіїєґ]?|[ivxlc]+)`;
const saysNothing = new RegExp(
  `^(?:the |an? |das |die |un |une |l[’'])?(?:(?:${kinds})(?:${number})?|(?:${numbered})${number})[.:]*$`,
  'iu',
);
const fileName = /^\S*[\p{L}\p{N}_-]\.(png|jpe?g|gif|webp|svg|tiff?|eps|pdf|bmp|heic|avif|emf|wmf)$/iu;

/** Why an alternative text says nothing of what is to be seen, in words that end “is …”; undefined where it does, as far as anybody can tell who does not see the picture. */
export function emptyWords(alt: string): string | undefined {
  const said = alt.trim().replace(/\s+/g, ' ').normalize('NFC');
  if (fileName.test(said)) return 'a file name';
  if (!/\p{L}/u.test(said)) return 'no word';
  return saysNothing.test(said) ? 'a label, and not what is to be seen' : undefined;
}
