import { normaliseName } from './normalise-name';
import type { ImportRecord } from './import-records';
import type { InitiativeRecord, StructureRecord } from './records';
import type { RecordKind } from './record-kinds';

type RecordOf<Kind extends RecordKind> = Extract<ImportRecord, { kind: Kind }>['record'];

/** Keys that make a record the same one on the next load, or say where it came from: a table that speaks of some fields never changes them. */
const OF_ITS_OWN = new Set(['scheme', 'externalId', 'structureScheme', 'structureExternalId', 'source', 'sourceRow']);

/**
 * The stored record with the fields that a table speaks of, as it gives them. A cell says less than a record: where it says the same in the words
 * of a table (an organisation by its name, a kind by its label, a text with other spaces), what is stored stays whole. Answers `stored`
 * itself where nothing differs: then nothing is to be saved.
 */
export function overlayRecord<Kind extends RecordKind>(kind: Kind, stored: RecordOf<Kind>, given: RecordOf<Kind>, only: readonly (keyof RecordOf<Kind> & string)[]): RecordOf<Kind> {
  const changed: Record<string, unknown> = {};
  for (const key of only) {
    if (OF_ITS_OWN.has(key) || saysTheSame(kind, key, stored, given)) continue;
    changed[key] = keptParts(kind, key, stored, given);
  }
  // Each key has the value that a record of the same kind has there.
  return Object.keys(changed).length === 0 ? stored : ({ ...(stored as object), ...changed } as RecordOf<Kind>);
}

type Compared = Readonly<Record<string, unknown>>;

function saysTheSame(kind: RecordKind, key: string, stored: object, given: object): boolean {
  if (kind === 'structure' && key === 'areaName') return sameDeclaredName(stored as StructureRecord, given as StructureRecord);
  const [one, other] = [stored, given].map((record) => saidOf(key, (record as Compared)[key]));
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The name beside a code that did not change is the one of the list, not of the source. */
const sameDeclaredName = (stored: StructureRecord, given: StructureRecord): boolean =>
  (stored.areaCode !== null && stored.areaCode === given.areaCode) || saidOf('', stored.areaName) === saidOf('', given.areaName);

/** A value as a table says it. */
function saidOf(key: string, value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').trim();
  if (key === 'kinds') return (value as InitiativeRecord['kinds']).map(({ kind }) => kind).sort();
  if (key === 'organisations') return byRole(value as InitiativeRecord['organisations']).map(named);
  if (key === 'supportedBy' || key === 'aliases') return (value as string[]).map((name) => normaliseName(name)).sort();
  if (key === 'targetGroups' || key === 'areaCodes' || key === 'announcedServices') return [...((value ?? []) as string[])].sort();
  if (key === 'services') return [...(value as { service: string }[])].sort((a, b) => (a.service < b.service ? -1 : 1)).map(inKeyOrder);
  if (key === 'trainedStaff') return (value as object[]).map((each) => JSON.stringify(inKeyOrder(each))).sort();
  if (Array.isArray(value)) return value.map((each: unknown) => inKeyOrder(each));
  return inKeyOrder(value);
}

const ROLES: readonly string[] = ['implementing', 'programming', 'funder'];
const byRole = (organisations: InitiativeRecord['organisations']): InitiativeRecord['organisations'] => [...organisations].sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role));

const named = ({ role, organisation: { name, acronym, type } }: InitiativeRecord['organisations'][number]): string => JSON.stringify([role, normaliseName(name), acronym, type]);

const inKeyOrder = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return typeof value === 'string' ? saidOf('', value) : value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, inKeyOrder(item)]));
};

/** Of a list that changed, the items that did not: with what only the stored ones know. */
function keptParts(kind: RecordKind, key: string, stored: object, given: object): unknown {
  if (kind !== 'initiative' || (key !== 'kinds' && key !== 'organisations')) return (given as Compared)[key];
  const [before, after] = [stored, given] as [InitiativeRecord, InitiativeRecord];
  if (key === 'kinds') return after.kinds.map((assignment) => before.kinds.find((known) => known.kind === assignment.kind) ?? assignment);
  return after.organisations.map((one) => before.organisations.find((known) => named(known) === named(one)) ?? one);
}
