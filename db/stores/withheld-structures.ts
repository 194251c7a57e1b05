import { sql } from 'kysely';
import type { Viewer } from '#domain/viewer';
import { mayGiveCare } from '#domain/structure-rules';
import { structureTypes } from '#domain/vocabularies/structures';
import type { Handle } from './handle';
import { isSeenStructure } from './visibility';

/** A structure of which a viewer may know no more than that its health zone has one. The id is for the server itself. */
export interface WithheldStructure {
  readonly id: string;
  readonly healthZoneCode: string;
}

/** So many structures that give care must be seen in a health zone before anything is said of another one there. */
const FEWEST_SEEN = 3;

const CARE_TYPES = structureTypes.codes.filter(mayGiveCare);

/**
 * Structures that give care and that this viewer may not see, in health zones in which it sees at least three others that do; by id. Those of other zones
 * are not there at all: nothing is ever said of them. Leans on the index on `health_zone_id` and the primary keys.
 */
export async function readWithheldStructures(db: Handle, viewer: Viewer): Promise<WithheldStructure[]> {
  const { rows } = await sql<WithheldStructure>`
    select s.id, z.code as "healthZoneCode" from structure as s join area as z on z.id = s.health_zone_id
    where s.merged_into_id is null and s.type = any(${CARE_TYPES}) and not ${isSeenStructure(viewer, 's')}
      and (select count(*) from structure as o where o.health_zone_id = z.id and o.merged_into_id is null and o.type = any(${CARE_TYPES}) and ${isSeenStructure(viewer, 'o')}) >= ${FEWEST_SEEN}
    order by s.id`.execute(db);
  return rows;
}
