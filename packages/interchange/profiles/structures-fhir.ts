import { issue, type Issue } from '#domain/issue';
import { isObject } from '../containers/read-json';
import type { ProfileReading, ReadContext } from '../row-draft';
import { readHealthUnits, type HealthUnit } from './health-units';

type Json = Readonly<Record<string, unknown>>;
const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
const objects = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);

/** What tells of persons in a FHIR bundle: such a file is refused whole. */
const OF_PERSONS = new Set(['Patient', 'Person', 'RelatedPerson', 'Practitioner', 'PractitionerRole', 'Encounter', 'Condition', 'Observation', 'EpisodeOfCare', 'Procedure', 'Immunization', 'QuestionnaireResponse', 'Consent', 'Appointment', 'MedicationRequest']);

const resourcesOf = (json: Json): Json[] => (json['resourceType'] === 'Bundle' ? objects(json['entry']).flatMap(({ resource }) => (isObject(resource) ? [resource] : [])) : [json]);

/** Whether the JSON is a FHIR bundle, or one location. */
export const recognisesFhir = (json: unknown): json is Json => isObject(json) && ((json['resourceType'] === 'Bundle' && Array.isArray(json['entry'])) || json['resourceType'] === 'Location');

/** Resources about persons in the bundle; null: there are none. */
export function personalResources(json: Json): Issue | null {
  const found = [...new Set(resourcesOf(json).flatMap(({ resourceType }) => (typeof resourceType === 'string' && OF_PERSONS.has(resourceType) ? [resourceType] : [])))];
  return found.length === 0 ? null : issue('caseDataRefused', 'error', { column: found.join(', ') });
}

/** Places of care of a FHIR mCSD bundle of locations. Location i is row i, from 1. Telephone numbers and names of contacts are never read. */
export function readFhir(json: Json, context: ReadContext): ProfileReading {
  const resources = resourcesOf(json);
  const organisations = new Map(resources.flatMap((resource) => (resource['resourceType'] === 'Organization' ? [[`Organization/${text(resource['id']) ?? ''}`, text(resource['name'])] as const] : [])));
  const locations = resources.filter(({ resourceType }) => resourceType === 'Location');
  // Where some locations say that they are areas, the others are places.
  const areasSaid = locations.some(isArea);
  const units = locations.map((location, i) => unitOf(location, i + 1, organisations, areasSaid));
  const above = addressUnits(locations, units);
  const reading = readHealthUnits([...units, ...above], 'fhir', context);
  return { ...reading, fileIssues: [...incomplete(json, resources.length), ...reading.fileIssues] };
}

/** A bundle that is one page of an answer says how many there are, or where the next page is. */
function incomplete(json: Json, held: number): Issue[] {
  const total = typeof json['total'] === 'number' ? json['total'] : null;
  const next = objects(json['link']).some(({ relation }) => relation === 'next');
  return next || (json['type'] === 'searchset' && total !== null && total > held) ? [issue('registerIncomplete', 'warning', { value: String(held), expected: total === null ? null : String(total) })] : [];
}

const physicalOf = (location: Json): (string | null)[] => codings(location['physicalType']).map(({ code }) => code);
/** `jdn` is a jurisdiction, `area` an area. */
const isArea = (location: Json): boolean => physicalOf(location).some((code) => code === 'jdn' || code === 'area') || typesOf(location).includes('jurisdiction');
const typesOf = (location: Json): string[] => objects(location['type']).flatMap((type) => [text(type['text']), ...codings(type).flatMap(({ display, code }) => [display, code])]).filter((each) => each !== null);

/** Areas that only the addresses name: `country`, `state` and `district` of a place that is part of nothing. */
function addressUnits(locations: readonly Json[], units: HealthUnit[]): HealthUnit[] {
  const made = new Map<string, HealthUnit>();
  locations.forEach((location, i) => {
    const unit = units[i];
    const address = isObject(location['address']) ? location['address'] : null;
    if (unit?.parentId !== null || unit.isPlace === false || address === null) return;
    let parentId: string | null = null;
    for (const [level, key] of [[1, 'country'], [2, 'state'], [3, 'district']] as const) {
      const name = text(address[key]);
      if (name === null) continue;
      const id = addressId(parentId, key, name);
      if (!made.has(id)) made.set(id, { row: 0, id, name, code: null, parentId, level, levelName: ADDRESS_LEVELS[key], position: null, isPlace: false, types: [], ownership: null, closed: false });
      parentId = id;
    }
    units[i] = { ...unit, parentId };
  });
  return [...made.values()];
}
const addressId = (parentId: string | null, key: string, name: string): string => `address:${JSON.stringify([parentId, key, name])}`;
const ADDRESS_LEVELS = { country: 'country', state: 'province', district: 'territory' } as const;

function unitOf(location: Json, row: number, organisations: ReadonlyMap<string, string | null>, areasSaid: boolean): HealthUnit {
  const position = isObject(location['position']) ? location['position'] : null;
  const types = typesOf(location);
  const manager = isObject(location['managingOrganization']) ? location['managingOrganization'] : null;
  return {
    row,
    id: text(location['id']) ?? '',
    name: text(location['name']),
    code: objects(location['identifier']).flatMap((identifier) => text(identifier['value']) ?? []).find((value) => /^[A-Z]{2,3}\d[A-Z\d]*$/.test(value)) ?? null,
    parentId: isObject(location['partOf']) ? (text(location['partOf']['reference'])?.replace(/^.*Location\//, '') ?? null) : null,
    level: null,
    levelName: types.join(' · ') || null,
    position: position === null ? null : [position['longitude'], position['latitude']],
    // Sites, buildings and their like are places; `kind` is no place but any of its kind.
    isPlace: isArea(location) || location['mode'] === 'kind' ? false : areasSaid || physicalOf(location).some((code) => ['si', 'bu', 'wi', 'ro', 've'].includes(code ?? '')) ? true : null,
    types: types.filter((type) => type !== 'facility'),
    ownership: manager === null ? null : ownershipOf(text(manager['display']) ?? organisations.get(text(manager['reference']) ?? '') ?? null),
    closed: location['status'] === 'inactive' || isClosed(location['operationalStatus']),
  };
}

/** `C` of the table of bed states, or the word. */
const isClosed = (status: unknown): boolean => isObject(status) && (status['code'] === 'C' || /^closed$/i.test(text(status['display']) ?? ''));

/** Only what a name says plainly: who manages a place is not always who owns it. */
const ownershipOf = (name: string | null): string | null => (name !== null && /^(?:minist[èe]re|ministry|gouvernement|government)/i.test(name) ? 'public' : null);

const codings = (concept: unknown): { code: string | null; display: string | null }[] => (isObject(concept) ? objects(concept['coding']).map((coding) => ({ code: text(coding['code']), display: text(coding['display']) })) : []);
