/** How the page gets a picture of the map for print, without knowing the map library. */
let take: (() => string) | null = null;

export function offerMapPicture(maker: (() => string) | null): void {
  take = maker;
}

/** A PNG of the map as it stands, as a data URL; null while there is no map. */
export const takeMapPicture = (): string | null => take?.() ?? null;
