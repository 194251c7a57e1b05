import { normaliseName } from '#domain/normalise-name';
import type { ImportRecord, StructureClaim } from '#domain/import-records';
import type { AssessmentRecord, Service, StructureRecord, TrainedStaff } from '#domain/records';
import { availabilities, barriers, cadres, functionalityLevels, presences, services } from '#domain/vocabularies/structures';
import { parseDate, parseWhole, type Parsed } from '../cell-values';
import type { FieldRow } from './field-row';
import { digestOf } from '../row-draft';
import { givenId, onlyOf, type GivenId } from './given-id';
import type { FieldReading } from './initiative-fields';
import { lngLatOf, placeOf } from './place-fields';
import { structureTypeOf } from './structure-fields';
import { AVAILABILITY_WORDINGS, BARRIER_WORDINGS, LEVEL_WORDINGS, PRESENCE_WORDINGS, SERVICE_WORDINGS, wordedAs } from './wordings';

/** Which structure a row is about, and where it says that it is. */
export interface AboutStructure {
  readonly id: GivenId | null;
  /** Null where the id says it. */
  readonly claim: StructureClaim | null;
  /** The structure itself, where the row gives its position: it need not be known before. */
  readonly structure: StructureRecord | null;
  readonly areaClaims: FieldReading['areaClaims'];
}

/** The structure by its id; by name and position as a record of its own; else by name and place: the import service finds it. Neither: the row is refused. */
export function aboutStructure(row: FieldRow): AboutStructure {
  const id = givenId(row, 'structureId');
  if (id !== null) return { id, claim: null, structure: null, areaClaims: [] };
  const name = row.name('structureName');
  if (name === null) row.report('valueMissing', 'error', row.has('structureName') ? 'structureName' : 'structureId');
  const place = placeOf(row);
  const lngLat = lngLatOf(row);
  if (lngLat === null || name === null) return { id: null, claim: { name: name ?? '', areaCode: place.code, areaName: place.name, lngLat }, structure: null, areaClaims: place.claims };
  // Where a person stood is not to the metre the same twice: name and area make it the same structure on the next visit.
  const externalId = row.text('structureId') ?? digestOf({ name: normaliseName(name), areas: place.claims.map(({ code, name: area }) => code ?? area) });
  const structure: StructureRecord = {
    scheme: row.of.scheme, externalId, name, ...structureTypeOf(row, 'structureType'), ownership: 'unknown', lngLat: [lngLat[0], lngLat[1]],
    areaCode: place.code, areaName: place.name, tier: 'public', supportedBy: [], source: row.text('source') ?? row.of.context.source, sourceRow: row.row.row,
  };
  return { id: { scheme: structure.scheme, externalId }, claim: null, structure, areaClaims: place.claims };
}

/** What is saved of an assessment: what was found, and the structure where it is a record of its own. */
export function assessmentEntries(about: AboutStructure, record: AssessmentRecord, only: readonly (keyof AssessmentRecord)[] | null): ImportRecord[] {
  const entry: ImportRecord = { kind: 'assessment', record, ...(about.claim === null ? {} : { structureClaim: about.claim }), ...(only === null ? {} : { only }) };
  return about.structure === null ? [entry] : [{ kind: 'structure', record: about.structure }, entry];
}

/** What one row of an assessment says, before the rows of one assessment are put together. */
export interface AssessmentRow {
  readonly about: AboutStructure;
  readonly record: AssessmentRecord;
  readonly only: readonly (keyof AssessmentRecord)[] | null;
}

/**
 * An assessment from named fields: one row, or one row a service. An external id that the row does not give is made of the
 * day and of who assessed, so that the same one comes back on the next load. What is not asked or not answered is unknown.
 */
