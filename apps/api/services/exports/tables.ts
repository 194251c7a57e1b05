import type { TableColumn } from '#interchange/write-table';
import type { GapArea } from '../../contract/gaps';
import type { AreaItem, InitiativeItem, organisationItem, OverlapPair, StructureItem } from '../../contract/records';
import type { z } from 'zod';
import { presenceColumns } from './presence-table';
import { reportingColumns } from './reporting-table';
import { column, dateColumn, joined, provenance } from './table-columns';

const areas: TableColumn<AreaItem>[] = [
  column('code', 'Code', '#adm+code', ({ code }) => code),
  column('type', 'Type', '#adm+type', ({ type }) => type),
  column('name', 'Nom / Name', '#adm+name', ({ name }) => name),
  column('parentCode', 'Code de la zone qui la contient / Code of the area around it', '#adm+parent+code', ({ parentCode }) => parentCode),
  column('population', 'Population', '#population', ({ population }) => population?.value ?? null),
  column('populationYear', 'Année de la population / Year of the population', '#population+year', ({ population }) => population?.year ?? null),
  column('populationSource', 'Source de la population / Source of the population', '#population+source', ({ population }) => population?.source ?? null),
  column('codes', 'Autres codes / Other codes', '#adm+code+other', ({ codes }) => joined(Object.entries(codes).map(([scheme, code]) => `${scheme}:${code}`))),
  ...provenance<AreaItem>(),
];

type OrganisationItem = z.infer<typeof organisationItem>;
const organisations: TableColumn<OrganisationItem>[] = [
  column('name', 'Organisation', '#org+name', ({ name }) => name),
  column('acronym', 'Sigle / Acronym', '#org+acronym', ({ acronym }) => acronym),
  column('type', 'Type', '#org+type', ({ type }) => type),
  column('aliases', 'Autres noms / Other names', '#org+alias', ({ aliases }) => joined(aliases)),
  column('initiatives', 'Initiatives', '#activity+num', ({ initiatives }) => initiatives),
  ...provenance<OrganisationItem>(),
];

const structures: TableColumn<StructureItem>[] = [
  column('id', 'Identifiant / Identifier', '#loc+code', ({ id }) => id),
  column('name', 'Structure', '#loc+name', ({ name }) => name),
  column('type', 'Type', '#loc+type', ({ type }) => type),
  column('ownership', 'Appartenance / Ownership', '#org+ownership', ({ ownership }) => ownership),
  column('provinceCode', 'Code de la province / Province code', '#adm1+code', ({ province }) => province?.code ?? null),
  column('province', 'Province', '#adm1+name', ({ province }) => province?.name ?? null),
  column('healthZoneCode', 'Code de la zone de santé / Health zone code', '#adm3+code', ({ healthZone }) => healthZone?.code ?? null),
  column('healthZone', 'Zone de santé / Health zone', '#adm3+name', ({ healthZone }) => healthZone?.name ?? null),
  column('lat', 'Latitude', '#geo+lat', ({ lngLat }) => lngLat?.[1] ?? null),
  column('lng', 'Longitude', '#geo+lon', ({ lngLat }) => lngLat?.[0] ?? null),
  column('readiness', 'Préparation / Readiness', '#status+readiness', ({ readiness }) => readiness),
  column('missing', 'Ce qui manque / What is missing', '#need', ({ missing }) => joined(missing)),
  column('unknown', 'Ce qui n’est pas constaté / What is not established', '#need+unknown', ({ unknown }) => joined(unknown)),
  dateColumn('evidenceOn', 'Date du constat / Date of the evidence', '#date+evidence', ({ evidenceOn }) => evidenceOn),
  dateColumn('lapsesAfter', 'Prête jusqu’au / Ready until', '#date+end', ({ lapsesAfter }) => lapsesAfter),
  column('tier', 'Visibilité / Visibility', '#meta+tier', ({ tier }) => tier),
  ...provenance<StructureItem>(),
];

