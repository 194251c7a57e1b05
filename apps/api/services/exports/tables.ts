import type { ListRow } from '#interchange/lists/list-rows';
import { RECORD_LISTS, type RecordListName } from '#interchange/lists/record-lists';
import { listTableColumns } from '#interchange/lists/write-list';
import type { TableColumn } from '#interchange/write-table';
import type { GapArea } from '../../contract/gaps';
import type { OverlapPair } from '../../contract/records';
import { presenceColumns } from './presence-table';
import { PROGRAMME_TABLES } from './programme-tables';
import { compareColumns, lapsingColumns, needsColumns, refreshersColumns } from './readiness-tables';
import { reportingColumns } from './reporting-table';
import { column, dateColumn, joined } from './table-columns';
import { whereNextColumns } from './where-next-table';

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
  column('nearestReadyTravelMin', 'Trajet modélisé, min (compter jusqu’à 1,49 fois) / Modelled travel, min (count up to 1.49 times)', '#meta+ready+travelmin', ({ care }) => care.nearestReady?.travelMin?.modelled ?? null),
  column('nearestAlmostReady', 'Presque prête la plus proche / Nearest almost ready', '#loc+almost+name', ({ care }) => care.nearestAlmostReady?.name ?? null),
  column('nearestAlmostReadyKm', 'À vol d’oiseau, km / Straight line, km', '#geo+almost+km', ({ care }) => care.nearestAlmostReady?.distanceKm ?? null),
  column('nearestAlmostReadyTravelMin', 'Trajet modélisé, min (compter jusqu’à 1,49 fois) / Modelled travel, min (count up to 1.49 times)', '#meta+almost+travelmin', ({ care }) => care.nearestAlmostReady?.travelMin?.modelled ?? null),
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

/** Every analysis that can be taken away, by name. */
export const ANALYSES = { gaps, overlaps, presence: presenceColumns, reporting: reportingColumns, needs: needsColumns, lapsing: lapsingColumns, refreshers: refreshersColumns, compare: compareColumns, whereNext: whereNextColumns, ...PROGRAMME_TABLES };
type Analysis = keyof typeof ANALYSES;
export type TableName = RecordListName | Analysis;

export const isRecordList = (table: TableName): table is RecordListName => table in RECORD_LISTS;

/** The columns of a table that goes out. */
export const columnsOfTable = (table: TableName, rows: readonly unknown[]): readonly TableColumn<never>[] => (isRecordList(table) ? listTableColumns(table, rows as readonly ListRow[]) : ANALYSES[table]);
