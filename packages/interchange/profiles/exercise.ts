import { z } from 'zod';
import { careStandardRecord } from '#domain/care-standard';
import { issue, type Issue } from '#domain/issue';
import type { IssueCode } from '#domain/issue-codes';
import { programmeSchemas } from '#domain/programme-records';
import * as records from '#domain/records';
import type { ImportRecord } from '#domain/import-records';
import { isObject } from '../containers/read-json';
import { checkedMultiPolygon, geometryIssue } from '../geometry-checks';
import { areaTypeOfCode } from '../pcodes';
import type { AreaClaim } from '../read-result';
import { digestOf, refuseRepeatedCodes, type ProfileReading, type RowDraft } from '../row-draft';

/** The container of the exercise data set: records of the domain as they are, one after the other. */
const EXERCISE_FORMAT = 'jonction-exercise-1';
/** The container of what was entered through the forms of the tool: the same, and `source` says who filled them in. */
export const ENTRY_FORMAT = 'jonction-entry-1';
const PROFILES: ReadonlyMap<unknown, 'exercise' | 'form'> = new Map([[EXERCISE_FORMAT, 'exercise'], [ENTRY_FORMAT, 'form']]);

const importRecord = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('area'), record: records.areaRecord.strict() }),
  z.strictObject({ kind: z.literal('population'), record: records.populationRecord.strict() }),
  z.strictObject({ kind: z.literal('place'), record: records.placeRecord.strict() }),
  z.strictObject({ kind: z.literal('organisation'), record: records.organisationRecord.strict() }),
  z.strictObject({ kind: z.literal('structure'), record: records.structureRecord.strict() }),
  z.strictObject({ kind: z.literal('assessment'), record: records.assessmentRecord.strict() }),
  z.strictObject({ kind: z.literal('initiative'), record: records.initiativeRecord.extend({ areaCodes: z.array(z.string()).min(1) }).strict() }),
  z.strictObject({ kind: z.literal('decision'), record: records.decisionRecord.strict() }),
  z.strictObject({ kind: z.literal('trainingSession'), record: programmeSchemas.trainingSession.strict() }),
  z.strictObject({ kind: z.literal('kitMovement'), record: programmeSchemas.kitMovement.strict() }),
  z.strictObject({ kind: z.literal('mission'), record: programmeSchemas.mission.strict() }),
  z.strictObject({ kind: z.literal('proposalVerdict'), record: programmeSchemas.proposalVerdict.strict() }),
  z.strictObject({ kind: z.literal('raster'), record: programmeSchemas.raster.strict() }),
  z.strictObject({ kind: z.literal('movementClosure'), record: programmeSchemas.movementClosure.strict() }),
  z.strictObject({ kind: z.literal('scenario'), record: programmeSchemas.scenario.strict() }),
  z.strictObject({ kind: z.literal('careStandard'), record: careStandardRecord.strict() }),
]);

/** Which of the two containers this is; null: neither. */
export const profileOfContainer = (json: unknown): 'exercise' | 'form' | null => (isObject(json) && Array.isArray(json['records']) ? (PROFILES.get(json['format']) ?? null) : null);

/** Names of the columns that a case-data check should see: the keys that the file uses, whatever the schema says of them. */
export const keysOfContainer = (json: Record<string, unknown>): string[] => [
  ...new Set((json['records'] as unknown[]).flatMap((entry) => (isObject(entry) && isObject(entry['record']) ? Object.keys(entry['record']) : []))),
];

/** Records of a container, each checked against the schema of the domain. Record i is row i, from 1. */
export function readContainer(json: Record<string, unknown>): ProfileReading {
  const drafts = (json['records'] as unknown[]).map((entry, i) => recordDraft(entry, i + 1));
  refuseRepeatedCodes(drafts, 'code', ({ records: [first] }) => (first?.kind === 'area' ? `${first.record.type} ${first.record.code}` : null));
  return { fileIssues: [], rows: drafts };
}

function recordDraft(entry: unknown, row: number): RowDraft {
  const parsed = importRecord.safeParse(entry);
  const issues = parsed.success ? ruleIssues(parsed.data, row) : parsed.error.issues.map((fault) => schemaIssue(fault, entry, row));
  return {
    row,
    records: parsed.success ? [parsed.data] : [],
    issues,
    areaClaims: parsed.success ? areaClaimsOf(parsed.data) : [],
    fingerprint: digestOf(entry),
    cells: () => (isObject(entry) && isObject(entry['record']) ? Object.fromEntries(Object.entries(entry['record']).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)])) : {}),
  };
}

/** Rules that a schema of one field cannot say. */
function ruleIssues({ kind, record }: ImportRecord, row: number): Issue[] {
  if ((kind === 'initiative' || kind === 'trainingSession' || kind === 'mission') && record.start !== null && record.end !== null && record.end < record.start) {
    return [issue('endBeforeStart', 'error', { row, column: 'end', value: record.end, expected: `≥ ${record.start}` })];
  }
  if (kind !== 'area' || record.geometry === null) return [];
  const checked = checkedMultiPolygon(record.geometry);
  return 'geometry' in checked ? [] : [geometryIssue(checked, row)];
}

const CODE_BY_FAULT: Readonly<Partial<Record<z.core.$ZodIssue['code'], IssueCode>>> = { invalid_value: 'valueNotInList', invalid_union: 'valueNotInList', unrecognized_keys: 'valueNotInList', too_small: 'valueMissing' };

function schemaIssue(fault: z.core.$ZodIssue, entry: unknown, row: number): Issue {
  const path = fault.path.map(String);
  let value: unknown = entry;
  for (const key of path) value = isObject(value) ? value[key] : Array.isArray(value) ? (value as unknown[])[Number(key)] : undefined;
  const missing = value === undefined;
  const isDate = /(?:On|start|end|from|to|expiry)$/i.test(path.at(-1) ?? '') && typeof value === 'string';
  const code: IssueCode = missing ? 'valueMissing' : typeof value === 'number' ? 'numberInvalid' : isDate ? 'dateInvalid' : (CODE_BY_FAULT[fault.code] ?? 'numberInvalid');
  return issue(code, 'error', { row, column: path.join('.') || null, value: missing ? null : JSON.stringify(value).slice(0, 120), expected: fault.message });
}

function areaClaimsOf({ kind, record }: ImportRecord): AreaClaim[] {
  const codes = kind === 'initiative' ? record.areaCodes : kind === 'structure' || kind === 'trainingSession' || kind === 'mission' ? [record.areaCode] : [];
  return codes.flatMap((code) => {
    const level = code === null ? null : areaTypeOfCode(code);
    return level === null ? [] : [{ column: kind === 'initiative' ? 'areaCodes' : 'areaCode', code, name: null, level }];
  });
}