export function assessmentRow(row: FieldRow, externalId: string | null = null): AssessmentRow {
  const about = aboutStructure(row);
  // A list of one survey may say the day once, for the whole file.
  const assessedOn = row.has('assessedOn') ? row.date('assessedOn') : row.of.context.reportedOn;
  if (row.has('assessedOn')) row.requireKnown('assessedOn');
  else if (assessedOn === null) row.report('valueMissing', 'error', 'assessedOn', 'YYYY-MM-DD');
  const assessedBy = row.name('assessedBy');
  const given = row.text('id');
  const level = (name: string) => row.term(name, functionalityLevels, (text) => wordedAs(LEVEL_WORDINGS, text)) ?? 'unknown';
  const presence = (name: string) => row.term(name, presences, (text) => wordedAs(PRESENCE_WORDINGS, text)) ?? 'unknown';
  const record: AssessmentRecord = {
    externalId: given ?? externalId ?? assessmentId(row.of.scheme, assessedOn, assessedBy),
    structureScheme: about.id?.scheme ?? '',
    structureExternalId: about.id?.externalId ?? '',
    assessedOn: assessedOn ?? '',
    assessedBy,
    functionality: level('functionality'),
    accessibility: level('accessibility'),
    protocol: presence('protocol'),
    privateRoom: presence('privateRoom'),
    referralPath: presence('referralPath'),
    services: servicesOf(row),
    trainedStaff: trainedStaffOf(row),
    stockLines: [],
    source: row.text('source') ?? row.of.context.source,
    sourceRow: row.row.row,
  };
  return { about, record, only: given === null ? null : onlyOf<'assessment'>(row.of) };
}

/** What makes an assessment of a structure the same one on the next load: the day and who assessed. */
export const assessmentId = (scheme: string, on: string | null, by: string | null): string => [scheme, on ?? '', ...(by === null ? [] : [normaliseName(by)])].join(':');

type ServiceFinding = AssessmentRecord['services'][number];

function servicesOf(row: FieldRow): ServiceFinding[] {
  const wide = services.codes.map((service) => serviceFinding(row, service, `availability${cased(service)}`, `barriers${cased(service)}`)).filter((finding) => finding !== null);
  const named = row.term('service', services, (text) => wordedAs(SERVICE_WORDINGS, text));
  const long = named === null ? null : serviceFinding(row, named, 'availability', 'barriers');
  return long === null ? wide : [...wide.filter(({ service }) => service !== named), long];
}

function serviceFinding(row: FieldRow, service: Service, availabilityField: string, barrierField: string): ServiceFinding | null {
  const availability = row.term(availabilityField, availabilities, (text) => wordedAs(AVAILABILITY_WORDINGS, text));
  const found = row.terms(barrierField, barriers, (text) => wordedAs(BARRIER_WORDINGS, text));
  if (availability === null && found.length === 0) return null;
  return { service, availability: availability ?? 'unknown', barriers: found.slice(0, 3) };
}

const cased = (code: string): string => code.charAt(0).toUpperCase() + code.slice(1);

/** Trained staff by service and cadre: the i-th values of the parallel lists are one training. Numbers only. */
function trainedStaffOf(row: FieldRow): TrainedStaff[] {
  return services.codes.flatMap((service) =>
    cadres.codes.flatMap((cadre) => {
      const key = `${cased(service)}${cased(cadre)}`;
      const read = <T>(prefix: string, parse: (text: string | null) => Parsed<T>, expected: string): (T | null)[] =>
        row.texts(`${prefix}${key}`).map((text) => {
          const parsed = parse(text);
          if (parsed.ok) return parsed.value;
          row.report(prefix === 'trainedOn' ? 'dateInvalid' : 'numberInvalid', 'error', `${prefix}${key}`, expected, text);
          return null;
        });
      const numbers = read('trained', parseWhole, '0, 1, 2 …');
      const women = read('trainedWomen', parseWhole, '0, 1, 2 …');
      const men = read('trainedMen', parseWhole, '0, 1, 2 …');
      const dates = read('trainedOn', parseDate, 'JJ/MM/AAAA, YYYY-MM-DD');
      const versions = row.texts(`protocolVersion${key}`);
      return Array.from({ length: Math.max(numbers.length, women.length, men.length, dates.length, versions.length) }, (_, i): TrainedStaff => {
        const [w, m] = [women[i] ?? null, men[i] ?? null];
        const stated = numbers[i] ?? null;
        return { service, cadre, number: stated ?? (!row.has(`trained${key}`) && w !== null && m !== null ? w + m : null), women: w, men: m, trainedOn: dates[i] ?? null, protocolVersion: versions[i] ?? null };
      });
    }),
  );
}