const inRole = ({ organisations: all }: InitiativeItem, wanted: string): string => joined(all.filter(({ role }) => role === wanted).map(({ name }) => name));
const initiatives: TableColumn<InitiativeItem>[] = [
  column('id', 'Identifiant / Identifier', '#activity+code', ({ id }) => id),
  column('title', 'Initiative', '#activity+name', ({ title }) => title),
  column('kinds', 'Types / Kinds', '#activity+type', ({ kinds }) => joined(kinds.map(({ kind }) => kind))),
  column('words', 'Mots qui le disent / Words that say so', '#activity+type+words', ({ kinds }) => joined(kinds.flatMap(({ words }) => words))),
  column('topic', 'Sujet / Topic', '#subsector', ({ topic }) => topic),
  column('toReview', 'À revoir / To review', '#meta+review', ({ toReview }) => (toReview ? 'true' : 'false')),
  column('sector', 'Secteur / Sector', '#sector+name', ({ sectorAsGiven }) => sectorAsGiven),
  column('domain', 'Domaine / Domain', '#activity+domain', ({ domain }) => domain),
  column('funder', 'Bailleur / Funder', '#org+funder', (row) => inRole(row, 'funder')),
  column('programming', 'Responsable / Programming', '#org+prog', (row) => inRole(row, 'programming')),
  column('implementing', 'Mise en œuvre / Implementing', '#org+impl', (row) => inRole(row, 'implementing')),
  column('targetGroups', 'Publics / Target groups', '#beneficiary+type', ({ targetGroups }) => joined(targetGroups)),
  column('areaCodes', 'Codes des zones / Area codes', '#adm+code', ({ areas: footprint }) => joined(footprint.map(({ code }) => code))),
  column('areaNames', 'Zones / Areas', '#adm+name', ({ areas: footprint }) => joined(footprint.map(({ name }) => name))),
  dateColumn('start', 'Début / Start', '#date+start', ({ start }) => start),
  dateColumn('end', 'Fin / End', '#date+end', ({ end }) => end),
  column('status', 'État / Status', '#status', ({ status }) => status),
  dateColumn('reportedOn', 'Rapporté le / Reported on', '#date+reported', ({ reportedOn }) => reportedOn),
  column('targeted', 'Visés / Targeted', '#targeted', ({ targeted }) => targeted.total),
  column('reached', 'Atteints / Reached', '#reached', ({ reached }) => reached.total),
  column('budget', 'Budget', '#value+budget', ({ budget }) => budget),
  column('currency', 'Monnaie / Currency', '#currency', ({ currency }) => currency),
  ...provenance<InitiativeItem>(),
];

const gaps: TableColumn<GapArea>[] = [
  column('provinceCode', 'Code de la province / Province code', '#adm1+code', ({ provinceCode }) => provinceCode),
  column('province', 'Province', '#adm1+name', ({ provinceName }) => provinceName),
  column('code', 'Code', '#adm+code', ({ code }) => code),
  column('name', 'Zone / Area', '#adm+name', ({ name }) => name),
  column('class', 'Classe / Class', '#status+class', (row) => row.class),
  column('population', 'Population', '#population', ({ population }) => population),
  column('peopleInGap', 'Personnes dans l’écart / People in the gap', '#affected+gap', ({ peopleInGap }) => peopleInGap),
  column('peopleUncertain', 'Personnes, soins incertains / People, care uncertain', '#affected+uncertain', ({ peopleUncertain }) => peopleUncertain),
  column('awarenessInitiatives', 'Initiatives de sensibilisation / Awareness initiatives', '#activity+awareness+num', ({ awareness }) => awareness.initiatives),
  dateColumn('awarenessUntil', 'Sensibilisation jusqu’au / Awareness until', '#date+awareness+end', ({ awareness }) => awareness.until),
  column('ready', 'Structures prêtes / Ready structures', '#service+ready+num', ({ care }) => care.ready),
  column('reported', 'Soins rapportés / Reported care', '#service+reported+num', ({ care }) => care.reported),
  column('unknown', 'Structures à évaluer / Structures to assess', '#service+unknown+num', ({ care }) => care.unknown),
  column('notReady', 'Structures pas prêtes / Structures not ready', '#service+notready+num', ({ care }) => care.notReady),
  column('nearestReady', 'Structure prête la plus proche / Nearest ready structure', '#loc+ready+name', ({ care }) => care.nearestReady?.name ?? null),
  column('nearestReadyKm', 'À vol d’oiseau, km / Straight line, km', '#geo+ready+km', ({ care }) => care.nearestReady?.distanceKm ?? null),
  column('nearestAlmostReady', 'Presque prête la plus proche / Nearest almost ready', '#loc+almost+name', ({ care }) => care.nearestAlmostReady?.name ?? null),
  column('nearestAlmostReadyKm', 'À vol d’oiseau, km / Straight line, km', '#geo+almost+km', ({ care }) => care.nearestAlmostReady?.distanceKm ?? null),
  column('nearestAlmostReadyMissing', 'Ce qui lui manque / What it lacks', '#need', ({ care }) => joined(care.nearestAlmostReady?.missing ?? [])),
  column('reasons', 'Pourquoi / Why', '#meta+reasons', ({ reasons }) => joined(reasons.map(({ code }) => code))),
];

