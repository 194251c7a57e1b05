import { z } from 'zod';
import { isoDate } from './dates';
import { normaliseName } from './normalise-name';
import type { EditedKind, RecordState } from './record-changes';
import { type InitiativeRecord, lngLat, type StructureRecord, structureRecord } from './records';
import { initiativeKinds, initiativeStatuses } from './vocabularies/initiatives';
import { organisationRoles } from './vocabularies/organisations';
import { tiers } from './vocabularies/structures';

const MOST_NAME = 300;
const name = z.string().trim().min(1).max(MOST_NAME);

/** The fields of a structure that a form edits; all of them are sent. */
export const structureEdit = z.object({
  name,
  type: structureRecord.shape.type,
  ownership: structureRecord.shape.ownership,
  /** Null: known by area only. */
  lngLat: lngLat.nullable(),
  tier: z.enum(tiers.codes),
}).strict();
export type StructureEdit = z.infer<typeof structureEdit>;

/** The fields of an initiative that a form edits; all of them are sent. */
export const initiativeEdit = z.object({
  title: name,
  start: isoDate.nullable(),
  end: isoDate.nullable(),
  status: z.enum(initiativeStatuses.codes),
  kinds: z.array(z.enum(initiativeKinds.codes)).max(initiativeKinds.codes.length),
  areaCodes: z.array(z.string().min(2).max(60)).min(1).max(200),
  organisations: z.array(z.object({ role: z.enum(organisationRoles.codes), name }).strict()).max(60),
  tier: z.enum(tiers.codes),
}).strict();
export type InitiativeEdit = z.infer<typeof initiativeEdit>;

export type RecordEdit = StructureEdit | InitiativeEdit;
export type EditedRecord = StructureRecord | InitiativeRecord;

/** What the form of this kind says, checked. */
export const readEdit = (kind: EditedKind, given: unknown): RecordEdit => (kind === 'structure' ? structureEdit.parse(given) : initiativeEdit.parse(given));

/** What a form starts from: the fields that it edits, as the record of this kind says them. */
export function editOf(kind: EditedKind, record: EditedRecord): RecordEdit {
  if (kind === 'structure') {
    const { name, type, ownership, lngLat, tier } = record as StructureRecord;
    return { name, type, ownership, lngLat, tier };
  }
  const { title, start, end, status, kinds, areaCodes, organisations, tier } = record as InitiativeRecord;
  return { title, start, end, status, kinds: kinds.map(({ kind: code }) => code), areaCodes, organisations: organisations.map(({ role, organisation }) => ({ role, name: organisation.name })), tier };
}

/** The record with the fields of the form. What a form does not say of a kind or an organisation that stays is kept. */
export function withEdit(kind: EditedKind, record: EditedRecord, edit: RecordEdit): EditedRecord {
  if (kind === 'structure') return { ...(record as StructureRecord), ...(edit as StructureEdit) };
  const [before, { kinds, organisations, ...rest }] = [record as InitiativeRecord, edit as InitiativeEdit];
  return {
    ...before, ...rest,
    kinds: kinds.map((code) => before.kinds.find((known) => known.kind === code) ?? { kind: code, confidence: 'stated', rule: null, words: [] }),
    organisations: organisations.map(({ role, name: given }) =>
      before.organisations.find((known) => known.role === role && normaliseName(known.organisation.name) === normaliseName(given)) ?? { role, organisation: { name: given, acronym: null, type: 'unknown', typeAsGiven: null } }),
  };
}

/** A state of the journal as a record again. */
export function recordOfState(state: RecordState): EditedRecord {
  const { mergedInto: _follows, ...record } = state as StructureRecord & { mergedInto?: unknown };
  return record;
}
