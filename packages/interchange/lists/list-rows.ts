import type { AreaRecord, InitiativeRecord, OrganisationRecord, StructureRecord } from '#domain/records';
import { joinCell } from '../fields/list-cells';
import { declaredCells, organisationCells, type CellWriter } from '../write-record-cells';
import type { OutCell } from '../write-workbook';
import { shownKey } from './record-lists';

/** Cells of one row of a list by the key of their column. Terms of code lists go out as their codes, which are the same in every language. */
export type ListRow = Record<string, OutCell>;

type Provenance = Pick<AreaRecord, 'source' | 'sourceRow'>;
const provenance = ({ source, sourceRow }: Provenance): ListRow => ({ source, sourceRow });

/** An area without its outline; its other codes as `scheme=code`. */
export const areaRow = (record: Omit<AreaRecord, 'geometry'>): ListRow => ({
  code: record.code,
  type: record.type,
  name: record.name,
  parentCode: record.parentCode,
  population: record.population?.value ?? null,
  populationYear: record.population?.year ?? null,
  populationSource: record.population?.source ?? null,
  codes: joinCell(Object.entries(record.codes).map(([scheme, code]) => `${scheme}=${code}`)),
  validFrom: record.validFrom,
  validTo: record.validTo,
  ...provenance(record),
});

export const organisationRow = (record: OrganisationRecord): ListRow => ({
  name: record.name,
  acronym: record.acronym,
  type: record.type,
  ...(record.typeAsGiven === null ? {} : { typeAsGiven: record.typeAsGiven }),
  aliases: joinCell(record.aliases),
  ...provenance(record),
});

const cased = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `areas`: what names the level of the declared area. */
export const structureRow = (record: StructureRecord, areas: Omit<CellWriter, 'lang'>): ListRow => ({
  id: `${record.scheme}:${record.externalId}`,
  name: record.name,
  type: record.type,
  ...(record.typeAsGiven === null ? {} : { typeAsGiven: record.typeAsGiven }),
  ownership: record.ownership,
  ...Object.fromEntries(Object.entries(declaredCells(record, { ...areas, lang: 'code' })).filter(([, cell]) => cell !== null).map(([name, cell]) => [`declared${cased(name)}`, cell])),
  lat: record.lngLat?.[1] ?? null,
  lng: record.lngLat?.[0] ?? null,
  supportedBy: joinCell(record.supportedBy),
  tier: record.tier,
  ...provenance(record),
});

/** `hidesSmallCounts`: the counts are those that the public sees. */
export function initiativeRow(record: InitiativeRecord, hidesSmallCounts: boolean): ListRow {
  const people = (key: 'targeted' | 'reached'): ListRow =>
    Object.fromEntries(Object.entries(record[key]).map(([group, count]) => [hidesSmallCounts ? shownKey(`${key}${cased(group)}`) : `${key}${cased(group)}`, count]));
  return {
    id: `${record.scheme}:${record.externalId}`,
    title: record.title,
    kinds: joinCell(record.kinds.map(({ kind }) => kind)),
    topic: record.topic,
    sector: record.sectorAsGiven,
    announcedServices: joinCell(record.announcedServices ?? []),
    domain: record.domain,
    description: record.description,
    ...organisationCells(record, 'code'),
    targetGroups: joinCell(record.targetGroups),
    areaCodes: joinCell(record.areaCodes),
    start: record.start,
    end: record.end,
    status: record.status,
    reportedOn: record.reportedOn,
    ...people('targeted'),
    ...people('reached'),
    budget: record.budget,
    currency: record.currency,
    tier: record.tier,
    ...provenance(record),
  };
}
