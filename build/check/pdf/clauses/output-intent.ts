import type { PDFDict } from '@cantoo/pdf-lib';
import type { Clause } from '../clause.ts';
import { readProfile } from '../icc.ts';
import { asDict, itemsAt, nameAt, numberAt, textAt, valueAt } from '../objects.ts';
import type { Profile } from '../profile.ts';

const kinds: Record<Exclude<Profile, 'plain'>, string> = { print: 'GTS_PDFX', screen: 'GTS_PDFA1' };

export const outputIntent: Clause = {
  rule: 'pdf-output-intent',
  of: ['print', 'screen'],
  look({ catalog }, { find }, { profile }) {
    const kind = kinds[profile as 'print' | 'screen'];
    const all = itemsAt(catalog, 'OutputIntents').flatMap((one) => asDict(one) ?? []);
    const own = all.filter((intent) => nameAt(intent, 'S') === kind);
    if (own.length !== 1) {
      const others = all.map((intent) => nameAt(intent, 'S') ?? 'one without a kind');
      find({
        found: `There ${own.length > 1 ? `are ${own.length} output intents ${kind}` : `is no output intent ${kind}${others.length ? `, only ${others.join(', ')}` : ''}`}`,
        expected: 'one',
      });
    }
    for (const intent of own) {
      const fault = faultOf(intent, profile);
      if (fault) find(fault);
    }
  },
};

function faultOf(intent: PDFDict, profile: Profile): { found: string; expected: string } | undefined {
  const condition = textAt(intent, 'OutputConditionIdentifier');
  if (!condition)
    return {
      found: 'The output intent does not name its condition',
      expected: 'OutputConditionIdentifier, e.g. FOGRA39',
    };
  const stream = valueAt(intent, 'DestOutputProfile');
  if (!stream) return { found: `The output intent ${condition} has no profile in it`, expected: 'DestOutputProfile' };
  const read = readProfile(stream);
  if (typeof read === 'string')
    return { found: `The profile of the output intent ${condition} is none: ${read}`, expected: 'an ICC profile' };
  const components = numberAt(asDict(stream), 'N');
  if (components !== read.components)
    return {
      found: `The output intent’s profile says it has ${components} colours`,
      expected: `${read.components}: it is one of ${read.space}`,
    };
  if (profile === 'print' && (read.kind !== 'prtr' || read.space !== 'CMYK'))
    return {
      found: `The output intent’s profile is one of ${read.space} for ${classes[read.kind] ?? read.kind}`,
      expected: 'one of CMYK for a press',
    };
  if (profile === 'screen' && !(/^(prtr|mntr)$/.test(read.kind) && /^(RGB|CMYK|GRAY)$/.test(read.space)))
    return {
      found: `The output intent’s profile is one of ${read.space} for ${classes[read.kind] ?? read.kind}`,
      expected: 'one for a screen or a press',
    };
  return undefined;
}

const classes: Record<string, string> = {
  prtr: 'a press',
  mntr: 'a screen',
  scnr: 'a scanner',
  spac: 'conversion',
  link: 'a chain',
};
