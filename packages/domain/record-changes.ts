import type { InitiativeRecord, StructureRecord } from './records';
import type { reviewStates } from './vocabularies/journal';

/** Kinds of record that people edit, and whose history the page shows. */
export const editedKinds = ['structure', 'initiative'] as const;
export type EditedKind = (typeof editedKinds)[number];
export type ReviewState = (typeof reviewStates.codes)[number];

/** What is compared between two states of a record, in the order in which a page shows it. */
export const comparedFields = {
  structure: ['name', 'type', 'typeAsGiven', 'ownership', 'lngLat', 'areaCode', 'areaName', 'tier', 'supportedBy', 'mergedInto', 'source'],
  initiative: [
    'title', 'description', 'kinds', 'topic', 'toReview', 'domain', 'targetGroups', 'organisations', 'announcedServices', 'areaCodes', 'start', 'end', 'status',
    'reportedOn', 'targeted', 'reached', 'budget', 'currency', 'tier', 'source',
  ],
} as const satisfies Readonly<Record<EditedKind, readonly string[]>>;

/** A state of a record: the record, and for a structure the name of the one that stands for it. */
export type RecordState = (StructureRecord & { readonly mergedInto: string | null }) | InitiativeRecord;

export interface FieldChange {
  readonly field: string;
  /** As the record says it; null where there was no record, or nothing was said. */
  readonly before: unknown;
  readonly after: unknown;
}

/** What differs between two states, field by field. Null: the record was not there, and every field that says something differs. */
export function changedFields(kind: EditedKind, before: RecordState | null, after: RecordState | null): FieldChange[] {
  return comparedFields[kind].flatMap((field) => {
    const [from, to] = [saidIn(before, field), saidIn(after, field)];
    return JSON.stringify(from) === JSON.stringify(to) ? [] : [{ field, before: from, after: to }];
  });
}

function saidIn(state: RecordState | null, field: string): unknown {
  const value = (state as Readonly<Record<string, unknown>> | null)?.[field] ?? null;
  if (Array.isArray(value) && value.length === 0) return null;
  // What caused a kind is of the file that was read, not of the record as people know it.
  if (field === 'kinds') return (value as InitiativeRecord['kinds'] | null)?.map(({ kind }) => kind) ?? null;
  if (field === 'organisations') return (value as InitiativeRecord['organisations'] | null)?.map(({ role, organisation }) => ({ role, name: organisation.name })) ?? null;
  if (field === 'targeted' || field === 'reached') return value !== null && Object.values(value).some((count) => count !== null) ? value : null;
  return value;
}
