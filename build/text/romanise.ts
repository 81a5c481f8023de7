import { cyrillicLanguage } from './script.ts';

/** Reads pairs of a letter and its transliteration; `-` means none. */
function alphabet(pairs: string): Map<string, string> {
  return new Map(
    pairs.split(/\s+/).map((pair) => {
      const [letter = '', latin = ''] = pair.split('=');
      return [letter, latin === '-' ? '' : latin];
    }),
  );
}

/**
 * Ukrainian: the national standard (Cabinet of Ministers, resolution 55 of 27 January 2010), which writes some letters
 * differently at the beginning of a word. Belarusian: BGN/PCGN 1979. Bulgarian: the Transliteration Act of 2009.
 * Macedonian: as in passports. Serbian: Gaj’s alphabet. All without diacritics and apostrophes.
 */
const alphabets: Record<string, Map<string, string>> = {
  ru: new Map([...'абвгдеёжзийклмнопрстуфхцчшщъыьэюя'].map((letter) => [letter, letter])),
  uk: alphabet(
    'а=a б=b в=v г=h ґ=g д=d е=e є=ie ж=zh з=z и=y і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ь=- ю=iu я=ia',
  ),
  be: alphabet(
    'а=a б=b в=v г=h ґ=g д=d е=ye ё=yo ж=zh з=z і=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ў=w ф=f х=kh ц=ts ч=ch ш=sh ы=y ь=- э=e ю=yu я=ya',
  ),
  bg: alphabet(
    'а=a б=b в=v г=g д=d е=e ж=zh з=z и=i ѝ=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h ц=ts ч=ch ш=sh щ=sht ъ=a ь=y ю=yu я=ya',
  ),
  mk: alphabet(
    'а=a б=b в=v г=g д=d ѓ=gj е=e ѐ=e ж=zh з=z ѕ=dz и=i ѝ=i ј=j к=k л=l љ=lj м=m н=n њ=nj о=o п=p р=r с=s т=t ќ=kj у=u ф=f х=h ц=c ч=ch џ=dj ш=sh',
  ),
  sr: alphabet(
    'а=a б=b в=v г=g д=d ђ=dj е=e ж=z з=z и=i ј=j к=k л=l љ=lj м=m н=n њ=nj о=o п=p р=r с=s т=t ћ=c у=u ф=f х=h ц=c ч=c џ=dz ш=s',
  ),
};

const initialForms = new Map([...'єїйюя'].map((letter, i) => [letter, ['ye', 'yi', 'y', 'yu', 'ya'][i] ?? '']));

/**
 * Transliterates the Cyrillic words of a text to lower-case Latin letters by the rules of their language: that is
 * `lang`, unless the text has letters that this lacks; then the letters decide. Russian, and languages without an
 * alphabet here, stay as they are.
 */
export function romanise(text: string, lang = ''): string {
  const whole = text.normalize();
  const letters = new Set(whole.toLowerCase().match(/\p{Script=Cyrillic}/gu));
  const languages = [lang.toLowerCase().replace(/-.*/, ''), cyrillicLanguage(whole) ?? ''];
  const language = languages.find((one) => [...letters].every((letter) => alphabets[one]?.has(letter))) ?? 'ru';
  if (language === 'ru') return whole;
  return whole.replace(/\p{Script=Cyrillic}+(?:['’ʼ]\p{Script=Cyrillic}+)*/gu, (found) => {
    const word = found.toLowerCase().replace(/['’ʼ]/g, '');
    const own = [...(language === 'bg' ? word.replace(/ия$/, 'иа') : word)];
    return own
      .map((letter, i) => contextualForm(language, letter, own[i - 1]) ?? alphabets[language]?.get(letter) ?? letter)
      .join('');
  });
}

/**
 * Returns the transliteration of a Ukrainian letter that depends on its context: at the beginning of a word, and of г
 * after з, because zh is ж.
 */
function contextualForm(language: string, letter: string, before: string | undefined): string | undefined {
  if (language !== 'uk') return undefined;
  if (before === undefined) return initialForms.get(letter);
  return letter === 'г' && before === 'з' ? 'gh' : undefined;
}
