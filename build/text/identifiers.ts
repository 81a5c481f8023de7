import { percentDecoded } from './percent-decoded.ts';

/**
 * Checks the forms and check digits of identifiers that a journal deposits. All functions are pure and take the bare
 * identifier.
 */

/** True for an ISSN: eight digits, the last a check digit modulo 11 (ISO 3297). */
export function isIssn(text: string): boolean {
  if (!/^\d{4}-\d{3}[\dX]$/.test(text)) return false;
  const digits = text.replace('-', '');
  let sum = 0;
  for (let i = 0; i < 7; i++) sum += Number(digits[i]) * (8 - i);
  return digits[7] === checkCharacter((11 - (sum % 11)) % 11);
}

/**
 * True for an ISBN, with or without hyphens: ten digits, the last a check digit modulo 11, or thirteen, the last modulo
 * 10 (ISO 2108).
 */
export function isIsbn(text: string): boolean {
  const digits = text.replace(/[-‐–—\s]/g, '').toUpperCase();
  if (/^\d{9}[\dX]$/.test(digits)) {
    const sum = [...digits].reduce((total, digit, i) => total + (10 - i) * (digit === 'X' ? 10 : Number(digit)), 0);
    return sum % 11 === 0;
  }
  if (!/^97[89]\d{10}$/.test(digits)) return false;
  return [...digits].reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0) % 10 === 0;
}

/** True for an ORCID: sixteen digits, the last a check digit modulo 11-2 (ISO/IEC 7064). */
export function isOrcid(text: string): boolean {
  if (!/^\d{4}-\d{4}-\d{4}-\d{3}[\dX]$/.test(text)) return false;
  const digits = text.replaceAll('-', '');
  let total = 0;
  for (let i = 0; i < 15; i++) total = (total + Number(digits[i])) * 2;
  return digits[15] === checkCharacter((12 - (total % 11)) % 11);
}

/** True for a ROR: `0`, six characters of Crockford’s base 32, two check digits modulo 97-10 (ISO/IEC 7064). */
export function isRor(text: string): boolean {
  if (!/^0[0-9a-hjkmnp-tv-z]{6}\d{2}$/.test(text)) return false;
  let value = 0n;
  for (const character of text.slice(0, 7)) value = value * 32n + BigInt(crockford.indexOf(character));
  return text.slice(7) === String(98n - ((value * 100n) % 97n)).padStart(2, '0');
}

/**
 * True for a DOI: a registrant’s prefix and a suffix of any printable characters, such as < and # (ISO 26324). Whether
 * it is registered cannot be seen from its form.
 */
export function isDoi(text: string): boolean {
  return /^10\.\d{4,9}(\.\d+)*\/[^\s\p{C}]+$/u.test(text);
}

/**
 * Returns the address of a bare DOI; characters that have a meaning in an address are percent-encoded (DOI Handbook,
 * 3.8).
 */
export function doiAddress(doi: string): string {
  return `https://doi.org/${encodeURI(doi).replace(/[#?']/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}

/** Returns the bare ORCID of `https://orcid.org/…` or of itself. */
export function bareOrcid(text: string): string {
  return text.trim().replace(/^https?:\/\/orcid\.org\//, '');
}

/** Returns the bare ROR id of `https://ror.org/…` or of itself. */
export function bareRor(text: string): string {
  return text.trim().replace(/^https?:\/\/ror\.org\//, '');
}

/** Returns the bare DOI of `https://doi.org/…`, percent-decoded, of `doi:…` or of itself. */
export function bareDoi(text: string): string {
  const [, address] = /^https?:\/\/(?:dx\.)?doi\.org\/(.*)$/i.exec(text.trim()) ?? [];
  if (address === undefined) return text.trim().replace(/^doi:\s*/i, '');
  return percentDecoded(address);
}

const crockford = '0123456789abcdefghjkmnpqrstvwxyz';

function checkCharacter(value: number): string {
  return value === 10 ? 'X' : String(value);
}
