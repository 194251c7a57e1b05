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

/** Whether the JSON is a FHIR bundle. */
export const recognisesFhir = (json: unknown): json is Json => isObject(json) && json['resourceType'] === 'Bundle' && Array.isArray(json['entry']);

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
  return readHealthUnits(locations.map((location, i) => unitOf(location, i + 1, organisations)), 'fhir', context);
}

function unitOf(location: Json, row: number, organisations: ReadonlyMap<string, string | null>): HealthUnit {
  const position = isObject(location['position']) ? location['position'] : null;
  const physical = codings(location['physicalType']).map(({ code }) => code);
  const types = objects(location['type']).flatMap((type) => [text(type['text']), ...codings(type).flatMap(({ display, code }) => [display, code])]).filter((each) => each !== null);
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
    // `jdn` is a jurisdiction, `area` an area; sites, buildings and their like are places.
    isPlace: physical.includes('jdn') || physical.includes('area') || types.includes('jurisdiction') ? false : physical.some((code) => ['si', 'bu', 'wi', 'ro', 've'].includes(code ?? '')) ? true : null,
    types: types.filter((type) => type !== 'facility'),
    ownership: manager === null ? null : ownershipOf(text(manager['display']) ?? organisations.get(text(manager['reference']) ?? '') ?? null),
    closed: location['status'] === 'inactive',
  };
}

/** Only what a name says plainly: who manages a place is not always who owns it. */
const ownershipOf = (name: string | null): string | null => (name !== null && /^(?:minist[èe]re|ministry|gouvernement|government)/i.test(name) ? 'public' : null);

const codings = (concept: unknown): { code: string | null; display: string | null }[] => (isObject(concept) ? objects(concept['coding']).map((coding) => ({ code: text(coding['code']), display: text(coding['display']) })) : []);