const overlaps: TableColumn<OverlapPair>[] = [
  column('id', 'Identifiant / Identifier', '#meta+id', ({ id }) => id),
  column('overlapKind', 'Recoupement / Overlap', '#meta+overlap', ({ overlapKind }) => overlapKind),
  column('kind', 'Type / Kind', '#activity+type', ({ kind }) => kind),
  column('areaCodes', 'Codes des zones / Area codes', '#adm+code', ({ areaCodes }) => joined(areaCodes)),
  column('areaNames', 'Zones / Areas', '#adm+name', ({ areaNames }) => joined(areaNames)),
  column('targetGroups', 'Publics en commun / Shared target groups', '#beneficiary+type', ({ targetGroups }) => joined(targetGroups)),
  ...(['a', 'b'] as const).flatMap((side): TableColumn<OverlapPair>[] => [
    column(`${side}Title`, `Initiative ${side.toUpperCase()}`, `#activity+${side}+name`, (pair) => pair[side].title),
    column(`${side}Organisations`, `Organisations ${side.toUpperCase()}`, `#org+${side}+name`, (pair) => joined(pair[side].organisations)),
    dateColumn(`${side}Start`, `Début ${side.toUpperCase()} / Start ${side.toUpperCase()}`, `#date+${side}+start`, (pair) => pair[side].start),
    dateColumn(`${side}End`, `Fin ${side.toUpperCase()} / End ${side.toUpperCase()}`, `#date+${side}+end`, (pair) => pair[side].end),
    column(`${side}Targeted`, `Visés ${side.toUpperCase()} / Targeted ${side.toUpperCase()}`, `#targeted+${side}`, (pair) => pair[side].targeted),
    column(`${side}Source`, `Source ${side.toUpperCase()}`, `#meta+${side}+source`, (pair) => pair[side].source),
    column(`${side}SourceRow`, `Ligne ${side.toUpperCase()} / Row ${side.toUpperCase()}`, `#meta+${side}+row`, (pair) => pair[side].sourceRow),
  ]),
  column('overlapDays', 'Jours en commun / Days in common', '#meta+days', ({ overlapDays }) => overlapDays),
  column('strength', 'Force, 0 à 1 / Strength, 0 to 1', '#meta+strength', ({ strength }) => strength),
  column('populationThere', 'Population', '#population', ({ populationThere }) => populationThere),
  column('verdict', 'Lecture / Reading', '#meta+verdict', ({ verdict }) => verdict),
  column('decision', 'Décision / Decision', '#meta+decision', ({ decision }) => decision?.verdict ?? null),
  column('decisionReason', 'Motif / Reason', '#meta+decision+reason', ({ decision }) => decision?.reason ?? null),
  column('decidedBy', 'Décidé par / Decided by', '#org+decision', ({ decision }) => decision?.decidedBy ?? null),
  dateColumn('decidedOn', 'Décidé le / Decided on', '#date+decision', ({ decision }) => decision?.decidedOn ?? null),
];

/** Every table that can be taken away, by name. */
export const TABLES = { areas, organisations, structures, initiatives, gaps, overlaps, presence: presenceColumns, reporting: reportingColumns };
export type TableName = keyof typeof TABLES;
