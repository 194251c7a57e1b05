import { checkAssessment } from '#domain/entry-checks/check-assessment';
import type { Service, StockItem } from '#domain/records';
import { services, stockItems, type availabilities, type barriers, type cadres, type functionalityLevels, type presences } from '#domain/vocabularies/structures';
import type { Entry, EntryStart } from '../../api/entries';
import { lacking, reading, unreadable, type Reading } from '../forms/reading';
import type { Sourced } from '../forms/entry-frame';
import { readCount, readText, writeCount } from '../forms/typed';

type CodeOf<List extends { readonly codes: readonly string[] }> = List['codes'][number];
export type Level = CodeOf<typeof functionalityLevels>;
export type Presence = CodeOf<typeof presences>;
export type Barrier = CodeOf<typeof barriers>;
export type AssessmentEntry = Extract<Entry, { kind: 'assessment' }>;

export interface TypedStaff {
  readonly cadre: CodeOf<typeof cadres>;
  readonly number: string;
  readonly women: string;
  readonly men: string;
  readonly trainedOn: string;
  readonly protocolVersion: string;
}
export interface TypedBatch {
  readonly batch: string;
  readonly quantity: string;
  readonly expiry: string;
}
/** Nobody looked; somebody looked and there is none; there is some, line by line. */
export interface Found<Line> {
  readonly state: 'unknown' | 'none' | 'some';
  readonly lines: readonly Line[];
}
export interface TypedService {
  readonly availability: CodeOf<typeof availabilities>;
  readonly barriers: readonly Barrier[];
}

export interface TypedAssessment extends Sourced {
  readonly assessedOn: string;
  readonly assessedBy: string;
  readonly functionality: Level;
  readonly accessibility: Level;
  readonly protocol: Presence;
  readonly privateRoom: Presence;
  readonly referralPath: Presence;
  readonly services: Readonly<Record<Service, TypedService>>;
  readonly staff: Readonly<Record<Service, Found<TypedStaff>>>;
  /** Empty: on the day of the assessment. */
  readonly countedOn: string;
  readonly stock: Readonly<Record<StockItem, Found<TypedBatch>>>;
}

const forEach = <Code extends string, Value>(codes: readonly Code[], value: Value): Record<Code, Value> => Object.fromEntries(codes.map((code) => [code, value])) as Record<Code, Value>;
const nothingFound = { state: 'unknown', lines: [] } as const;

export const blankStaff = (): TypedStaff => ({ cadre: 'nurse', number: '', women: '', men: '', trainedOn: '', protocolVersion: '' });
export const blankBatch = (): TypedBatch => ({ batch: '', quantity: '', expiry: '' });

/** Every answer begins as unknown: what was known last stands beside it, and becomes an answer only when somebody says so. */
export const blankAssessment = (today: string): TypedAssessment => ({
  source: '',
  assessedOn: today,
  assessedBy: '',
  functionality: 'unknown',
  accessibility: 'unknown',
  protocol: 'unknown',
  privateRoom: 'unknown',
  referralPath: 'unknown',
  services: forEach(services.codes, { availability: 'unknown', barriers: [] }),
  staff: forEach(services.codes, nothingFound),
  countedOn: '',
  stock: forEach(stockItems.codes, nothingFound),
});

/** How many lines of the record one answer gives. */
const linesOf = ({ state, lines }: Found<unknown>): number => (state === 'some' ? lines.length : state === 'none' ? 1 : 0);
const before = <Code extends string>(codes: readonly Code[], found: Readonly<Record<Code, Found<unknown>>>, code: Code): number => codes.slice(0, codes.indexOf(code)).reduce((sum, one) => sum + linesOf(found[one]), 0);

/** Where the lines of an answer begin among those of the record: remarks name them by that place. */
export const firstStaffLine = ({ staff }: TypedAssessment, service: Service): number => before(services.codes, staff, service);
export const firstStockLine = ({ stock }: TypedAssessment, item: StockItem): number => before(stockItems.codes, stock, item);

function staffLines({ staff }: TypedAssessment): AssessmentEntry['record']['trainedStaff'] {
  return services.codes.flatMap((service) => {
    const { state, lines } = staff[service];
    if (state === 'none') return [{ service, cadre: 'other' as const, number: 0, women: null, men: null, trainedOn: null, protocolVersion: null }];
    if (state === 'unknown') return [];
    return lines.map(({ cadre, number, women, men, trainedOn, protocolVersion }) => ({ service, cadre, number: readCount(number), women: readCount(women), men: readCount(men), trainedOn: readText(trainedOn), protocolVersion: readText(protocolVersion) }));
  });
}

