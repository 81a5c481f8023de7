/**
 * Words for pictures of any kind, which do not say what the picture shows. English, German, French, Ukrainian and
 * Russian.
 */
const kinds =
  'img|image|picture|pic|photo|photograph|figure|fig|dsc[fn]?|scan|untitled|screenshot|illustration|drawing|graphic|placeholder|image placeholder|alt text|image description|' +
  'bild|abb|abbildung|foto|fotografie|grafik|zeichnung|bildschirmfoto|' +
  "photographie|dessin|capture d[’']écran|" +
  'зображення|рисунок|рис|малюнок|мал|фото|фотографія|світлина|ілюстрація|картинка|знімок екрана|без назви|' +
  'изображение|фотография|иллюстрация|снимок экрана|без названия';
/** Words that say nothing only if a number follows. */
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

/**
 * The reason why an alternative text does not describe its picture, in words that complete “is …”; undefined if it may
 * do so, as far as a program can see.
 */
export function altTextFault(alt: string): string | undefined {
  const said = alt.trim().replace(/\s+/g, ' ').normalize('NFC');
  if (fileName.test(said)) return 'a file name';
  if (!/\p{L}/u.test(said)) return 'no word';
  return saysNothing.test(said) ? 'a label, and not what is to be seen' : undefined;
}
