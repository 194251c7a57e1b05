import proj4 from 'proj4';

type Position = [number, number];

/** How positions become degrees of WGS 84 by the well-known text of their coordinate system. Null: it is one that is not known. */
export function degreesBy(wkt: string): ((position: Position) => Position) | null {
  if (/^\s*GEOG(?:CS|CRS)\s*\[\s*"[^"]*WGS/i.test(wkt)) return (position) => position;
  try {
    const projection = proj4(wkt);
    return ([x, y]) => {
      const [lng = Number.NaN, lat = Number.NaN] = projection.inverse([x, y]);
      return [lng, lat];
    };
  } catch {
    return null;
  }
}
