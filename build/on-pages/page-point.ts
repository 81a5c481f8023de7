/** A place on a page; PDF points from the left and top edge of the sheet. */
export interface PagePoint {
  /** The index of the page. */
  page: number;
  boxes: [left: number, top: number, width: number, height: number][];
}
