import { decideReview, type EditReview, listReviews, type ReviewsOf } from '#db/stores/edit-reviews';
import { recordVersion } from '#db/stores/record-journal';
import { type Actor, viewerOf } from '#domain/permissions';
import { changedFields, type RecordState } from '#domain/record-changes';
import { type EditedRecord, readEdit, withEdit } from '#domain/record-edits';
import type { StructureRecord } from '#domain/records';
import type { ReviewBody, ReviewsAnswer } from '../../contract/record-edits';
import { Problem } from '../../problem';
import { type EditSources, storeEdit } from './edit-record';
import { editedRecord, labelOf, outcomeFor } from './edited-record';

type ReviewItem = ReviewsAnswer['items'][number];

const reviewsOf = ({ role, organisationId, provinces }: Actor): ReviewsOf => (role === 'partner' ? { organisationId } : { provinces });

/** Edits that wait, and what became of others: a partner’s own, or those that a coordination decides. One of a record that the asker may not see is left out. */
export async function reviewQueue(sources: EditSources): Promise<ReviewsAnswer> {
  const { actor, database } = sources;
  const items: ReviewItem[] = [];
  for (const review of await listReviews(database.kysely, reviewsOf(actor))) {
    const item = await show(sources, review);
    if (item !== null) items.push(item);
  }
  return { decides: actor.role === 'coordination', items };
}

async function show({ database: { kysely }, actor }: EditSources, review: EditReview): Promise<ReviewItem | null> {
  const { edit, provinces: _theirs, ...rest } = review;
  const record = await editedRecord(kysely, viewerOf(actor), review.kind, review.recordId).catch(() => null);
  if (record === null) return null;
  const after = withEdit(review.kind, record, readEdit(review.kind, edit));
  const waits = review.state === 'waiting';
  return {
    ...rest,
    label: labelOf(review.kind, record),
    version: await recordVersion(kysely, review.kind, review.recordId),
    fields: waits ? changedFields(review.kind, record as RecordState, after as RecordState) : [],
    lngLat: waits && review.kind === 'structure' ? { before: positionOf(record), after: positionOf(after) } : null,
  };
}

const positionOf = (record: EditedRecord): [number, number] | null => {
  const { lngLat } = record as StructureRecord;
  return lngLat === null ? null : [lngLat[0], lngLat[1]];
};

/**
 * Accepts an edit that waits, which stores it, or returns it with a reason. Throws `notFound`, `reviewDecided` if somebody answered before, `recordChanged` if the
 * record is not the one that was looked at, `outsideProvinces`.
 */
export async function answerReview(sources: EditSources, id: string, body: ReviewBody): Promise<ReviewItem> {
  const { database: { kysely }, actor } = sources;
  const [review] = await listReviews(kysely, reviewsOf(actor), id);
  if (review === undefined) throw new Problem('notFound');
  const record = await editedRecord(kysely, viewerOf(actor), review.kind, review.recordId);
  if (review.state !== 'waiting') throw new Problem('reviewDecided');
  const edit = readEdit(review.kind, review.edit);
  if ((await outcomeFor(kysely, actor, review.kind, review.recordId, edit)) !== 'stored') throw new Problem('outsideProvinces');
  if (body.verdict === 'accepted') {
    const { enteredBy, source } = review;
    // The load has the id of the proposal: accepted twice, it is stored once.
    await storeEdit(sources, { kind: review.kind, id: review.recordId }, record, { key: id, enteredBy, source, version: body.version, record: withEdit(review.kind, record, edit), author: { origin: 'review', actor } });
  }
  if (!(await decideReview(kysely, id, { state: body.verdict, reason: body.reason, accountId: actor.accountId }))) throw new Problem('reviewDecided');
  const [decided] = await listReviews(kysely, reviewsOf(actor), id);
  const item = decided === undefined ? null : await show(sources, decided);
  if (item === null) throw new Problem('notFound');
  return item;
}
