import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { parse } from 'yaml';
import { FileMissing, type Repository } from '../disk/repository.ts';
import { fontHeights } from '../faces/font-heights.ts';
import { addedScripts, scriptRules, withScript } from '../styles/add-script.ts';
import { familyNames } from '../styles/family-names.ts';
import { nearestFace } from '../styles/nearest-face.ts';
import { pagesSheet } from '../styles/pages-sheet.ts';
import { readStyle } from '../styles/style.ts';
import { stylesheetOf } from '../styles/style-error.ts';
import { readStylesheet } from '../styles/stylesheet.ts';
import { readTokens } from '../styles/tokens.ts';
import { type ScriptFace, scriptFor, scriptsWithFaces } from '../text/foreign-scripts.ts';
import { repositoryOf } from './options.ts';
import { type Exit, exit, UsageError } from './usage.ts';

interface FontsOptions {
  root: string;
  dryRun?: boolean;
  json?: boolean;
}

/**
 * Runs `offprint fonts`, which lists the scripts that have a face, and `offprint fonts add LANGUAGE`, which names the
 * face of a script in the journal’s styles and says how to install it. Throws UsageError.
 */
export async function fontsCommand(
  what: string | undefined,
  asked: string | undefined,
  options: FontsOptions,
): Promise<Exit> {
  if (what === undefined) return listFaces(await repositoryOf(options), options);
  if (what !== 'add')
    throw new UsageError(`There is no \`offprint fonts ${what}\`. There is: offprint fonts, offprint fonts add zh.`);
  if (asked === undefined)
    throw new UsageError(`Name a language, as in \`offprint fonts add zh\`. There are: ${known()}.`);
  const script = scriptFor(asked);
  if (!script) throw new UsageError(`No face is known for ${asked}. There are: ${known()}.`);
  const repository = await repositoryOf(options);
  const { name, face } = script;
  const found = await lookAt(repository, face);
  const isThere = found.families.includes(face.family);
  const before = await repository.read(addedScripts).then((data) => new TextDecoder().decode(data), nothing);
  const rules = scriptRules(face, found.height, found.families);
  const after = isThere ? undefined : withScript(before, face, rules);
  const isWritten = after !== undefined && options.dryRun !== true;
  if (isWritten) await write(await repository.writablePath(addedScripts), after);
  const isInstalled = (await repository.packageFonts(face.package)) !== undefined;
  if (options.json) {
    const said = {
      script: name,
      ...packageFacts(face),
      installed: isInstalled,
      file: addedScripts,
      written: isWritten,
      css: `${rules.faces}\n${rules.tokens}`,
    };
    process.stdout.write(`${JSON.stringify(said, null, 2)}\n`);
    return exit.done;
  }
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  say(`${name}: ${face.family}, of the package ${face.package}; SIL Open Font License 1.1; ${face.megabytes} MB.`);
  if (isThere) say('The style of the journal has it: nothing is to be done.');
  else if (after === undefined) say(`${addedScripts} names it already.`);
  else {
    say(isWritten ? `${addedScripts} is written, with:` : `${addedScripts} would be written, with:`);
    for (const line of `${rules.faces}\n${rules.tokens}`.split('\n')) say(`  ${line}`);
  }
  if (!isInstalled) say(`Install it in the journal’s folder: npm install ${face.package}`);
  if (!isThere && !found.isImported)
    say(
      `The style “${found.style}” is the journal’s: import the file at the head of its stylesheets, and put var(--script-faces) last in --text-face and the like.`,
    );
  return exit.done;
}

async function listFaces(repository: Repository, { json }: FontsOptions): Promise<Exit> {
  const { families } = await lookAt(repository);
  const all = scriptsWithFaces().map(({ name, face, tags }) => ({
    script: name,
    languages: [face.tag, ...tags],
    ...packageFacts(face),
    there: families.includes(face.family),
  }));
  if (json) process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
  else
    for (const { script, languages, family, megabytes, there } of all)
      process.stdout.write(
        `${languages.join(' ').padEnd(22)} ${script.padEnd(21)} ${family.padEnd(22)} ${there ? 'is there' : `${megabytes} MB: offprint fonts add ${languages[0]}`}\n`,
      );
  return exit.done;
}

/** What `--json` says of a face and its package. */
function packageFacts({ family, package: from, megabytes }: ScriptFace) {
  return { family, package: from, licence: 'OFL-1.1', megabytes };
}

/** What the style of a journal has: its families for further scripts, and the mean height of x and H in its text. */
interface Looked {
  style: string;
  families: string[];
  height: number;
  /** True if it has what the file for further scripts says. */
  isImported: boolean;
}

async function lookAt(repository: Repository, face?: ScriptFace): Promise<Looked> {
  const style = await styleName(repository);
  const sheet = await readStylesheet(repository, style, pagesSheet);
  const tokens = readTokens(sheet, {});
  const familiesOf = (token: string) => familyNames(tokens.get(token) ?? '').filter((one) => one !== '');
  const isImported =
    sheet.nodes.some((node) => stylesheetOf(node) === addedScripts) &&
    familiesOf('--text-face').some((one) => familiesOf('--script-faces').includes(one));
  return {
    style,
    families: familiesOf('--script-faces'),
    height: face ? await textHeight(repository, style) : 0,
    isImported,
  };
}

/** The mean height of x and H of a style’s text face; that of the quarterly if it cannot be read. */
async function textHeight(repository: Repository, name: string): Promise<number> {
  const usual = 0.5725;
  try {
    const { faces, tokens } = await readStyle(repository, name, pagesSheet);
    const [family = ''] = familyNames(tokens.get('--text-face') ?? '');
    const face = nearestFace(faces, family, 400, false);
    return (face && fontHeights(face.data)) ?? usual;
  } catch {
    // What is wrong with the style, `check` says.
    return usual;
  }
}

/** The style that journal.yaml names; the quarterly if it names none, or cannot be read. */
async function styleName(repository: Repository): Promise<string> {
  try {
    const said = parse(new TextDecoder().decode(await repository.read('manuscripts/journal.yaml')));
    return typeof said?.style === 'string' ? said.style : 'quarterly';
  } catch {
    return 'quarterly';
  }
}

function nothing(error: unknown): string {
  if (error instanceof FileMissing) return '';
  throw error;
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

function known(): string {
  return scriptsWithFaces()
    .map(({ name, face }) => `${face.tag} (${name})`)
    .join(', ');
}
