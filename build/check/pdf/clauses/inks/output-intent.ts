import type { PDFDict } from '@cantoo/pdf-lib';
import type { Level } from '../../../../diagnostics/rules.ts';
import { asDict, nameAt, numberAt, textAt, valueAt } from '../../../../pdf-reading/file/objects.ts';
import { readProfile } from '../../../../pdf-reading/icc.ts';
import { type IntentKind, outputIntents } from '../../../../pdf-reading/output-intent.ts';
import type { Clause } from '../../clause.ts';
import type { Profile } from '../../profile.ts';
import { watchDeviceColours } from '../../watch-device-colours.ts';

const kinds: Record<Exclude<Profile, 'plain'>, IntentKind> = { print: 'GTS_PDFX', screen: 'GTS_PDFA1' };

export const outputIntent: Clause = {
  rule: 'pdf-output-intent',
  appliesTo: ['print', 'screen'],
  isOfFrame: true,
  check(pdf, { find }, { profile, isThirdParty }) {
    const kind = kinds[profile as 'print' | 'screen'];
    const all = outputIntents(pdf);
    const own = all.filter((intent) => nameAt(intent, 'S') === kind);
    for (const intent of own) {
      const fault = faultOf(intent, profile, isThirdParty === true);
      if (fault) find(fault);
    }
    if (own.length === 1) return undefined;
    if (own.length > 1) return find({ found: `There are ${own.length} output intents ${kind}`, expected: 'one' });
    const others = all.map((intent) => nameAt(intent, 'S') ?? 'one without a kind');
    const missing = {
      found: `There is no output intent ${kind}${others.length ? `, only ${others.join(', ')}` : ''}`,
      expected: 'one',
    };
    if (profile === 'print') return find(missing);
    // PDF/A needs none if every colour has a profile (ISO 19005-2, 6.2.4.3).
    return watchDeviceColours((_, __, on) => {
      find({ ...missing, on });
      return false;
    });
  },
};

function faultOf(
  intent: PDFDict,
  profile: Profile,
  foreign: boolean,
): { found: string; expected: string; level?: Level } | undefined {
  const condition = textAt(intent, 'OutputConditionIdentifier');
  if (!condition)
    return {
      found: 'The output intent does not name its condition',
      expected: 'OutputConditionIdentifier, e.g. FOGRA39',
      // A printer uses the name, a viewer the profile.
      level: profile === 'print' ? 'error' : 'warning',
    };
  const stream = valueAt(intent, 'DestOutputProfile');
  if (!stream)
    return {
      found: `The output intent ${condition} has no profile in it`,
      expected: 'DestOutputProfile',
      // Before PDF/X-4 the name of a registered condition was enough.
      level: foreign && textAt(intent, 'RegistryName') ? 'warning' : 'error',
    };
  const read = readProfile(stream);
  if (typeof read === 'string')
    return { found: `The profile of the output intent ${condition} is none: ${read}`, expected: 'an ICC profile' };
  if ((read.data[8] ?? 0) > 4)
    return { found: `The output intent’s profile is of version ${read.data[8]} of ICC`, expected: '2 or 4' };
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
