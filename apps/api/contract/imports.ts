import { z } from 'zod';
import { isoDate } from '#domain/dates';
import { recordKinds } from '#domain/record-kinds';
import { rasterKinds } from '#domain/vocabularies/reach';
import { areaTypes } from '#domain/vocabularies/places';
import { profileNames } from '#interchange/read-result';

/** Where an import stands. `ready`: the dry run is there and nothing is stored; `blocked`: the whole file cannot be taken, or a mapping is needed. */
export const importStates = ['reading', 'ready', 'blocked', 'applying', 'applied', 'undoing', 'undone', 'cancelled', 'failed'] as const;

const count = z.int().nonnegative();
const lngLat = z.tuple([z.number(), z.number()]);
const words = z.object({ fr: z.string(), en: z.string() });

export const importIssue = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  /** The code in words. */
  message: words,
  /** As the spreadsheet counts; null: the whole file. */
  row: z.int().nullable(),
  column: z.string().nullable(),
  value: z.string().nullable(),
  expected: z.string().nullable(),
}).meta({ id: 'ImportIssue' });

/** One field that the import would change. Values as text in the form of the file; null: not given. */
export const fieldChange = z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() });

export const recordChange = z.object({
  change: z.enum(['added', 'changed']),
  recordKind: z.enum(recordKinds),
  /** Null where the record is another one than that of the row (an organisation that an initiative names). */
  row: z.int().nullable(),
  label: z.string(),
  areaName: z.string().nullable(),
  /** Empty for `added`. */
  fields: z.array(fieldChange),
  /** The stored record that the row was matched to by something else than its id, and why; null: by id, or new. */
  matchedTo: z.object({ label: z.string(), source: z.string(), score: z.number().min(0).max(1), reasons: z.array(z.string()) }).nullable(),
}).meta({ id: 'RecordChange' });

/** A point of the file on the preview map. `declaredAt`: where its declared area is, for one that lies outside it. */
export const previewPoint = z.object({ row: z.int(), label: z.string(), lngLat, outcome: z.enum(['added', 'changed', 'unchanged', 'refused']), flag: z.string().nullable(), declaredAt: lngLat.nullable(), declaredName: z.string().nullable() });
export const previewArea = z.object({ code: z.string(), name: z.string(), type: z.enum(areaTypes.codes), added: count, changed: count, unchanged: count });

export const importPreview = z.object({
  /** The first 200; `added` and `changed` above count all. */
  changes: z.array(recordChange),
  /** The first 2,000 points. */
  points: z.array(previewPoint),
  areas: z.array(previewArea),
  /** Outlines that the file brings, new or changed, coarse, for the eye only; empty once they are stored, and where the file brings none. */
  outlines: z.array(z.object({ row: z.int(), code: z.string(), label: z.string(), outcome: z.enum(['added', 'changed']), rings: z.array(z.array(lngLat)) })),
}).meta({ id: 'ImportPreview' });

/** What is wrong with one value in one way, counted over the whole file. */
export const issueOfValue = importIssue.omit({ row: true }).extend({
  /** Rows in question; 0: the file as a whole. */
  rows: count,
  /** The first runs of these rows, both ends included. */
  runs: z.array(z.tuple([z.int(), z.int()])),
}).meta({ id: 'IssueOfValue' });

/** Something that only a person can say: which area, organisation or structure a name of the file means. The answer is remembered. */
export const importQuestion = z.object({
  id: z.string(),
  kind: z.enum(['area', 'organisation', 'structure']),
  given: z.string(),
  /** The name of what it lies in, as given. */
  within: z.string().nullable(),
  rows: count,
  candidates: z.array(z.object({ id: z.string(), code: z.string().nullable(), label: z.string(), score: z.number().min(0).max(1), reasons: z.array(z.string()) })),
}).meta({ id: 'ImportQuestion' });

/** A record of an earlier file of the same source and organisations that this file no longer has. */
export const missingRecord = z.object({ recordKind: z.enum(recordKinds), id: z.string(), label: z.string(), areaName: z.string().nullable(), source: z.string(), sourceRow: z.int().nullable() });

export const mappingColumn = z.object({
  /** 0-based. */
  index: z.int().nonnegative(),
  header: z.string(),
  samples: z.array(z.string()),
  /** Field that the tool would take it for; null: none. */
  suggested: z.string().nullable(),
});
export const mappingOffer = z.object({
  sheet: z.string().nullable(),
  headerRow: z.int(),
  recordKind: z.enum(['initiative', 'structure', 'organisation', 'area', 'population', 'assessment', 'stock']).nullable(),
  columns: z.array(mappingColumn),
  /** The saved mapping that was used; null: none. */
  saved: z.object({ id: z.string(), name: z.string() }).nullable(),
}).meta({ id: 'MappingOffer' });

