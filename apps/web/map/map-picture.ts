/** Makes pictures of the map that is on the page. */
export interface MapPicture {
  /** A PNG as a data URL, of the map as it stands. */
  readonly now: () => string;
  /** The same, with the second signs that grey paper needs; waits for them to be drawn. */
  readonly textured: () => Promise<string>;
}

let offered: MapPicture | null = null;

/** How the page gets a picture of the map for print, without knowing the map library. */
export function offerMapPicture(picture: MapPicture | null): void {
  offered = picture;
}

/** Null while there is no map. */
export const mapPicture = (): MapPicture | null => offered;
