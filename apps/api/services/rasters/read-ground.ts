import type { StoredRaster } from '#db/stores/rasters';
import { openRaster, type OpenRaster, RasterDamaged } from '#interchange/rasters/open-raster';
import type { AreaSets } from '../../engine/area-sets';
import type { Ground, PeopleGround, RasterShelf, RasterState } from '../../engine/ground';
import type { FrictionGround } from '../../engine/surface';
import { deriveFriction, derivePeople, FRICTION, outlinesDigest, PEOPLE } from './derive-ground';
import { derived, holdsRaster, rasterPath } from './raster-folder';

/**
 * Reads the ground for these areas: the people of every population raster, and the friction of the one loaded last that can be used. A raster whose
 * file is gone or damaged is named in `states` and left out: it is for whoever answers to say so.
 */
export async function readGround({ rastersDir, rasters }: RasterShelf, sets: AreaSets): Promise<Ground> {
  if (rasters.length === 0) return { friction: null, people: [], states: [] };
  const digest = outlinesDigest(sets);
  const people: PeopleGround[] = [];
  let friction: FrictionGround | null = null;
  const states: RasterState[] = [];
  const note = ({ id, record: { kind, title, source, year, sha256 } }: StoredRaster, state: RasterState['state']): void => void states.push({ id, kind, title, source, year, sha256, state });

  for (const stored of rasters) {
    const { record } = stored;
    if (record.kind === 'friction' && friction !== null) {
      note(stored, 'replaced');
      continue;
    }
    if (!(await holdsRaster(rastersDir, record.sha256))) {
      note(stored, 'fileMissing');
      continue;
    }
    const work = <Value>(name: string, make: (raster: OpenRaster) => Promise<Value>): Promise<Value> =>
      derived(rastersDir, record.sha256, `${name}.${digest}`, () => reading(rasterPath(rastersDir, record.sha256), make));
    try {
      if (record.kind === 'population') {
        const found = await work(PEOPLE, (raster) => derivePeople(raster, sets));
        const somewhere = found.byLevel.some((level) => level.some((sum) => sum > 0));
        if (somewhere) people.push({ record, people: found });
        note(stored, somewhere ? 'inUse' : 'elsewhere');
      } else {
        const found = await work(FRICTION, (raster) => deriveFriction(raster, sets));
        if (found !== null) friction = { record, ...found };
        note(stored, found === null ? 'elsewhere' : 'inUse');
      }
    } catch (error) {
      if (!(error instanceof RasterDamaged)) throw error;
      note(stored, 'fileDamaged');
    }
  }
  return { friction, people, states };
}

async function reading<Value>(path: string, make: (raster: OpenRaster) => Promise<Value>): Promise<Value> {
  const raster = await openRaster(path);
  if ('severity' in raster) throw new RasterDamaged(raster.code);
  try {
    return await make(raster);
  } finally {
    await raster.close();
  }
}