function stockLines({ stock, countedOn, assessedOn }: TypedAssessment): AssessmentEntry['record']['stockLines'] {
  const counted = readText(countedOn) ?? assessedOn;
  return stockItems.codes.flatMap((item) => {
    const { state, lines } = stock[item];
    if (state === 'none') return [{ item, batch: null, quantity: 0, expiry: null, countedOn: counted }];
    if (state === 'unknown') return [];
    return lines.map(({ batch, quantity, expiry }) => ({ item, batch: readText(batch), quantity: readCount(quantity) ?? Number.NaN, expiry: readText(expiry), countedOn: counted }));
  });
}

/** The assessment as typed, as an entry. A service of which nothing is known is left out: it says nothing, and takes nothing back. */
export function readAssessment(typed: TypedAssessment, structureId: string, today: string): Reading {
  const { assessedOn, assessedBy, functionality, accessibility, protocol, privateRoom, referralPath } = typed;
  const record: AssessmentEntry['record'] = {
    assessedOn,
    assessedBy: readText(assessedBy),
    functionality,
    accessibility,
    protocol,
    privateRoom,
    referralPath,
    services: services.codes.flatMap((service) => (typed.services[service].availability === 'unknown' ? [] : [{ service, availability: typed.services[service].availability, barriers: [...typed.services[service].barriers] }])),
    trainedStaff: staffLines(typed),
    stockLines: stockLines(typed),
  };
  const quantities = stockItems.codes.flatMap((item) => (typed.stock[item].state === 'some' ? typed.stock[item].lines.map(({ quantity }, index): [string, string] => [`stockLines.${String(firstStockLine(typed, item) + index)}.quantity`, quantity]) : []));
  const missing = lacking({ assessedOn, ...Object.fromEntries(quantities) });
  const unread = unreadable({
    ...Object.fromEntries(record.trainedStaff.flatMap(({ number, women, men }, index) => [[`trainedStaff.${String(index)}.number`, number], [`trainedStaff.${String(index)}.women`, women], [`trainedStaff.${String(index)}.men`, men]])),
    ...Object.fromEntries(record.stockLines.map(({ quantity }, index) => [`stockLines.${String(index)}.quantity`, quantity])),
  }).filter(({ column }) => column === null || !missing.includes(column));
  // The form asks once on which day the stock was counted: what is wrong with that day is said there, once.
  const ruled = checkAssessment(record, { today }).map((one) => (one.column?.endsWith('.countedOn') === true ? { ...one, column: 'countedOn' } : one));
  return reading({ kind: 'assessment', structureId, record }, missing, unread, ruled);
}

/** What was known last, as an answer, and from where; null: nobody has said it. */
export interface KnownAnswer<Line> {
  readonly found: Found<Line>;
  readonly on: string;
  readonly source: string;
}

function known<Given extends { readonly on: string; readonly source: string }, Line>(given: readonly Given[], isNone: (one: Given) => boolean, typed: (one: Given) => Line): KnownAnswer<Line> | null {
  const newest = given.reduce<Given | null>((last, one) => (last === null || one.on > last.on ? one : last), null);
  if (newest === null) return null;
  return { found: given.every(isNone) ? { state: 'none', lines: [] } : { state: 'some', lines: given.map(typed) }, on: newest.on, source: newest.source };
}

/** Of the staff of a service, to be gone through line by line. */
export const staffKnown = ({ trainedStaff }: EntryStart, service: Service): KnownAnswer<TypedStaff> | null =>
  known(
    trainedStaff.filter((one) => one.service === service),
    ({ number }) => number === 0,
    ({ cadre, number, women, men, trainedOn, protocolVersion }) => ({ cadre, number: writeCount(number), women: writeCount(women), men: writeCount(men), trainedOn: trainedOn ?? '', protocolVersion: protocolVersion ?? '' }),
  );

/** Of an item, as it was counted then. */
export const stockKnown = ({ stockLines: counted }: EntryStart, item: StockItem): KnownAnswer<TypedBatch> | null =>
  known(
    counted.filter((one) => one.item === item),
    ({ quantity }) => quantity === 0,
    ({ batch, quantity, expiry }) => ({ batch: batch ?? '', quantity: String(quantity), expiry: expiry ?? '' }),
  );

export const PARTS = ['structure', 'services', 'staff', 'stock'] as const;

/** Of each part, how many questions have an answer and how many there are. */
export function answered(typed: TypedAssessment): Readonly<Record<(typeof PARTS)[number], { readonly done: number; readonly of: number }>> {
  const known = (values: readonly string[]) => ({ done: values.filter((value) => value !== 'unknown').length, of: values.length });
  return {
    structure: known([typed.functionality, typed.accessibility, typed.protocol, typed.privateRoom, typed.referralPath]),
    services: known(Object.values(typed.services).map(({ availability }) => availability)),
    staff: known(Object.values(typed.staff).map(({ state }) => state)),
    stock: known(Object.values(typed.stock).map(({ state }) => state)),
  };
}
