import { issue, type Issue } from '#domain/issue';
import { caseDataFault } from './case-data';
import { caseDataInValues } from './case-values';
import { openContainer } from './containers/open-container';
import { readFeatures, type FeatureFile } from './containers/read-features';
import { isObject } from './containers/read-json';
import { coordinateFault, readAreas, recognisesAreas } from './profiles/areas';
import { analysisOfProperties, type AnalysisName } from './lists/analyses';
import { keysOfContainer, profileOfContainer, readContainer } from './profiles/exercise';
import { analysisOfSheet, chooseReading, chooseReadingOfTable, isOwnSheet, mappingFor } from './profiles/choose-profile';
import { templateMarker } from './fields/field-names';
import { ownListOfFeatures, readOwnFeatures } from './profiles/own-list';
import { templateKind } from './profiles/template';
import { offerMapping } from './profiles/mapped';
import { pointTable } from './profiles/point-table';
import { PROFILE_WORDS } from './profiles/table-profiles';
import { readHealthsites, recognisesHealthsites } from './profiles/structures-healthsites';
import { dhis2Keys, readDhis2, readDhis2Features, recognisesDhis2, recognisesDhis2Features } from './profiles/structures-dhis2';
import { personalResources, readFhir, recognisesFhir } from './profiles/structures-fhir';
import type { OnRows, ProfileName, ReadOptions, ReadResult } from './read-result';
import { reportDate } from './report-date';
import { accountForRows, emptySummary, shortened, unknownHead, type FileHead } from './row-account';
import type { ProfileReading, ReadContext } from './row-draft';
import { sourceOfName } from './source-of-name';
import { isFilledSheet, likelyTable, type Sheet, type Table } from './table';

export type { AreaClaim, FileSummary, IssueCount, OnRows, ProfileName, ReadOptions, ReadResult, RowResult } from './read-result';

/** A file that was recognised, ready to be read row by row; or refused, with what is known of it. */
interface Opened {
  readonly head: FileHead;
  readonly reading: ProfileReading;
}

/**
 * Reads one file: recognises its container by the first bytes and its profile by the content, and hands on every row
 * in batches of at most 500, in the order of the file. All file faults are found before the first row is handed on:
 * if `fileIssues` holds an error, `onRows` was never called.
 * Throws only for a broken invariant; bad input is answered as issues.
 */
export async function readFile(bytes: Uint8Array, options: ReadOptions, onRows: OnRows): Promise<ReadResult> {
  const { head, reading } = open(bytes, options);
  if (reading.fileIssues.some(({ severity }) => severity === 'error')) return { summary: emptySummary(head, reading.fileIssues), fileIssues: reading.fileIssues };
  return { summary: await accountForRows(head, reading.rows, onRows), fileIssues: reading.fileIssues };
}

const refused = (head: FileHead, ...faults: Issue[]): Opened => ({ head, reading: { fileIssues: faults.map(shortened), rows: [] } });
const isIssue = (value: object): value is Issue => 'severity' in value;

function open(bytes: Uint8Array, options: ReadOptions): Opened {
  const { on, from } = reportDate(options.reportedOn, options.fileName, null);
  const base: FileHead = { ...unknownHead(options.source ?? sourceOfName(options.fileName), on), reportedOnFrom: from };
  const content = openContainer(bytes, options.fileName, options.sheet);
  switch (content.kind) {
    case 'refused':
      return refused({ ...base, container: content.container, sheets: content.sheets }, content.issue);
    case 'sheets': {
      const date = reportDate(options.reportedOn, options.fileName, content.modifiedOn);
      return openSheets({ ...base, container: content.container, reportedOn: date.on, reportedOnFrom: date.from }, content.sheets, options);
    }
    case 'features':
      return openFeatures(base, content.file, options);
    case 'json':
      return openJson(base, content.value, options);
  }
}

