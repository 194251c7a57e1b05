import { issue, type Issue } from '#domain/issue';
import { RASTER_CRS, type RasterPlacement } from '#domain/raster-placement';

/** What a GeoTIFF says of where it lies, as its tags have it. */
export interface GeoTags {
  readonly width: number;
  readonly height: number;
  readonly pixelScale: readonly number[] | null;
  readonly tiepoint: readonly number[] | null;
  readonly transformation: readonly number[] | null;
  readonly geoKeys: Readonly<Record<string, unknown>> | null;
}

const EXPECTED_CRS = 'EPSG:4326, EPSG:326xx, EPSG:327xx';
const MODEL_PROJECTED = 1;
const MODEL_GEOGRAPHIC = 2;
const PIXEL_IS_POINT = 2;

/** Places the cells; or says why they cannot be placed. A raster whose values stand for points is moved by half a cell, so that each cell lies around its point. */
export function placeRaster(tags: GeoTags): RasterPlacement | Issue {
  const crs = crsOf(tags.geoKeys);
  if (typeof crs !== 'string') return crs;
  const affine = affineOf(tags);
  if (affine === null) return issue('rasterUnplaced', 'error');
  if (affine.turned || !(affine.cellX > 0) || !(affine.cellY > 0)) return issue('rasterTurned', 'error');
  const half = Number(tags.geoKeys?.['GTRasterTypeGeoKey']) === PIXEL_IS_POINT ? 0.5 : 0;
  const { width, height } = tags;
  const { cellX, cellY } = affine;
  return { crs, width, height, west: affine.west - half * cellX, north: affine.north + half * cellY, cellX, cellY };
}

function affineOf({ pixelScale, tiepoint, transformation }: GeoTags): { readonly west: number; readonly north: number; readonly cellX: number; readonly cellY: number; readonly turned: boolean } | null {
  if (pixelScale !== null && tiepoint !== null && tiepoint.length >= 6) {
    const [cellX = NaN, cellY = NaN] = pixelScale;
    const [column = NaN, row = NaN, , x = NaN, y = NaN] = tiepoint;
    return { west: x - column * cellX, north: y + row * cellY, cellX, cellY, turned: false };
  }
  if (transformation?.length !== 16) return null;
  const [a = NaN, b = NaN, , west = NaN, d = NaN, e = NaN, , north = NaN] = transformation;
  return { west, north, cellX: a, cellY: -e, turned: b !== 0 || d !== 0 };
}

/** The system by its number; one without a number by its name, as some writers leave it. Null keys, a local system or another one: an issue. */
function crsOf(geoKeys: GeoTags['geoKeys']): string | Issue {
  if (geoKeys === null || Object.keys(geoKeys).length === 0) return issue('rasterCrsMissing', 'error', { expected: EXPECTED_CRS });
  const model = Number(geoKeys['GTModelTypeGeoKey']);
  const number = Number(model === MODEL_PROJECTED ? geoKeys['ProjectedCSTypeGeoKey'] : geoKeys['GeographicTypeGeoKey']);
  const names = ['GTCitationGeoKey', 'PCSCitationGeoKey', 'GeogCitationGeoKey'].flatMap((key) => (typeof geoKeys[key] === 'string' ? [geoKeys[key].replace(/[\0|]+$/, '')] : []));
  const crs = Number.isInteger(number) && number > 0 && number < 32_767 ? `EPSG:${String(number)}` : crsOfName(model, names.join(' '));
  if (crs === null && names.length === 0) return issue('rasterCrsMissing', 'error', { expected: EXPECTED_CRS });
  if (crs === null || !RASTER_CRS.test(crs)) return issue('rasterCrsOther', 'error', { value: crs ?? names.join(', '), expected: EXPECTED_CRS });
  return crs;
}

function crsOfName(model: number, name: string): string | null {
  if (model === MODEL_GEOGRAPHIC) return /WGS[ _]?(19)?84/i.test(name) ? 'EPSG:4326' : null;
  const utm = /WGS[ _]?(?:19)?84.*UTM[ _]zone[ _](\d{1,2})([NS])/i.exec(name);
  return utm === null ? null : `EPSG:32${utm[2]?.toUpperCase() === 'S' ? '7' : '6'}${(utm[1] ?? '').padStart(2, '0')}`;
}
