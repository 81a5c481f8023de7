import { rememberPaths } from './remember-paths.ts';

type SpeechRuleEngine = typeof import('speech-rule-engine/lib/sre.js').default;

/** The rules of each language, by its tag. A language that is not here would be spoken as English. */
const rules: Readonly<Record<string, () => Promise<unknown>>> = {
  af: () => import('speech-rule-engine/lib/mathmaps/af.json', { with: { type: 'json' } }),
  ca: () => import('speech-rule-engine/lib/mathmaps/ca.json', { with: { type: 'json' } }),
  da: () => import('speech-rule-engine/lib/mathmaps/da.json', { with: { type: 'json' } }),
  de: () => import('speech-rule-engine/lib/mathmaps/de.json', { with: { type: 'json' } }),
  en: () => import('speech-rule-engine/lib/mathmaps/en.json', { with: { type: 'json' } }),
  es: () => import('speech-rule-engine/lib/mathmaps/es.json', { with: { type: 'json' } }),
  fr: () => import('speech-rule-engine/lib/mathmaps/fr.json', { with: { type: 'json' } }),
  hi: () => import('speech-rule-engine/lib/mathmaps/hi.json', { with: { type: 'json' } }),
  it: () => import('speech-rule-engine/lib/mathmaps/it.json', { with: { type: 'json' } }),
  ko: () => import('speech-rule-engine/lib/mathmaps/ko.json', { with: { type: 'json' } }),
  nb: () => import('speech-rule-engine/lib/mathmaps/nb.json', { with: { type: 'json' } }),
  nn: () => import('speech-rule-engine/lib/mathmaps/nn.json', { with: { type: 'json' } }),
  sv: () => import('speech-rule-engine/lib/mathmaps/sv.json', { with: { type: 'json' } }),
};
/** What the rules of all languages share. */
const common: typeof rules = {
  base: () => import('speech-rule-engine/lib/mathmaps/base.json', { with: { type: 'json' } }),
  euro: () => import('speech-rule-engine/lib/mathmaps/euro.json', { with: { type: 'json' } }),
};

let engine: SpeechRuleEngine | undefined;
let language = '';

/**
 * The words in which a formula is read aloud in a language; undefined if its rules are not known. MathSpeak says also
 * where a fraction or a root ends, so that a listener can write the formula down.
 */
export async function spokenFormula(mathml: string, lang: string): Promise<string | undefined> {
  const wanted = lang.split('-')[0] ?? '';
  if (!rules[wanted]) return undefined;
  const { setupEngine, engineReady, toSpeech } = await open();
  if (language !== wanted) {
    await setupEngine({ locale: wanted, domain: 'mathspeak', style: 'default', modality: 'speech', custom: load });
    await engineReady();
    language = wanted;
  }
  // It would say of every letter of a name that it is normal.
  const plain = mathml.replaceAll(' mathvariant="normal"', '');
  if (plain.length > mostCharacters) return undefined;
  try {
    return (
      joinLetters(toSpeech(`<math>${plain}</math>`), mathml)
        .replace(/\s+/g, ' ')
        .trim() || undefined
    );
  } catch {
    // What it cannot read, it throws at.
    return undefined;
  }
}

/** What is longer would take it seconds. */
const mostCharacters = 20_000;

async function open(): Promise<SpeechRuleEngine> {
  if (engine) return engine;
  rememberPaths();
  // It looks for a loader here before it asks for files of its own.
  Object.assign(globalThis, { SREfeature: { custom: load } });
  engine = (await import('speech-rule-engine/lib/sre.js')).default;
  return engine;
}

async function load(name: string): Promise<string> {
  const found = (await (rules[name] ?? common[name])?.()) as { default: unknown } | undefined;
  return JSON.stringify(found?.default ?? {});
}

/** Joins the letters of words again that are not in Latin script: the engine spells them. */
function joinLetters(speech: string, mathml: string): string {
  let joined = speech;
  for (const [word] of mathml.matchAll(/(?:(?!\p{Script=Latin}|\p{Script=Greek})\p{L}){2,}/gu))
    joined = joined.replaceAll([...word].join(' '), word);
  return joined;
}
