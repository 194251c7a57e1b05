import { issue, type Issue } from '#domain/issue';
import { noCounts, type InitiativeRecord } from '#domain/records';
import { assignKinds, type ActivityReading } from '../assign-kinds';
import { cellText, isMonthAlone, numericDate, parseAmount, parseDate, parseWhole, type Cell } from '../cell-values';
import { whyWithheld } from '../comment-privacy';
import { REMOVED, withoutContacts, withoutPersonalData } from '../free-text-privacy';
import { dateOrderOf } from '../date-order';
import type { AreaClaim } from '../read-result';
import { digestOf, type ProfileReading, type ReadContext, type RowDraft } from '../row-draft';
import { cellAt, cellsByHeader, textAt, type Table, type TableRow } from '../table';
import { unreadColumns } from '../unread-columns';
import { fundersOf } from './funders';
import { findOcha3wColumns, type Ocha3wColumns } from './ocha-3w-columns';
import { domainOf, organisationTypeOf, statusOf, targetGroupsOf } from './ocha-3w-terms';
import { draftRows } from './table-rows';

type Organisation = InitiativeRecord['organisations'][number];

const MAX_READINGS = 2000;

/** One row of the sheet, with what is found wrong in it. */
interface RowReading {
  readonly table: Table;
  readonly row: TableRow;
  readonly columns: Ocha3wColumns;
  readonly issues: Issue[];
  /** What the rules made of a text before: projects repeat theirs in every zone. */
  readonly readings: Map<string, ActivityReading>;
}

/** Initiatives of an OCHA 3W: one row, one initiative. Kinds come from the rule table alone. Which areas exist is checked where they are known. */
export function readOcha3w(table: Table, context: ReadContext): ProfileReading {
  const columns = findOcha3wColumns(table.keys);
  const readings = new Map<string, ActivityReading>();
  return { fileIssues: unreadColumns(table, Object.values(columns)), rows: draftRows(table, (row) => initiativeDraft({ table, row, columns, issues: [], readings }, context)) };
}

function report(reading: RowReading, code: Issue['code'], severity: Issue['severity'], field: keyof Ocha3wColumns, expected: string | null = null): void {
  const column = reading.columns[field];
  reading.issues.push(issue(code, severity, { row: reading.row.row, column: reading.table.headers[column] ?? null, value: textAt(reading.row, column), expected }));
}

/** A text that somebody wrote, without contacts and names of persons; that something was taken out is said once a field. */
function freeText(reading: RowReading, field: 'title' | 'comment'): string | null {
  const given = textAt(reading.row, reading.columns[field])?.replace(/[ \t]+/g, ' ') ?? null;
  if (given === null) return null;
  const { text: kept, found } = withoutPersonalData(given);
  if (found.length > 0) reading.issues.push(issue('personalDataDropped', 'warning', { row: reading.row.row, column: reading.table.headers[reading.columns[field]] ?? null, expected: found.join(', ') }));
  return kept;
}

const text = ({ row, columns }: RowReading, field: keyof Ocha3wColumns): string | null => textAt(row, columns[field])?.replace(/\s+/g, ' ') ?? null;

