import type { TableColumn } from '#interchange/write-table';
import type { CompareAnswer, LapsingAnswer, NeedsAnswer, RefreshersAnswer } from '../../contract/readiness';
import { column, dateColumn, joined } from './table-columns';

type Head = Pick<LapsingAnswer['items'][number], 'structureId' | 'structureName' | 'structureType' | 'healthZone' | 'province'>;

/** Which structure a row is about, and where. */
export const structureHeadColumns = <Row extends Head>(): TableColumn<Row>[] => [
  column('structureId', 'Identifiant de la structure / Structure identifier', '#loc+id', ({ structureId }) => structureId),
  column('structureName', 'Structure', '#loc+name', ({ structureName }) => structureName),
  column('structureType', 'Type de structure / Structure type', '#loc+type', ({ structureType }) => structureType),
  column('healthZoneCode', 'Code de la zone de santé / Health zone code', '#adm3+code', ({ healthZone }) => healthZone?.code ?? null),
  column('healthZone', 'Zone de santé / Health zone', '#adm3+name', ({ healthZone }) => healthZone?.name ?? null),
  column('provinceCode', 'Code de la province / Province code', '#adm1+code', ({ province }) => province?.code ?? null),
  column('province', 'Province', '#adm1+name', ({ province }) => province?.name ?? null),
];

export const needsColumns: TableColumn<NeedsAnswer['structures'][number]>[] = [
  ...structureHeadColumns<NeedsAnswer['structures'][number]>(),
  column('need', 'Ce qui la sépare de la préparation / What stands between it and readiness', '#need+readiness', ({ need }) => need),
  column('readiness', 'Préparation / Readiness', '#status+readiness', ({ readiness }) => readiness),
  column('missing', 'Critères non remplis / Unmet criteria', '#need+criteria', ({ missing }) => joined(missing)),
  column('unknown', 'Critères inconnus / Unknown criteria', '#need+unknown', ({ unknown }) => joined(unknown)),
  column('barriers', 'Obstacles nommés / Barriers named', '#need+barriers', ({ barriers }) => joined(barriers)),
  dateColumn('evidenceOn', 'Preuve du / Evidence of', '#date+evidence', ({ evidenceOn }) => evidenceOn),
  column('leaveGap', 'Personnes qui sortiraient de l’écart / People who would leave the gap', '#affected+gain+gap', ({ leaveGap }) => leaveGap),
  column('leaveBlindSpot', 'Personnes qui sortiraient de l’angle mort / People who would leave the blind spot', '#affected+gain+blindspot', ({ leaveBlindSpot }) => leaveBlindSpot),
];

export const lapsingColumns: TableColumn<LapsingAnswer['items'][number]>[] = [
  ...structureHeadColumns<LapsingAnswer['items'][number]>(),
  dateColumn('lapsesAfter', 'Prête jusqu’au / Ready until', '#date+lapse', ({ lapsesAfter }) => lapsesAfter),
  column('daysLeft', 'Jours restants / Days left', '#status+lapse+days', ({ daysLeft }) => daysLeft),
  column('criteria', 'Critères qui cessent, avec leur dernier jour / Criteria that run out, with their last day', '#need+lapse', ({ criteria }) => joined(criteria.map(({ code, lapsesAfter }) => `${code} ${lapsesAfter}`))),
];

export const refreshersColumns: TableColumn<RefreshersAnswer['items'][number]>[] = [
  ...structureHeadColumns<RefreshersAnswer['items'][number]>(),
  column('cadre', 'Catégorie de personnel / Cadre', '#population+staff+type', ({ cadre }) => cadre),
  column('number', 'Personnes formées / People trained', '#population+staff+num', ({ number }) => number),
  dateColumn('trainedOn', 'Formées le / Trained on', '#date+training', ({ trainedOn }) => trainedOn),
  dateColumn('validUntil', 'Formation valable jusqu’au / Training valid until', '#date+training+end', ({ validUntil }) => validUntil),
  column('overdue', 'Recyclage en retard / Refresher overdue', '#status+refresher+overdue', ({ overdue }) => (overdue ? 'true' : 'false')),
  column('enoughWithout', 'Assez d’autres personnes formées / Enough other trained staff', '#status+refresher+enough', ({ enoughWithout }) => (enoughWithout ? 'true' : 'false')),
  column('source', 'Source', '#meta+source', ({ source }) => source),
];

export const compareColumns: TableColumn<CompareAnswer['structures'][number]>[] = [
  ...structureHeadColumns<CompareAnswer['structures'][number]>(),
  column('from', 'Selon la première norme / By the first standard', '#status+standard+a', ({ from }) => from),
  column('to', 'Selon la seconde norme / By the second standard', '#status+standard+b', ({ to }) => to),
  column('criteria', 'Critères qui font la différence / Criteria that make the difference', '#need+difference', ({ criteria }) => joined(criteria.map(({ code, a, b }) => `${code} ${a?.verdict ?? '–'} → ${b?.verdict ?? '–'}`))),
];
