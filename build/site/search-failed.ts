/** The error of a search that cannot be made though its program is there. */
export class SearchFailed extends Error {
  override name = 'SearchFailed';
}
