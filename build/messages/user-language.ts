/**
 * The language of a user by the variables of the environment: OFFPRINT_LANG, else what the machine is set to, as
 * `uk_UA.UTF-8`. An empty one says nothing.
 */
export function userLanguage(env: Readonly<Record<string, string | undefined>>): string {
  const said = env.OFFPRINT_LANG || env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return /^[a-z]{2,3}(?![a-z])/i.exec(said)?.[0].toLowerCase() ?? 'en';
}
