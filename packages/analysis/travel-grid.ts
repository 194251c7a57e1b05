/**
 * Friction over the ground as the engines need it: rows from north to south, columns from west to east, whatever the projection of the raster was.
 * The true size of a cell is given row by row, because a degree of longitude is not the same length at every latitude.
 */
export interface TravelGrid {
  readonly width: number;
  readonly height: number;
  /** True where the last column touches the first one: a grid all round the Earth. */
  readonly wraps: boolean;
  /** Minutes to move by one metre, by cell; NaN: cannot be crossed. */
  readonly friction: Float32Array;
  /** Metres from west to east and from north to south of the cells of each row. */
  readonly cellWidthM: Float64Array;
  readonly cellHeightM: Float64Array;
}

/** Where everybody gets to from the nearest of some sources, by cell. */
export interface TravelField {
  /** Minutes to the nearest source; Infinity: none can be reached, or none within the cap. */
  readonly minutes: Float32Array;
  /** Number of that source, in the order given; −1: none. Ties to the lowest number. */
  readonly source: Int32Array;
}