function initiativeDraft(reading: RowReading, context: ReadContext): RowDraft {
  const { row, columns, table, issues } = reading;
  const fingerprint = digestOf(row.cells.map((cell: Cell) => cellText(cell)).join('\u001f').replace(/\u001f+$/, ''));
  const comment = commentOf(reading);
  const cluster = text(reading, 'cluster');
  const title = freeText(reading, 'title')?.replace(/\s+/g, ' ') ?? null;
  const activity = activityOf(reading, cluster, title ?? '', comment);
  if (activity.toReview) issues.push(issue('kindsToReview', 'warning', { row: row.row, column: table.headers[columns.title] ?? null, value: activity.reviewWords.join(', ') || null }));
  const withheld = comment !== null && isWithheld(reading, comment);
  const areaClaims = areaClaimsOf(reading);
  // The finest area that the row names decides; where it has no code, the import service finds it by its name within the coarser ones.
  const [finest] = areaClaims;
  if (finest === undefined) report(reading, 'areaMissing', 'error', columns.zoneCode >= 0 ? 'zoneCode' : 'provinceCode', 'P-code');
  const given = text(reading, 'targetGroup');
  const record: InitiativeRecord = {
    scheme: 'ocha3w',
    externalId: fingerprint,
    title: titleOf(reading, title, cluster),
    description: withheld ? null : comment,
    // Words of a comment that is not kept must not tell what it told.
    kinds: activity.kinds.map((assignment) => ({ ...assignment, words: assignment.words.filter((words) => !withheld || whyWithheld(words) === null) })),
    topic: activity.topic,
    topicWords: [...activity.topicWords],
    toReview: activity.toReview,
    domain: domainOf(activity.kinds.map(({ kind }) => kind), activity.topic),
    targetGroups: targetGroups(reading, given),
    targetGroupsAsGiven: given === '0' ? null : given,
    organisations: organisationsOf(reading),
    areaCodes: finest === undefined || finest.code === null ? [] : [finest.code],
    sectorAsGiven: cluster,
    ...periodOf(reading),
    ...statusFields(reading),
    reportedOn: context.reportedOn,
    targeted: { ...noCounts, total: peopleOf(reading) },
    reached: noCounts,
    budget: budgetOf(reading),
    // The workbook does not say in which currency its budgets are.
    currency: null,
    tier: 'public',
    source: context.source,
    sourceRow: row.row,
  };
  return { row: row.row, records: [{ kind: 'initiative', record, idFromContent: true }], issues, areaClaims, fingerprint, cells: () => cellsByHeader(table, row) };
}

function activityOf(reading: RowReading, cluster: string | null, title: string, comment: string | null): ActivityReading {
  const said = { cluster, title, comment };
  const key = JSON.stringify(said);
  const activity = reading.readings.get(key) ?? assignKinds(said);
  // A long list of different texts need not stand in memory.
  if (reading.readings.size >= MAX_READINGS) reading.readings.clear();
  reading.readings.set(key, activity);
  return activity;
}

function titleOf(reading: RowReading, title: string | null, cluster: string | null): string {
  if (title !== null) return title;
  report(reading, 'valueMissing', 'warning', 'title');
  return text(reading, 'projectId') ?? cluster ?? 'Sans titre';
}

/** A comment that says something; numbers, `RAS` and `idem` do not. */
function commentOf(reading: RowReading): string | null {
  const comment = freeText(reading, 'comment');
  return comment === null || /^(?:[\d\s.,-]*|r\.?a\.?s\.?|idem|none|néant|n\/a)$/i.test(comment) ? null : comment;
}

/** Kinds are read from the comment, but what speaks of cases is not kept. */
function isWithheld(reading: RowReading, comment: string): boolean {
  const why = whyWithheld(comment);
  if (why === null) return false;
  // The value is left out on purpose: the issue travels further than the file.
  reading.issues.push(issue('textWithheld', 'warning', { row: reading.row.row, column: reading.table.headers[reading.columns.comment] ?? null, expected: why }));
  return true;
}

function areaClaimsOf({ table, row, columns }: RowReading): AreaClaim[] {
  const levels = [
    ['healthZone', columns.zoneCode, columns.zoneName],
    ['territory', columns.territoryCode, columns.territoryName],
    ['province', columns.provinceCode, columns.provinceName],
  ] as const;
  return levels.flatMap(([level, codeColumn, nameColumn]) => {
    const code = textAt(row, codeColumn)?.toUpperCase() ?? null;
    const name = textAt(row, nameColumn);
    return code === null && name === null ? [] : [{ column: table.headers[code === null ? nameColumn : codeColumn] ?? '', code, name, level }];
  });
}

function targetGroups(reading: RowReading, given: string | null): InitiativeRecord['targetGroups'] {
  if (given === null || given === '0') return [];
  const { groups, complete } = targetGroupsOf(given);
  if (!complete) report(reading, 'valueNotInList', 'warning', 'targetGroup', groups.join(', ') || null);
  return groups;
}

