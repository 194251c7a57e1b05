import { sql } from 'kysely';
import type { Handle } from './handle';

/**
 * Every date on which a file that stands reported initiative `i`, oldest first: its own, that of the file which says it so now, those of reports that
 * said it again word for word, and those of reports before it changed. A record keeps only the last; what was reported for a month stays reported. Leans on `record_seen_record` and `record_before_record`.
 */
export const reportDatesOf = sql<string[]>`array(
  select distinct dates.on_day::text from (
    select i.reported_on as on_day
    union all select b.reported_on from import_batch as b where b.id = i.import_batch_id and b.undone_at is null
    union all select b.reported_on from record_seen as s join import_batch as b on b.id = s.batch_id where s.record_table = 'initiative' and s.record_id = i.id and b.undone_at is null
    union all select b.reported_on from record_before as r join import_batch as b on b.id = r.before_batch_id where r.record_table = 'initiative' and r.record_id = i.id and b.undone_at is null
  ) as dates where dates.on_day is not null order by 1)`;

/** Does this batch report an initiative of a day of which no other standing file reported it? Then it is a report, even if nothing changed. Leans on the key of `record_seen`. */
export async function bringsNewReport(db: Handle, batchId: string): Promise<boolean> {
  const { rows } = await sql`
    select from record_seen as own join import_batch as self on self.id = own.batch_id join initiative as i on i.id = own.record_id
    where own.batch_id = ${batchId} and own.record_table = 'initiative' and self.reported_on is not null
      and self.reported_on is distinct from i.reported_on
      and not exists (select from import_batch as b where b.id = i.import_batch_id and b.reported_on = self.reported_on)
      and not exists (select from record_seen as s join import_batch as b on b.id = s.batch_id where s.record_table = 'initiative' and s.record_id = i.id and s.batch_id <> self.id and b.undone_at is null and b.reported_on = self.reported_on)
      and not exists (select from record_before as r join import_batch as b on b.id = r.before_batch_id where r.record_table = 'initiative' and r.record_id = i.id and b.undone_at is null and b.reported_on = self.reported_on)
    limit 1`.execute(db);
  return rows.length > 0;
}
