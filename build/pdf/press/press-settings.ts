import { report } from '../../diagnostics/report.ts';
import type { Repository } from '../../disk/repository.ts';
import type { IssueSource, Located } from '../../issue/model.ts';
import type { PrintFacts } from '../../issue/print-schema.ts';
import { reportUnreadable } from '../../issue/text-file.ts';
import { pressProfile } from '../profiles.ts';
import { profileHead } from './profile.ts';

/** What is printed on, and how. */
export interface PressSettings {
  /** An ICC profile of a CMYK colour space. */
  profile: Uint8Array;
  /** The printing condition: its name in the ICC’s registry if it has one, and the profile’s own. */
  condition: { name: string; registered: boolean; info: string };
  /** All inks together, as a sum: 3 for 300 %. */
  inkLimit: number;
  /** Whether text and rules in black ink alone are printed upon what lies below them, or cut out of it. */
  black: 'overprint' | 'knockout';
  cover: 'inside' | 'separate';
  /** mm. */
  spine: number | 'auto';
  /** How thick a leaf is, in mm; undefined where nobody said. */
  paper: number | undefined;
  imposition: 'none' | 'saddle-stitch';
}

/** What printers ask of sheet-fed offset on coated paper, where the editors say nothing else. */
const house = { condition: 'FOGRA39', inkLimit: 300 };

/**
 * What the journal and its issue say of printing; the issue goes first, key by key. Reports a profile that is of no use where it is named, and returns
 * undefined then.
 */
export async function readPressSettings(
  repository: Repository,
  { journal, facts }: IssueSource,
): Promise<PressSettings | undefined> {
  const said: PrintFacts = { ...journal.value.print, ...facts.value.print };
  const source = facts.value.print?.profile ? facts : journal;
  const found = said.profile
    ? await readProfile(repository, said.profile, source)
    : { data: await pressProfile(), info: 'Coated FOGRA39 (ISO 12647-2:2004)' };
  if (!found) return undefined;
  const name = said.condition ?? (said.profile ? undefined : house.condition);
  return {
    profile: found.data,
    condition: { name: name ?? 'Custom', registered: name !== undefined, info: found.info },
    inkLimit: (said['ink-limit'] ?? house.inkLimit) / 100,
    black: said.black ?? 'overprint',
    cover: said.cover ?? 'inside',
    spine: said.spine ?? 'auto',
    paper: said.paper,
    imposition: said.imposition ?? 'none',
  };
}

async function readProfile(
  repository: Repository,
  path: string,
  { file, at }: Pick<Located<{ print?: PrintFacts | undefined }>, 'file' | 'at'>,
): Promise<{ data: Uint8Array; info: string } | undefined> {
  const place = at('print', 'profile');
  const refuse = (found: string, fix: string) => {
    report(file, 'press-profile', { at: place, found, expected: 'an ICC profile of a press, in CMYK', fix });
    return undefined;
  };
  let data: Uint8Array;
  try {
    data = await repository.read(path);
  } catch (error) {
    reportUnreadable(error, path, { file, at: place });
    return undefined;
  }
  const ask = 'Ask the printer for the profile; those of Europe are at eci.org, those of North America at color.org.';
  const head = profileHead(data);
  if (!head) return refuse(`${path} is no ICC profile`, ask);
  const name = head.description ? ` (${head.description})` : '';
  if (head.space !== 'CMYK') return refuse(`${path}${name} is a profile of ${head.space} colours`, ask);
  if (head.kind !== 'prtr') return refuse(`${path}${name} is no profile of a press, but of the kind ${head.kind}`, ask);
  const { separates } = await import('./separation.ts');
  if (!(await separates(data))) return refuse(`${path}${name} is damaged: no colour can be converted by it`, ask);
  return { data, info: head.description || path };
}
