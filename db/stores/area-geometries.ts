import type { MultiPolygon } from '#domain/records';
import type { Handle } from './handle';
import { notYet } from './not-yet';

export interface GeometryCheck {
  /** `repaired`: the repair changes the surface by at most 1 % (decision 0008). `selfCrossing`: it would change more; refuse it. */
  readonly status: 'valid' | 'repaired' | 'selfCrossing';
  /** What may be stored; the geometry as given where it is `selfCrossing`. */
  readonly geometry: MultiPolygon;
  /** What is wrong and where, in PostGIS's words; null where valid. */
  readonly detail: string | null;
}

/** Are these outlines fit to be stored? Closed rings and coordinates in range are the caller's part. Same order as given. */
export async function checkGeometries(db: Handle, geometries: readonly MultiPolygon[]): Promise<GeometryCheck[]> {
  return notYet(db, geometries);
}
