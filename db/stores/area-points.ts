import { sql } from 'kysely';
import type { AreaType } from '#domain/records';
import type { LngLat } from '#domain/units';
import type { Viewer } from '#domain/viewer';
import type { Handle } from './handle';

/** A point inside an area, to put on a map what is known by area only. */
export interface AreaPoint {
  readonly type: AreaType;
  readonly code: string;
  readonly lngLat: LngLat;
}

/** Rounded, so that both databases answer the same. */
const DECIMALS = 5;

/** One point inside every area that has an outline, by type and code. Areas are public. Leans on the unique index on (type, code). */
export async function listAreaPoints(db: Handle, _viewer: Viewer): Promise<AreaPoint[]> {
  const { rows } = await sql<AreaPoint>`
    with placed as (select type, code, st_pointonsurface(geometry) as point from area where geometry is not null)
    select type, code, array[round(st_x(point)::numeric, ${DECIMALS})::double precision, round(st_y(point)::numeric, ${DECIMALS})::double precision] as "lngLat"
    from placed order by type, code`.execute(db);
  return rows;
}
