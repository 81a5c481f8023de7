/**
 * Options for a Java machine that reads somebody else’s files: its parsers fetch no DTD, and what would reach a network, this machine’s own included, is sent to a
 * proxy that is not there.
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

/** How long a Java machine may take for a file, in ms: a last resort, for one that hangs. */
export const mostJavaTime = 30 * 60_000;

/** Why a Java machine gave no answer. */
export function javaFailure(error: Error & { killed?: boolean }, said = ''): string {
  if (error.killed) return `it gave no answer in ${mostJavaTime / 60_000} minutes a file`;
  return (said || error.message).split('\n')[0] ?? '';
}
