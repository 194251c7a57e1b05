import fc from 'fast-check';
import type { AreaRecord, AssessmentRecord, InitiativeRecord, OrganisationRecord, StructureRecord } from '#domain/records';
import { initiativeKinds, initiativeStatuses, targetGroups, topics, workingGroupDomains } from '#domain/vocabularies/initiatives';
import { organisationTypes } from '#domain/vocabularies/organisations';
import { availabilities, barriers, cadres, functionalityLevels, ownerships, presences, services, stockItems, structureTypes, tiers } from '#domain/vocabularies/structures';
import { withoutPersonalData } from '#interchange/free-text-privacy';
import type { AreaInTable } from '#interchange/write-record-cells';

/** Records as a table can say them: hostile texts included, personal data not, for they do not come in. */

/** Areas of two provinces. One name stands twice, one holds brackets, one a separator. */
export const AREAS: readonly AreaInTable[] = [
  { type: 'province', code: 'CD61', name: 'Nord-Kivu', parentCode: 'CD' },
  { type: 'province', code: 'CD62', name: 'Sud-Kivu', parentCode: 'CD' },
  { type: 'territory', code: 'CD6101', name: 'Nyiragongo', parentCode: 'CD61' },
  { type: 'healthZone', code: 'CD6101ZS01', name: 'Goma (ville)', parentCode: 'CD61' },
  { type: 'healthZone', code: 'CD6101ZS02', name: 'Kilima; haut', parentCode: 'CD61' },
  { type: 'healthZone', code: 'CD6201ZS01', name: 'Goma (ville)', parentCode: 'CD62' },
  { type: 'healthArea', code: 'CD6101ZS01AS01', name: 'Mabanga', parentCode: 'CD6101ZS01' },
];

