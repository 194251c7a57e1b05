import { sql } from 'kysely';
import type { MultiPolygon } from '#domain/records';
import { DatabaseProblem } from '../database-problem';
import type { Handle } from './handle';

export interface GeometryCheck {
  /** `repaired`: the repair changes the surface by at most 1 % (decision 0008). `selfCrossing`: it would change more; refuse it. */
  readonly status: 'valid' | 'repaired' | 'selfCrossing';
  /** What may be stored; the geometry as given where it is `selfCrossing`. */
  readonly geometry: MultiPolygon;
  /** What is wrong and where, in PostGIS's words; null where valid. */
  readonly detail: string | null;
}

/** Largest change of the surface that still counts as the same shape. */
const LARGEST_CHANGE = 0.01;

interface Checked {
  readonly ordinal: number;
  readonly valid: boolean;
  readonly reason: string;
  /** Null where valid, or where nothing with a surface is left. */
  readonly repaired: MultiPolygon | null;
  readonly area_before: number | null;
  readonly area_after: number | null;
}

/**
 * Are these outlines fit to be stored? Closed rings and coordinates in range are the caller's part. Same order as given.
 * Surfaces are compared in square degrees: a share needs no unit. Reads no table, so no index. Not inside a
 * transaction: an outline that PostGIS cannot look at would end it.
 */
export async function checkGeometries(db: Handle, geometries: readonly MultiPolygon[]): Promise<GeometryCheck[]> {
  if (geometries.length === 0) return [];
  try {
    return await checkTogether(db, geometries);
  } catch (cause) {
    if (!(cause instanceof DatabaseProblem)) throw cause;
    const [only] = geometries;
    if (only !== undefined && geometries.length === 1) return [{ status: 'selfCrossing', geometry: only, detail: cause.detail }];
    // One outline that PostGIS cannot even look at must not speak for the others: one at a time.
    const checks: GeometryCheck[] = [];
    for (const geometry of geometries) checks.push(...(await checkGeometries(db, [geometry])));
    return checks;
  }
}

async function checkTogether(db: Handle, geometries: readonly MultiPolygon[]): Promise<GeometryCheck[]> {
  const { rows } = await sql<Checked>`
    with given as (
      select ordinal, st_setsrid(st_geomfromgeojson(value), 4326) as geometry
      from json_array_elements(${JSON.stringify(geometries)}::json) with ordinality as element (value, ordinal)
    ), checked as materialized (
      select ordinal, geometry, st_isvalid(geometry) as valid from given
    ), mended as materialized (
      select ordinal, geometry, valid, case when valid then null else st_multi(st_collectionextract(st_makevalid(geometry), 3)) end as repaired from checked
    )
    select ordinal, valid, case when valid then '' else st_isvalidreason(geometry) end as reason,
      case when st_isempty(repaired) then null else st_asgeojson(repaired, 15)::json end as repaired,
      case when valid then null else st_area(geometry) end as area_before, st_area(repaired) as area_after
    from mended order by ordinal`.execute(db);
  return geometries.map((geometry, index) => judge(geometry, rows[index]));
}

function judge(geometry: MultiPolygon, checked: Checked | undefined): GeometryCheck {
  if (checked === undefined) throw new Error('checkGeometries: one row per geometry expected');
  if (checked.valid) return { status: 'valid', geometry, detail: null };
  const { repaired, reason, area_before: before, area_after: after } = checked;
  const sameShape = repaired !== null && before !== null && after !== null && after > 0 && Math.abs(after - before) / after <= LARGEST_CHANGE;
  return sameShape ? { status: 'repaired', geometry: repaired, detail: reason } : { status: 'selfCrossing', geometry, detail: reason };
}
