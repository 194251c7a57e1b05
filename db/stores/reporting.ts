import { sql } from 'kysely';
import type { Period } from '#domain/initiative-rules';
import type { Viewer } from '#domain/viewer';
import type { Handle } from './handle';
import { reportDatesOf } from './report-dates';
import { isSeenInitiative } from './visibility';

/** One initiative of one organisation, and when it was reported. */
export interface ReportedInitiative extends Period {
  readonly organisationId: string;
  readonly name: string;
  readonly nameKey: string;
  readonly acronym: string | null;
  readonly initiativeId: string;
  /** Oldest first. */
  readonly reportDates: string[];
}

/** Initiatives by the organisations that carry them out or answer for them (the one that stands, where names were merged), as this viewer may see them. Leans on the primary keys. */
export async function readReportedInitiatives(db: Handle, viewer: Viewer): Promise<ReportedInitiative[]> {
  const { rows } = await sql<ReportedInitiative>`
    select distinct on (o.name_key, o.id, i.id) o.id as "organisationId", o.name, o.name_key as "nameKey", o.acronym, i.id as "initiativeId",
      i.start_on as start, i.end_on as end, i.status, i.reported_on as "reportedOn", ${reportDatesOf} as "reportDates"
    from initiative as i
    join initiative_organisation as io on io.initiative_id = i.id and io.role in ('implementing', 'programming')
    join organisation as n on n.id = io.organisation_id
    join organisation as o on o.id = coalesce(n.merged_into_id, n.id)
    where ${isSeenInitiative(viewer, 'i')}
    order by o.name_key, o.id, i.id`.execute(db);
  return rows;
}
