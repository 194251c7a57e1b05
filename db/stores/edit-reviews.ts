import { sql } from 'kysely';
import type { EditedKind, ReviewState } from '#domain/record-changes';
import type { Handle } from './handle';

export interface EditReview {
  readonly id: string;
  readonly proposedAt: string;
  readonly organisation: string | null;
  readonly enteredBy: string;
  readonly source: string | null;
  readonly kind: EditedKind;
  readonly recordId: string;
  /** The fields of the form, as they were sent. */
  readonly edit: unknown;
  readonly provinces: readonly string[];
  readonly state: ReviewState;
  readonly reason: string | null;
  readonly decidedAt: string | null;
}
export interface NewReview extends Pick<EditReview, 'id' | 'enteredBy' | 'source' | 'kind' | 'recordId' | 'edit' | 'provinces'> {
  readonly accountId: string | null;
  readonly organisationId: string | null;
}

/** Which reviews: those of one organisation, or those that a coordination may decide. */
export type ReviewsOf = { readonly organisationId: string | null } | { readonly provinces: 'all' | readonly string[] };

/** Keeps an edit that waits; the same id again changes nothing. Answers whether it was new. Leans on the primary key. */
export async function addReview(db: Handle, { id, accountId, organisationId, enteredBy, source, kind, recordId, edit, provinces }: NewReview): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('edit_review')
    .values({ id, account_id: accountId, organisation_id: organisationId, entered_by: enteredBy, source, record_kind: kind, record_id: recordId, edit: JSON.stringify(edit), provinces: [...provinces] })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Those that wait first, then the newest; at most 500. Leans on `edit_review_waiting` or `edit_review_organisation`. */
export async function listReviews(db: Handle, of: ReviewsOf, id: string | null = null): Promise<EditReview[]> {
  const whose = 'organisationId' in of ? sql`r.organisation_id = ${of.organisationId}` : of.provinces === 'all' ? sql`true` : sql`cardinality(r.provinces) > 0 and r.provinces <@ ${of.provinces}::text[]`;
  const { rows } = await sql<EditReview>`
    select r.id, r.proposed_at as "proposedAt", o.name as organisation, r.entered_by as "enteredBy", r.source, r.record_kind as kind, r.record_id as "recordId", r.edit, r.provinces, r.state, r.reason, r.decided_at as "decidedAt"
    from edit_review as r left join organisation as o on o.id = r.organisation_id
    where ${whose} and (${id}::text is null or r.id = ${id}) order by r.state <> 'waiting', r.proposed_at desc, r.id limit 500`.execute(db);
  return rows;
}

/** Notes what became of an edit; false: somebody else had decided it. Leans on the primary key. */
export async function decideReview(db: Handle, id: string, { state, reason, accountId }: { readonly state: 'accepted' | 'returned'; readonly reason: string | null; readonly accountId: string | null }): Promise<boolean> {
  const { numAffectedRows } = await sql`update edit_review set state = ${state}, reason = ${reason}, decided_at = now(), decided_by = ${accountId} where id = ${id} and state = 'waiting'`.execute(db);
  return (numAffectedRows ?? 0n) > 0n;
}