/** What a raster holds. `people` and `peopleOutside` (in none of the areas where people are placed): whole people, null for friction. */
export const rasterSummary = z.object({
  kind: z.enum(rasterKinds.codes),
  crs: z.string(),
  width: count,
  height: count,
  /** West, south, east, north, EPSG:4326. */
  bounds: z.tuple([z.number(), z.number(), z.number(), z.number()]),
  /** Cells with a value; of friction, those around the loaded areas. */
  cellsKnown: count,
  min: z.number(),
  max: z.number(),
  year: z.int().nullable(),
  people: count.nullable(),
  peopleOutside: count.nullable(),
  /** Cells of the file along each side of a cell that is computed with; 1: as they are. */
  coarsened: count,
  /** Provinces where it has people. `before`: what is known of them without it; null: nothing. */
  provinces: z.array(z.object({ code: z.string(), name: z.string(), people: count, before: count.nullable() })),
}).meta({ id: 'RasterSummary' });

/** The dry run of one file, and what became of it. `rows = accepted + unchanged + refused`, always; `accepted` rows bring something new or changed. */
export const importAnswer = z.object({
  id: z.string(),
  state: z.enum(importStates),
  progress: z.object({ step: z.enum(['read', 'check', 'save', 'place']), done: count, total: count.nullable() }).nullable(),
  fileName: z.string(),
  profile: z.enum(profileNames).nullable(),
  /** How sure the tool is of the profile. */
  certainty: z.enum(['chosen', 'sure', 'likely', 'saved', 'none']),
  container: z.string().nullable(),
  sheet: z.string().nullable(),
  /** All sheets with content, where one has to be chosen. */
  sheets: z.array(z.string()),
  source: z.string(),
  reportedOn: isoDate.nullable(),
  rows: count,
  accepted: count,
  unchanged: count,
  refused: count,
  /** Rows that repeat an earlier row of the file; they are among the unchanged. */
  repeated: count,
  /** Records by kind: what would be stored anew, what would change. */
  records: z.array(z.object({ recordKind: z.enum(recordKinds), added: count, changed: count, unchanged: count })),
  issueGroups: z.array(z.object({ code: z.string(), severity: z.enum(['error', 'warning', 'info']), message: words, count })),
  /** The same over all rows, counted by code, column and value; the most frequent are listed, `errors` and `others` (warnings and notes) count all such groups. */
  issuesByValue: z.object({ errors: count, others: count, listed: z.array(issueOfValue) }),
  /** The first 100. All of them: `GET /api/imports/:id/issues?format=csv`. */
  issues: z.array(importIssue),
  /** Null: the file is no raster, or it is refused, or only the history knows it. */
  raster: rasterSummary.nullable(),
  preview: importPreview,
  questions: z.array(importQuestion),
  missing: z.object({ count, records: z.array(missingRecord), closed: z.boolean() }),
  /** Columns to map by hand where no profile fits, or as they were mapped. */
  mapping: mappingOffer.nullable(),
  dataVersion: count,
  appliedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
  /** False: the bytes are gone, and the file has to be sent again to be applied. */
  canApply: z.boolean(),
  besideExercise: z.boolean(),
}).meta({ id: 'ImportAnswer' });
export type ImportAnswer = z.infer<typeof importAnswer>;

/** One line of the history: every file that was applied, by whichever way, newest first; and those that wait. */
export const importListItem = importAnswer.pick({ id: true, state: true, fileName: true, profile: true, source: true, reportedOn: true, rows: true, accepted: true, unchanged: true, refused: true, appliedAt: true, undoneAt: true }).extend({ exercise: z.boolean() });
export const importsAnswer = z.object({ items: z.array(importListItem) });

/** Multipart fields beside `file`, and the body of `POST /api/imports/:id/options`, which reads the file again. All may be left out. */
export const importOptionsBody = z.object({
  profile: z.enum(profileNames).optional(),
  sheet: z.string().min(1).optional(),
  areaType: z.enum(areaTypes.codes).optional(),
  province: z.string().min(1).optional(),
  reportedOn: isoDate.optional(),
  source: z.string().min(1).optional(),
}).strict();

/** `POST /api/imports/:id/mapping`: which field each column is (by index); saved under a name if one is given. Reads the file again. */
export const importMappingBody = z.object({
  recordKind: mappingOffer.shape.recordKind.unwrap(),
  columns: z.record(z.string().regex(/^\d+$/), z.string()),
  saveAs: z.string().min(1).max(120).nullable(),
}).strict();

