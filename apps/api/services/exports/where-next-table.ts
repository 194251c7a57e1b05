import type { TableColumn } from '#interchange/write-table';
import type { SiteShown } from '../../contract/where-next';
import { structureHeadColumns } from './readiness-tables';
import { column, dateColumn, joined } from './table-columns';

export const whereNextColumns: TableColumn<SiteShown>[] = [
  column('step', 'Rang parmi les choisies / Place among the chosen', '#meta+rank+together', ({ step }) => step),
  ...structureHeadColumns<SiteShown>(),
  column('lat', 'Latitude', '#geo+lat', ({ lngLat }) => lngLat?.[1] ?? null),
  column('lng', 'Longitude', '#geo+lon', ({ lngLat }) => lngLat?.[0] ?? null),
  column('need', 'Ce qui la sépare de la préparation / What stands between it and readiness', '#need+readiness', ({ need }) => need),
  column('readiness', 'Préparation / Readiness', '#status+readiness', ({ readiness }) => readiness),
  column('missing', 'Critères non remplis / Unmet criteria', '#need+criteria', ({ missing }) => joined(missing)),
  column('unknown', 'Critères inconnus / Unknown criteria', '#need+unknown', ({ unknown }) => joined(unknown)),
  dateColumn('evidenceOn', 'Preuve du / Evidence of', '#date+evidence', ({ evidenceOn }) => evidenceOn),
  column('cost', 'Coût / Cost', '#value+cost', ({ cost }) => cost),
  column('gained', 'Personnes gagnées à ce rang / People gained at this place', '#affected+gain+step', ({ gained }) => gained),
  column('total', 'Personnes gagnées jusque-là / People gained so far', '#affected+gain+total', ({ total }) => total),
  column('share', 'Part de l’ensemble, 0 à 1 / Share of the whole, 0 to 1', '#affected+gain+share', ({ share }) => share),
  column('rankAlone', 'Rang seule / Place alone', '#meta+rank+alone', ({ rankAlone }) => rankAlone),
  column('alone', 'Personnes gagnées seule / People gained alone', '#affected+gain+alone', ({ alone }) => alone),
  column('atLeast', 'Au moins : population inconnue à portée / At least: unknown population within reach', '#meta+atleast', ({ atLeast }) => (atLeast ? 'true' : 'false')),
];