/** One filled sheet is read; of several, the one that the options name, or the one that the tool wrote. No other sheet is left aside in silence. */
function openSheets(head: FileHead, sheets: readonly Sheet[], options: ReadOptions): Opened {
  const filled = sheets.filter(isFilledSheet);
  const named = { ...head, sheets: filled.flatMap(({ name }) => name ?? []) };
  const ours = options.sheet === undefined && options.mapping === undefined ? filled.filter(isOwnSheet) : [];
  const looked = ours.length === 1 ? ours : filled;
  // Case data in any sheet refuses the file, whichever sheet was asked for.
  for (const sheet of looked) {
    const fault = caseDataInSheet(sheet);
    if (fault) return refused(named, fault);
  }
  const names = sheets.map(({ name }) => name ?? '').join(', ');
  const chosen = options.sheet === undefined ? looked : sheets.filter(({ name }) => name === options.sheet);
  const only = onlyReadable(chosen, options);
  const [sheet, another] = only === null ? chosen : [only];
  if (sheet === undefined) return refused(named, options.sheet === undefined ? issue('fileEmpty', 'error') : issue('sheetMissing', 'error', { value: options.sheet, expected: names }));
  if (another !== undefined) return refused(named, issue('severalSheets', 'error', { value: filled.map(({ name }) => name).join(', '), expected: '--sheet' }));
  const analysis = analysisOfSheet(sheet);
  if (analysis !== null) return refused({ ...named, sheet: sheet.name }, notRecords(analysis));
  const found = chooseReading(sheet, options);
  if (found === null) return refusedTable({ ...named, sheet: sheet.name }, sheet, options);
  const dated = found.profile === 'ownList' ? withoutDate(named, options) : named;
  const known = { ...dated, sheet: sheet.name, columns: found.table.headers, tags: found.table.tags, mark: markOf(found.table), profile: found.profile, certainty: found.certainty, mapping: found.mapping };
  if (!found.table.rows.some(() => true)) return refused(known, issue('fileEmpty', 'error', { expected: '≥ 1' }));
  const reading = found.read(contextOf(known, options));
  if (only === null) return { head: known, reading };
  const aside = filled.filter((each) => each !== only).map(({ name }) => name).join(', ');
  return { head: known, reading: { ...reading, fileIssues: [issue('sheetsLeftAside', 'warning', { value: aside, expected: only.name }), ...reading.fileIssues] } };
}

/** Lists that a workbook of something else often has beside it. */
const OF_REFERENCE: ReadonlySet<ProfileName> = new Set(['areaTable', 'population', 'organisationAliases']);

/** Of several sheets the one that is recognised, where no other is: notes, lists of choices, repeated groups stand beside it. Null: a person has to say. */
function onlyReadable(sheets: readonly Sheet[], options: ReadOptions): Sheet | null {
  if (sheets.length < 2) return null;
  const readable = sheets.flatMap((sheet) => {
    const found = chooseReading(sheet, options);
    return found?.table.rows.some(() => true) === true ? [{ sheet, profile: found.profile }] : [];
  });
  const [first, second] = readable;
  if (first === undefined || second !== undefined) return null;
  return OF_REFERENCE.has(first.profile) && first.sheet !== sheets[0] ? null : first.sheet;
}

/** What the tool worked out from records is not read as records, whatever mapping is asked for. */
const notRecords = (analysis: AnalysisName): Issue => issue('analysisNotRecords', 'error', { value: analysis });

/** The day on which a list was taken out of the tool is not one on which anybody reported. */
const withoutDate = (head: FileHead, { reportedOn }: ReadOptions): FileHead => (reportedOn === undefined ? { ...head, reportedOn: null, reportedOnFrom: null } : head);

/** A table that nothing recognises: its columns are offered for mapping. */
function refusedTable(head: FileHead, sheet: Sheet, options: ReadOptions): Opened {
  const table = likelyTable(sheet);
  const tags = (table.tags ?? []).filter((tag) => tag !== null);
  const known = { ...head, columns: table.headers, mapping: mappingFor(sheet) };
  if (tags.length > 0 && options.profile === undefined) return refused(known, issue('hxlKindUnknown', 'error', { value: tags.join(', ') }));
  return refused(known, issue('profileUnknown', 'error', { value: table.headers.join(', '), expected: options.profile ?? PROFILE_WORDS }));
}

function caseDataInSheet(sheet: Sheet): Issue | null {
  const chosen = chooseReading(sheet, { fileName: '' });
  const table = chosen?.table ?? likelyTable(sheet);
  return caseDataFault(table.headers, chosen?.facilities, table.tags) ?? caseDataInValues(table, chosen?.facilities);
}

/** The mark of a template of ours; null: the table is none. */
function markOf(table: Table): string | null {
  const kind = templateKind(table);
  return kind === null ? null : templateMarker(kind);
}

const certaintyOf = ({ profile }: ReadOptions): FileHead['certainty'] => (profile === undefined ? 'sure' : 'chosen');
const contextOf = (head: FileHead, options: ReadOptions): ReadContext => ({ options, source: head.source, reportedOn: head.reportedOn });