/** Many organisations are named after a person: only contacts are taken out. */
function organisationName(reading: RowReading): string | null {
  const given = text(reading, 'organisation');
  if (given === null) return null;
  const { text: kept, found } = withoutContacts(given);
  if (found.length > 0) reading.issues.push(issue('personalDataDropped', 'warning', { row: reading.row.row, column: reading.table.headers[reading.columns.organisation] ?? null, expected: found.join(', ') }));
  return kept;
}

function organisationsOf(reading: RowReading): Organisation[] {
  const name = organisationName(reading);
  if (name === null) report(reading, 'valueMissing', 'error', 'organisation');
  const givenType = text(reading, 'organisationType');
  const acronym = text(reading, 'acronym');
  const type = givenType === null ? null : organisationTypeOf(givenType);
  if (givenType !== null && type === null) report(reading, 'valueNotInList', 'warning', 'organisationType');
  // A type that stands in the column of acronyms has slipped by one cell: it is no acronym.
  const slipped = type === null && acronym !== null ? organisationTypeOf(acronym) : null;
  const implementing = { name: name ?? '', acronym: slipped === null ? acronym : null, type: type ?? slipped ?? ('unknown' as const), typeAsGiven: type === null ? givenType : null };
  return [{ role: 'implementing', organisation: implementing }, ...fundersOf(withoutContacts(text(reading, 'donor') ?? '').text.replaceAll(REMOVED, '')).filter(({ name: donor }) => withoutPersonalData(donor).text !== REMOVED).map((organisation): Organisation => ({ role: 'funder', organisation }))];
}

function periodOf(reading: RowReading): Pick<InitiativeRecord, 'start' | 'end'> {
  const [start, end] = (['start', 'end'] as const).map((field) => {
    const cell = cellAt(reading.row, reading.columns[field]);
    const order = numericDate(cellText(cell)) === null ? 'dayFirst' : dateOrderOf(reading.table, reading.columns[field]);
    const parsed = parseDate(cell, { month: field === 'start' ? 'first' : 'last', order });
    if (parsed.ok && order === 'monthFirst') report(reading, 'dateMonthFirst', 'info', field, parsed.value);
    if (parsed.ok && isMonthAlone(cell)) report(reading, 'dateMonthAlone', 'info', field, parsed.value);
    if (parsed.ok) return parsed.value;
    report(reading, 'dateInvalid', 'error', field, 'JJ/MM/AAAA, YYYY-MM-DD');
    return null;
  });
  if (start !== undefined && start !== null && end !== undefined && end !== null && end < start) report(reading, 'endBeforeStart', 'error', 'end', `≥ ${start}`);
  return { start: start ?? null, end: end ?? null };
}

function statusFields(reading: RowReading): Pick<InitiativeRecord, 'status' | 'statusAsGiven'> {
  const given = text(reading, 'status');
  const status = given === null ? null : statusOf(given);
  if (given !== null && status === null) report(reading, 'valueNotInList', 'warning', 'status');
  return { status: status ?? 'unknown', statusAsGiven: given };
}

/**
 * People targeted. The column is required, so whoever does not know writes 0: an activity that targets nobody is none.
 * A zero is therefore not given, and counted as such, so that no overlap is called complementary on its strength.
 */
function peopleOf(reading: RowReading): number | null {
  const parsed = parseWhole(cellAt(reading.row, reading.columns.people));
  if (!parsed.ok) {
    report(reading, 'numberInvalid', 'error', 'people', '0, 1, 2 …');
    return null;
  }
  if (parsed.value !== 0) return parsed.value;
  report(reading, 'zeroNotGiven', 'info', 'people', '≥ 1');
  return null;
}

function budgetOf(reading: RowReading): number | null {
  const parsed = parseAmount(cellAt(reading.row, reading.columns.budget));
  if (!parsed.ok) {
    report(reading, 'numberInvalid', 'warning', 'budget', '≥ 0');
    return null;
  }
  return parsed.value === 0 ? null : parsed.value;
}
