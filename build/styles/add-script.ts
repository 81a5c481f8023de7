import type { ScriptFace } from '../text/foreign-scripts.ts';

/** The file of a journal in which faces for further scripts are named; Offprint’s styles import it. */
export const addedScripts = 'styles/added-scripts.css';

/** The rules of a stylesheet that name a face, and those that put its family into the lists of all. */
export interface ScriptRules {
  faces: string;
  tokens: string;
}

/**
 * Writes the CSS for a script’s face. `textHeight` is the mean of the heights of x and H in the text face, in em: the
 * letters of both should look as large. `families` are those that the style has for further scripts.
 */
export function scriptRules(face: ScriptFace, textHeight: number, families: readonly string[]): ScriptRules {
  const size = Math.round((100 * textHeight) / face.height);
  const faces = [...face.files].map(
    ([weight, file]) =>
      `@font-face { font-family: "${face.family}"; font-weight: ${weight}; size-adjust: ${size}%; src: url("${face.package}/${file}"); }`,
  );
  // A letter of Han has a form of its own in each of these languages, and one code.
  const ofLanguage = /^(zh|ja|ko)\b/.test(face.tag)
    ? [
        `:is(span, bdi, p, td, th, blockquote)[lang|="${face.tag}"] { font-family: "${face.family}", var(--text-face); }`,
      ]
    : [];
  const all = [...families.filter((one) => one !== face.family), face.family];
  return {
    faces: [...faces, ...ofLanguage].join('\n'),
    tokens: `:root { --script-faces: ${all.map((one) => `"${one}"`).join(', ')}; }`,
  };
}

/** Adds the rules to the text of the file; undefined where it has the face already. */
export function withScript(text: string, face: ScriptFace, { faces, tokens }: ScriptRules): string | undefined {
  if (text.includes(`"${face.family}"`)) return undefined;
  const older = /^:root \{ --script-faces: [^}]*\}$/m;
  const before = text.trim() === '' ? head : text.trimEnd();
  if (older.test(before)) return `${before.replace(older, `${faces}\n${tokens}`)}\n`;
  return `${before}\n${faces}\n${tokens}\n`;
}

const head = `/*
 * Faces for words in further scripts, as \`offprint fonts add\` wrote them. Change them as you like: size-adjust makes
 * letters larger, and of the families in --script-faces the first that has a letter sets it.
 */`;
