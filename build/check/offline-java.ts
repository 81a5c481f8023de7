/**
 * Options for a Java process that reads third-party files: its parsers fetch no DTD, and any request to a network, this
 * machine’s own included, is sent to a proxy that does not exist.
 */
export const offline = [
  '-Djavax.xml.accessExternalDTD=',
  '-Djdk.xml.maxGeneralEntitySizeLimit=1000000',
  ...['http', 'https', 'ftp'].flatMap((scheme) => [`-D${scheme}.proxyHost=127.0.0.1`, `-D${scheme}.proxyPort=9`]),
  '-Dhttp.nonProxyHosts=',
  '-Dftp.nonProxyHosts=',
  '-DsocksProxyHost=127.0.0.1',
  '-DsocksProxyPort=9',
  '-DsocksNonProxyHosts=',
];

/** The time limit for a file, in ms: a last resort if a Java process hangs. */
export const maxJavaTime = 30 * 60_000;

/** The reason why a Java process gave no answer. */
export function javaFailure(error: Error & { killed?: boolean }, said = ''): string {
  if (error.killed) return `it gave no answer in ${maxJavaTime / 60_000} minutes a file`;
  return (said || error.message).split('\n')[0] ?? '';
}
