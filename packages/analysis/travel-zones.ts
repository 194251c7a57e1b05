import type { TravelField, TravelGrid } from './travel-grid';

/** Square kilometres of the cells of each row. */
export const rowAreasKm2 = ({ cellWidthM, cellHeightM }: TravelGrid): Float64Array => cellWidthM.map((width, row) => (width * (cellHeightM[row] ?? 0)) / 1e6);

export interface BandsByZone {
  /** `people[zone × (bands + 1) + band]`: those who are within the band's minutes but not within the one before; last, beyond all of them or never. */
  readonly people: Float64Array;
  /** The same of the ground, whoever lives there. */
  readonly areaKm2: Float64Array;
  /** Ground of each zone for which it is not known how many live there: in no figure of people. */
  readonly unknownKm2: Float64Array;
}

/**
 * People and ground by zone and band of minutes. `zoneOfCell`: −1 for none. `peopleOfCell`: NaN where not known. `boundsMin` ascending, each included in
 * its band. Cells are added up from north to south and west to east: the same figures every time.
 */
export function bandsByZone(grid: TravelGrid, minutes: Float32Array, zoneOfCell: Int32Array, zoneCount: number, peopleOfCell: Float32Array | Float64Array, boundsMin: readonly number[]): BandsByZone {
  const bands = boundsMin.length + 1;
  const people = new Float64Array(zoneCount * bands);
  const areaKm2 = new Float64Array(zoneCount * bands);
  const unknownKm2 = new Float64Array(zoneCount);
  const rowAreas = rowAreasKm2(grid);
  for (let cell = 0; cell < minutes.length; cell += 1) {
    const zone = zoneOfCell[cell] ?? -1;
    if (zone < 0) continue;
    const km2 = rowAreas[Math.floor(cell / grid.width)] ?? 0;
    const into = zone * bands + bandOf(minutes[cell] ?? Infinity, boundsMin);
    areaKm2[into] = (areaKm2[into] ?? 0) + km2;
    const here = peopleOfCell[cell] ?? NaN;
    if (Number.isNaN(here)) unknownKm2[zone] = (unknownKm2[zone] ?? 0) + km2;
    else people[into] = (people[into] ?? 0) + here;
  }
  return { people, areaKm2, unknownKm2 };
}

function bandOf(minutes: number, boundsMin: readonly number[]): number {
  let band = 0;
  while (band < boundsMin.length && minutes > (boundsMin[band] ?? Infinity)) band += 1;
  // Infinity is beyond any bound, also beyond one of Infinity.
  return minutes === Infinity ? boundsMin.length : band;
}

export interface Catchments {
  /** People and ground for whom each source is the nearest. */
  readonly people: Float64Array;
  readonly areaKm2: Float64Array;
  /** People who reach none, or none within the cap of the run; among them those on ground that nobody crosses. */
  readonly peopleOfNone: number;
}

/** Which source how many go to (`peopleOfCell`: NaN where not known, in no figure). */
export function catchments(grid: TravelGrid, { source }: TravelField, sourceCount: number, peopleOfCell: Float32Array | Float64Array): Catchments {
  const people = new Float64Array(sourceCount);
  const areaKm2 = new Float64Array(sourceCount);
  const rowAreas = rowAreasKm2(grid);
  let peopleOfNone = 0;
  for (let cell = 0; cell < source.length; cell += 1) {
    const here = peopleOfCell[cell] ?? NaN;
    const known = Number.isNaN(here) ? 0 : here;
    const to = source[cell] ?? -1;
    if (to < 0) peopleOfNone += known;
    else {
      people[to] = (people[to] ?? 0) + known;
      areaKm2[to] = (areaKm2[to] ?? 0) + (rowAreas[Math.floor(cell / grid.width)] ?? 0);
    }
  }
  return { people, areaKm2, peopleOfNone };
}
