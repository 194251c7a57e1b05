import { fieldsByKind } from '../fields/field-names';
import { derivedColumn, fieldColumn, type ListColumn, type RecordList } from './list-columns';

export type RecordListName = 'areas' | 'organisations' | 'structures' | 'initiatives';

const provenance = (kind: 'area' | 'organisation' | 'structure' | 'initiative'): ListColumn[] => [fieldColumn(kind, 'source'), derivedColumn('sourceRow', 'Ligne de la source / Source row', '#meta+row')];

const areas: readonly ListColumn[] = [
  fieldColumn('area', 'areaCode', { key: 'code' }),
  fieldColumn('area', 'areaType', { key: 'type' }),
  fieldColumn('area', 'areaName', { key: 'name' }),
  fieldColumn('area', 'parentCode'),
  fieldColumn('area', 'population'),
  fieldColumn('area', 'year', { key: 'populationYear', header: 'Année de la population / Year of the population' }),
  fieldColumn('area', 'populationSource'),
  fieldColumn('area', 'otherCodes', { key: 'codes' }),
  fieldColumn('area', 'validFrom'),
  fieldColumn('area', 'validTo'),
  ...provenance('area'),
];

const organisations: readonly ListColumn[] = [
  fieldColumn('organisation', 'name'),
  fieldColumn('organisation', 'acronym'),
  fieldColumn('organisation', 'type'),
  fieldColumn('organisation', 'typeAsGiven', { optional: true }),
  fieldColumn('organisation', 'aliases'),
  derivedColumn('standsFor', 'Réunit aussi / Also stands for', '#org+merged+name', { optional: true }),
  derivedColumn('initiatives', 'Initiatives', '#activity+num'),
  ...provenance('organisation'),
];

const cased = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What the source declares, beside the areas in which the position lies. */
const declaredAreas: readonly ListColumn[] = fieldsByKind.structure.flatMap(({ name, fr, en, tag, area }) =>
  area === null ? [] : [fieldColumn('structure', name, { key: `declared${cased(name)}`, header: `Lieu déclaré\u202f: ${fr.toLowerCase()} / Declared place: ${en.toLowerCase()}`, hxl: `${tag}+declared`, optional: true })]);

const structures: readonly ListColumn[] = [
  fieldColumn('structure', 'id'),
  fieldColumn('structure', 'name'),
  fieldColumn('structure', 'type'),
  fieldColumn('structure', 'typeAsGiven', { optional: true }),
  fieldColumn('structure', 'ownership'),
  derivedColumn('provinceCode', 'Code de la province / Province code', '#adm1+code'),
  derivedColumn('province', 'Province', '#adm1+name'),
  derivedColumn('healthZoneCode', 'Code de la zone de santé / Health zone code', '#adm3+code'),
  derivedColumn('healthZone', 'Zone de santé / Health zone', '#adm3+name'),
  ...declaredAreas,
  fieldColumn('structure', 'lat'),
  fieldColumn('structure', 'lng'),
  derivedColumn('readiness', 'Préparation / Readiness', '#status+readiness'),
  derivedColumn('missing', 'Ce qui manque / What is missing', '#need'),
  derivedColumn('unknown', 'Ce qui n’est pas constaté / What is not established', '#need+unknown'),
  derivedColumn('evidenceOn', 'Date du constat / Date of the evidence', '#date+evidence', { date: true }),
  derivedColumn('lapsesAfter', 'Prête jusqu’au / Ready until', '#date+end', { date: true }),
  fieldColumn('structure', 'supportedBy'),
  fieldColumn('structure', 'tier'),
  ...provenance('structure'),
];

const ROLES = ['implementing', 'programming', 'funder'] as const;

/** People by group; for the public a column of its own, which is not read back: what it leaves out is hidden, not unknown. */
const people: readonly ListColumn[] = fieldsByKind.initiative.flatMap((field) => {
  if (field.recordField !== 'targeted' && field.recordField !== 'reached') return [];
  const shown = `${field.fr} (moins de 5\u202f: non montré) / ${field.en} (under 5: not shown)`;
  return [fieldColumn('initiative', field.name, { optional: true }), derivedColumn(shownKey(field.name), shown, field.tag, { optional: true })];
});

/** The key of a count of people as the public sees it. */
export function shownKey(name: string): string {
  return `${name}Shown`;
}

const initiatives: readonly ListColumn[] = [
  fieldColumn('initiative', 'id'),
  fieldColumn('initiative', 'title'),
  fieldColumn('initiative', 'kinds'),
  derivedColumn('words', 'Mots qui le disent / Words that say so', '#activity+type+words'),
  fieldColumn('initiative', 'topic'),
  derivedColumn('toReview', 'À revoir / To review', '#meta+review'),
  fieldColumn('initiative', 'sector'),
  fieldColumn('initiative', 'announcedServices', { optional: true }),
  fieldColumn('initiative', 'domain'),
  fieldColumn('initiative', 'description'),
  ...ROLES.flatMap((role) => ['Name', 'Acronym', 'Type'].map((part) => fieldColumn('initiative', `${role}${part}`))),
  derivedColumn('standingOrganisations', 'Organisations, noms retenus / Organisations, standing names', '#org+standing+name', { optional: true }),
  fieldColumn('initiative', 'targetGroups'),
  fieldColumn('initiative', 'areaCodes'),
  derivedColumn('areaNames', 'Zones / Areas', '#loc+name'),
  fieldColumn('initiative', 'start'),
  fieldColumn('initiative', 'end'),
  fieldColumn('initiative', 'status'),
  fieldColumn('initiative', 'reportedOn'),
  derivedColumn('confirmedOn', 'Dernier rapport qui le dit / Last report that says so', '#date+confirmed', { date: true, optional: true }),
  ...people,
  fieldColumn('initiative', 'budget'),
  fieldColumn('initiative', 'currency'),
  fieldColumn('initiative', 'tier'),
  ...provenance('initiative'),
];

/** Every list of records that goes out and comes back. */
export const RECORD_LISTS: Readonly<Record<RecordListName, RecordList>> = {
  areas: { recordKind: 'area', columns: areas, telling: ['type', 'code', 'name', 'parentCode'], properties: ['type', 'code', 'name', 'parentCode', 'populationYear', 'populationSource', 'source'] },
  organisations: { recordKind: 'organisation', columns: organisations, telling: ['name', 'type', 'aliases'], properties: ['name', 'acronym', 'type', 'aliases', 'initiatives', 'source'] },
  structures: { recordKind: 'structure', columns: structures, telling: ['id', 'name', 'type', 'ownership'], properties: ['id', 'name', 'type', 'ownership', 'readiness', 'tier', 'source'] },
  initiatives: { recordKind: 'initiative', columns: initiatives, telling: ['id', 'title', 'kinds'], properties: ['id', 'title', 'kinds', 'topic', 'areaCodes', 'status', 'source'] },
};

export const recordListNames = Object.keys(RECORD_LISTS) as RecordListName[];
