import type { Clause } from '../clause.ts';

export const header: Clause = {
  rule: 'pdf-header',
  appliesTo: ['print', 'screen', 'plain'],
  isOfFrame: true,
  check({ bytes }, { find }, { profile, isThirdParty }) {
    const first = Buffer.from(bytes.subarray(0, 32)).toString('latin1');
    const most = { print: 1.6, screen: 1.7, plain: 2 }[profile];
    const version = /^%PDF-(1\.\d|2\.0)\s/.exec(first)?.[1];
    if (version === undefined || Number(version) > most) {
      const written = /^%PDF-[\d.]*/.exec(first)?.[0] ?? 'something else';
      find({
        found: `The file begins with ${written}`,
        expected: `%PDF-1.0 to %PDF-${most.toFixed(1)}, as the very first bytes`,
        // Most programs write 1.7, whichever features they use.
        ...(isThirdParty && version === '1.7' ? { level: 'warning' as const } : {}),
      });
    } else if (!/^%PDF-\d\.\d *\r?\n?%[\x80-\xff]{4}/.test(first)) {
      find({
        found: 'The second line does not say that the file is binary',
        expected: '% and four bytes above 127',
        ...(profile === 'plain' ? { level: 'warning' as const } : {}),
      });
    }
  },
};