/** `GET /api/mappings`: mappings that people saved, the newest first; `DELETE /api/mappings/:id` forgets one. */
export const mappingsAnswer = z.object({
  items: z.array(z.object({ id: z.string(), name: z.string(), signature: z.string(), recordKind: mappingOffer.shape.recordKind.unwrap(), columns: z.record(z.string(), z.string()) })),
});

/** `POST /api/imports/:id/answers`: the person's answers to questions; they are remembered, and the file is read again. `candidateId` null: none of these. */
export const importAnswersBody = z.object({ answers: z.array(z.object({ questionId: z.string(), candidateId: z.string().nullable() })).min(1) }).strict();

/** `POST /api/imports/:id/apply`. `acceptPartial`: take the good rows and leave the refused ones. `complete`: the partner says that the file is complete, so what is missing from it is closed. */
export const importApplyBody = z.object({ acceptPartial: z.boolean().default(false), complete: z.boolean().default(false) }).strict();

/** `POST /api/imports/:id/undo`. Where later edits touched the same records the answer is 409 with them; `keep` then takes back everything else. */
export const importUndoBody = z.object({ laterChanges: z.enum(['ask', 'keep']).default('ask') }).strict();

/** Part of the 409 of an undo. */
export const undoConflict = z.object({ recordKind: z.enum(recordKinds), label: z.string(), laterFile: z.string(), laterAt: z.string(), why: z.enum(['changedLater', 'usedLater']) });

/** `GET /api/matches`: pairs that may be one, each with its reasons and its verdict. */
export const matchItem = z.object({
  id: z.string(),
  kind: z.enum(['structure', 'organisation']),
  state: z.enum(['open', 'joined', 'apart']),
  /** Who joined or separated: the tool (`rule`), or a person. */
  by: z.enum(['rule', 'person']).nullable(),
  score: z.number().min(0).max(1),
  reasons: z.array(z.string()),
  distanceKm: z.number().nullable(),
  /** The one that stays visible first. */
  sides: z.tuple([z.object({ id: z.string(), label: z.string(), type: z.string(), area: z.string().nullable(), lngLat: lngLat.nullable(), source: z.string() }), z.object({ id: z.string(), label: z.string(), type: z.string(), area: z.string().nullable(), lngLat: lngLat.nullable(), source: z.string() })]),
  decision: z.object({ verdict: z.enum(['same', 'different']), reason: z.string(), decidedBy: z.string(), decidedOn: isoDate }).nullable(),
}).meta({ id: 'MatchItem' });
export const matchesAnswer = z.object({ items: z.array(matchItem), total: count, nextCursor: z.string().nullable() });
export type MatchItem = z.infer<typeof matchItem>;

/** `POST /api/matches/:id`: the verdict; the same call with the other verdict takes it back. Nothing is lost: both records stay, one under the other. */
export const matchVerdictBody = z.object({ verdict: z.enum(['same', 'different']), reason: z.string().max(500).default(''), decidedBy: z.string().min(1).max(120) }).strict();

/** `GET /api/reporting?month=2025-05`: one line per organisation that has reported or acts. */
export const reportingItem = z.object({
  organisationId: z.string(),
  name: z.string(),
  acronym: z.string().nullable(),
  /** Initiatives that are open at the end of the month. */
  openInitiatives: count,
  reportedRows: count,
  lastReportedOn: isoDate.nullable(),
  /** Null: never reported with a date. */
  daysOld: count.nullable(),
  state: z.enum(['reported', 'late', 'never']),
}).meta({ id: 'ReportingItem' });
export const reportingAnswer = z.object({ month: z.string(), dataVersion: count, exercise: z.boolean(), organisations: z.array(reportingItem) });

/** `GET /api/presence`: one row per organisation, sector, area and period, as HDX HAPI counts operational presence. */
export const presenceItem = z.object({
  locationCode: z.string().nullable(),
  admin1Code: z.string().nullable(), admin1Name: z.string().nullable(),
  admin2Code: z.string().nullable(), admin2Name: z.string().nullable(),
  healthZoneCode: z.string().nullable(), healthZoneName: z.string().nullable(),
  orgAcronym: z.string().nullable(), orgName: z.string(), orgType: z.string(),
  /** In the words of the source; null: it names none. */
  sector: z.string().nullable(),
  periodStart: isoDate.nullable(), periodEnd: isoDate.nullable(),
  initiatives: count,
}).meta({ id: 'PresenceItem' });
export const presenceAnswer = z.object({ dataVersion: count, exercise: z.boolean(), level: z.string(), total: count, items: z.array(presenceItem), nextCursor: z.string().nullable() });
export type PresenceItem = z.infer<typeof presenceItem>;
export type ReportingItem = z.infer<typeof reportingItem>;