const sign = fc.oneof({ weight: 4, arbitrary: fc.constantFrom('a', 'b', 'c', 'é', ' ', 'ñ', 'œ') }, { weight: 3, arbitrary: fc.constantFrom('"', ';', '\\', ',', '=', '+', '-', '@', "'", '’', '\u202f', '𐍈', '👩🏾‍⚕️', '<', '&', '(', ')', '|', ':', '/', '#', '%', '_x0041_', '0') });
/** `n/a` and the like in a cell say that there is nothing. */
const isNothing = (value: string): boolean => value.normalize('NFD').replace(/[^a-z]/gi, '').toLowerCase() === 'na';
const isKept = (value: string): boolean => value !== '' && /\p{L}/u.test(value) && !isNothing(value) && withoutPersonalData(value).found.length === 0;
/** One line, without a space at its ends or two together. */
export const text = fc.array(sign, { minLength: 1, maxLength: 12 }).map((signs) => signs.join('').replace(/\s+/g, ' ').trim()).filter(isKept);
const lines = fc.array(text, { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n'));
const nullable = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const count = nullable(fc.integer({ min: 0, max: 1_000_000 }));
const amount = fc.oneof(fc.double({ min: 0, max: 1e12, noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, 1e-7, 0.1, 1234.56)).map((value) => value + 0);
const date = fc.integer({ min: 0, max: 20_000 }).map((day) => new Date(Date.UTC(1990, 0, 1 + day)).toISOString().slice(0, 10));
const id = fc.string({ unit: fc.constantFrom('a', 'b', 'z', '0', '1', '9', '-', '_'), minLength: 1, maxLength: 8 });
const some = <T extends string>(codes: readonly T[], minLength = 0) => fc.uniqueArray(fc.constantFrom(...codes), { minLength, maxLength: 3 });
const provenance = { source: text, sourceRow: fc.constant(null) };

const organisation = (role: InitiativeRecord['organisations'][number]['role']) =>
  fc.record({ role: fc.constant(role), organisation: fc.record({ name: text, acronym: nullable(text), type: fc.constantFrom(...organisationTypes.codes), typeAsGiven: fc.constant(null) }) });
const organisations = fc
  .tuple(fc.array(organisation('implementing'), { minLength: 1, maxLength: 3 }), fc.array(organisation('programming'), { maxLength: 1 }), fc.array(organisation('funder'), { maxLength: 2 }))
  .map((byRole) => byRole.flat());
const people = fc.record({ women: count, men: count, girls: count, boys: count, total: count });
const period = fc.tuple(nullable(date), nullable(date)).map(([a, b]) => (a !== null && b !== null && b < a ? { start: b, end: a } : { start: a, end: b }));

export const initiative: fc.Arbitrary<InitiativeRecord> = fc
  .record({
    scheme: fc.constant('test'), externalId: id, title: text, description: nullable(lines),
    kinds: some(initiativeKinds.codes, 1).map((kinds) => kinds.map((kind) => ({ kind, confidence: 'stated' as const, rule: null, words: [] }))),
    topic: fc.constantFrom(...topics.codes), topicWords: fc.constant<never[]>([]), toReview: fc.constant(false), domain: fc.constantFrom(...workingGroupDomains.codes), targetGroups: some(targetGroups.codes), targetGroupsAsGiven: fc.constant(null),
    organisations, areaCodes: fc.uniqueArray(fc.constantFrom(...AREAS.map(({ code }) => code)), { minLength: 1, maxLength: 3 }), sectorAsGiven: nullable(text), announced: some(services.codes), period,
    status: fc.constantFrom(...initiativeStatuses.codes), statusAsGiven: fc.constant(null), reportedOn: date, targeted: people, reached: people, budget: nullable(amount), currency: nullable(fc.constantFrom('USD', 'CDF')),
    tier: fc.constantFrom(...tiers.codes), ...provenance,
  })
  .map(({ period: dates, announced, ...rest }) => ({ ...rest, ...dates, ...(announced.length === 0 ? {} : { announcedServices: announced }) }));

const coordinate = (limit: number) => fc.double({ min: -limit, max: limit, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
/** By code, with the name of the source; by name only; or not at all. */
const declared = fc.oneof(fc.constantFrom(...AREAS).map(({ code, name }) => ({ areaCode: code, areaName: name })), fc.constant({ areaCode: null, areaName: 'Nord Kivu' }), fc.constant({ areaCode: null, areaName: null }));

export const structure: fc.Arbitrary<StructureRecord> = fc
  .record({
    scheme: fc.constant('test'), externalId: id, name: text, type: fc.constantFrom(...structureTypes.codes), typeAsGiven: fc.constant(null), ownership: fc.constantFrom(...ownerships.codes),
    lngLat: nullable(fc.tuple(coordinate(180), coordinate(90))), declared, tier: fc.constantFrom(...tiers.codes), supportedBy: fc.uniqueArray(text, { maxLength: 3 }), ...provenance,
  })
  .map(({ declared: area, ...rest }) => ({ ...rest, ...area }))
  // Without a place a structure is refused.
  .map((record) => (record.lngLat === null && record.areaName === null ? { ...record, areaName: 'Nord Kivu' } : record));

const training = fc
  .record({ service: fc.constant('cmr' as const), cadre: fc.constantFrom(...cadres.codes), number: count, women: count, men: count, trainedOn: nullable(date), protocolVersion: nullable(text) })
  .filter(({ number, women, men, trainedOn, protocolVersion }) => [number, women, men, trainedOn, protocolVersion].some((value) => value !== null));
/** Services and cadres in the order of their lists: a table has no other. */
const inListOrder = <T>(items: readonly T[], codes: readonly string[], codeOf: (item: T) => string): T[] => [...items].sort((a, b) => codes.indexOf(codeOf(a)) - codes.indexOf(codeOf(b)));
const finding = fc.record({ service: fc.constantFrom(...services.codes), availability: fc.constantFrom(...availabilities.codes), barriers: some(barriers.codes) });

export const assessment: fc.Arbitrary<AssessmentRecord> = fc.record({
  externalId: id, structureScheme: fc.constant('test'), structureExternalId: id, assessedOn: date, assessedBy: nullable(text), functionality: fc.constantFrom(...functionalityLevels.codes), accessibility: fc.constantFrom(...functionalityLevels.codes),
  protocol: fc.constantFrom(...presences.codes), privateRoom: fc.constantFrom(...presences.codes), referralPath: fc.constantFrom(...presences.codes),
  services: fc.uniqueArray(finding, { selector: ({ service }) => service, maxLength: 3 }).map((found) => inListOrder(found, services.codes, ({ service }) => service)),
  trainedStaff: fc.array(training, { maxLength: 3 }).map((found) => inListOrder(found, cadres.codes, ({ cadre }) => cadre)),
  stockLines: fc.constant<never[]>([]), ...provenance,
});

const line = fc.record({ item: fc.constantFrom(...stockItems.codes), batch: nullable(text), quantity: fc.integer({ min: 0, max: 9999 }), expiry: nullable(date), countedOn: date });
export const stockCount: fc.Arbitrary<AssessmentRecord> = fc
  .tuple(assessment, fc.uniqueArray(line, { selector: (one) => JSON.stringify(one), minLength: 1, maxLength: 4 }))
  .map(([record, stockLines]) => ({
    ...record, assessedOn: stockLines[0]?.countedOn ?? record.assessedOn, functionality: 'unknown', accessibility: 'unknown', protocol: 'unknown', privateRoom: 'unknown', referralPath: 'unknown', services: [], trainedStaff: [], stockLines,
  }));

export const organisationRecord: fc.Arbitrary<OrganisationRecord> = fc.record({
  name: text, acronym: nullable(text), type: fc.constantFrom(...organisationTypes.codes), typeAsGiven: fc.constant(null), aliases: fc.uniqueArray(text, { maxLength: 3 }), ...provenance,
});

/** Without outlines: a table has none. */
export const area: fc.Arbitrary<AreaRecord> = fc
  .record({
    area: fc.constantFrom(...AREAS), name: text, population: nullable(fc.record({ value: fc.integer({ min: 0, max: 1e9 }), year: nullable(fc.integer({ min: 1950, max: 2030 })), source: text })),
    codes: fc.dictionary(fc.constantFrom('dhis2', 'snis', 'msf'), text.filter((code) => !code.includes('=') || !code.startsWith('='))), valid: period, ...provenance,
  })
  .map(({ area: { type, code, parentCode }, valid: { start, end }, ...rest }) => ({ type, code, parentCode, geometry: null, validFrom: start, validTo: end, ...rest }));