function openJson(head: FileHead, json: unknown, options: ReadOptions): Opened {
  const profile = profileOfContainer(json);
  if (profile !== null && isObject(json)) {
    const source = typeof json['source'] === 'string' ? json['source'] : head.source;
    const known: FileHead = { ...head, container: 'json', profile, certainty: 'sure', source, columns: keysOfContainer(json) };
    const fault = caseDataFault(known.columns);
    return fault ? refused(known, fault) : { head: known, reading: readContainer(json) };
  }
  const register = openRegister(head, json, options);
  if (register !== null) return register;
  const file = readFeatures(json, options.sheet);
  if (file === null) return refused({ ...head, container: 'json' }, issue('profileUnknown', 'error', { value: isObject(json) ? Object.keys(json).slice(0, 20).join(', ') : null, expected: PROFILE_WORDS }));
  return isIssue(file) ? refused(head, file) : openFeatures(head, file, options);
}

/** Registers of health units in JSON. Telephone numbers of facilities in them are public, and never read. Null: it is none. */
function openRegister(head: FileHead, json: unknown, options: ReadOptions): Opened | null {
  const wanted = (profile: ProfileName): boolean => (options.profile ?? profile) === profile;
  const certainty = certaintyOf(options);
  if (recognisesFhir(json) && wanted('structuresFhir')) {
    const known: FileHead = { ...head, container: 'json', profile: 'structuresFhir', certainty };
    const fault = personalResources(json);
    return fault ? refused(known, fault) : { head: known, reading: readFhir(json, contextOf(known, options)) };
  }
  if (recognisesDhis2(json) && wanted('structuresDhis2')) {
    const known: FileHead = { ...head, container: 'json', profile: 'structuresDhis2', certainty, columns: dhis2Keys(json) };
    const fault = caseDataFault(known.columns, true);
    return fault ? refused(known, fault) : { head: known, reading: readDhis2(json, contextOf(known, options)) };
  }
  return null;
}

function openFeatures(head: FileHead, file: FeatureFile, options: ReadOptions): Opened {
  const columns = [...new Set(file.features.flatMap(({ properties }) => Object.keys(properties)))];
  const known: FileHead = { ...head, container: file.container, sheet: file.layer, columns };
  const context = contextOf(known, options);
  const analysis = analysisOfProperties(columns);
  if (analysis !== null) return refused(known, notRecords(analysis));
  const ours = options.profile === undefined || options.profile === 'ownList' ? ownListOfFeatures(file) : null;
  const sites = recognisesHealthsites(file);
  const units = !sites && recognisesDhis2Features(file);
  const fault = caseDataFault(columns, sites || units);
  if (fault) return refused(known, fault);
  if (file.features.length === 0) return refused(known, issue('fileEmpty', 'error', { expected: '≥ 1' }));
  if (ours !== null) return { head: { ...withoutDate(known, options), profile: 'ownList', certainty: certaintyOf(options) }, reading: readOwnFeatures(ours, file, { ...context, reportedOn: options.reportedOn ?? null }) };
  if (sites && (options.profile ?? 'structuresHealthsites') === 'structuresHealthsites') return { head: { ...known, profile: 'structuresHealthsites', certainty: certaintyOf(options) }, reading: readHealthsites(file, context) };
  if (units && (options.profile ?? 'structuresDhis2') === 'structuresDhis2') return { head: { ...known, profile: 'structuresDhis2', certainty: certaintyOf(options) }, reading: readDhis2Features(file, context) };
  if (recognisesAreas(file, context) && (options.profile ?? 'areas') === 'areas') return { head: { ...known, profile: 'areas', certainty: certaintyOf(options) }, reading: readAreas(file, context) };
  return openPoints(known, file, options);
}

/** Points that no profile of features knows: their properties are a table. */
function openPoints(known: FileHead, file: FeatureFile, options: ReadOptions): Opened {
  const table = pointTable(file);
  const fault = coordinateFault(file, () => null) ?? (table === null ? null : caseDataInValues(table));
  if (fault !== null) return refused(known, fault);
  const found = table === null ? null : chooseReadingOfTable(table, options);
  if (found !== null) return { head: { ...known, profile: found.profile, certainty: found.certainty, mapping: found.mapping }, reading: found.read(contextOf(known, options)) };
  return refused({ ...known, mapping: table === null ? null : offerMapping(table) }, issue('profileUnknown', 'error', { value: known.columns.join(', '), expected: options.profile ?? PROFILE_WORDS }));
}
