import type { StoredRaster } from '#db/stores/rasters';
import type { RasterRecord } from '#domain/reach-records';
import type { DerivedPeople } from '../services/rasters/derive-ground';
import type { FrictionGround } from './surface';

/** What became of a raster that is loaded. `replaced`: a newer one stands in its place. `elsewhere`: it lies over none of the areas that are loaded now. */
export interface RasterState extends Pick<RasterRecord, 'kind' | 'title' | 'source' | 'year'> {
  readonly id: string;
  readonly sha256: string;
  readonly state: 'inUse' | 'replaced' | 'elsewhere' | 'fileMissing' | 'fileDamaged';
}

export interface PeopleGround {
  readonly record: RasterRecord;
  readonly people: DerivedPeople;
}

/** What was read from the rasters that are loaded. */
export interface Ground {
  readonly friction: FrictionGround | null;
  /** The one loaded last first. */
  readonly people: readonly PeopleGround[];
  readonly states: readonly RasterState[];
}
export const NO_GROUND: Ground = { friction: null, people: [], states: [] };

/** Where the rasters are, for whoever reads the ground from them. The one loaded last first. */
export interface RasterShelf {
  readonly rastersDir: string;
  readonly rasters: readonly StoredRaster[];
}
