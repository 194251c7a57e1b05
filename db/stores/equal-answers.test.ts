import { existsSync, readFileSync } from 'node:fs';
import { programmeKinds } from '#domain/record-kinds';
import type { AreaRecord, MultiPolygon } from '#domain/records';
import { cmrMinimum } from '#domain/shipped-standards';
import type { Viewer } from '#domain/viewer';
import { describeEqualAnswers } from '../../tests/databases';
import type { Database } from '../database';
import * as input from './analysis-input';
import { checkGeometries } from './area-geometries';
import { areaIndex, areasExtent, listAreaGeometries, listAreas, saveAreas, savePlaces } from './areas';
import { listAssessments, saveAssessments } from './assessments';
import { listStandards } from './care-standards';
import { listDecisions, saveDecisions } from './decisions';
import { initiativeId } from './identity';
import { listInitiatives, saveInitiatives } from './initiatives';
import { listProgrammes } from './programme-reading';
import { type ProgrammeEntry, saveProgrammes } from './programmes';
import { ensureOrganisations, listOrganisations, saveOrganisations } from './organisations';
import { aDecision, aMission, aMovement, anArea, anAssessment, anInitiative, anOrganisation, aSession, aStructure, aVerdict, byOrganisation, fromStructure, openBatch, someAreas } from './sample-records';
import { findPlacementFaults } from './structure-placement';
import { assignStructureAreas, getStructure, listStructures, saveStructures, structureId } from './structures';

/** The same numbers on every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}
const indexes = (count: number): number[] => Array.from({ length: count }, (_, index) => index);
const pick = <T>(items: readonly T[], index: number): T => {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('items expected');
  return item;
};

/** Names whose order depends on the collation of a database, unless the stores see to it. */
const names = ['école', 'Ecole', 'ÉCOLE du lac', 'eau', 'Zone', 'zone', 'Ñandú', 'a-b', 'ab', 'a b', 'Œuvre', 'oeuvre', '10', '9'];
const tiers = ['public', 'public', 'partners', 'hidden'] as const;
const random = seeded(7);

const structures = indexes(300).map((index) => aStructure({
  externalId: `s${index}`, name: `${pick(names, index)} ${index % 5}`, tier: pick(tiers, index), supportedBy: index % 3 === 0 ? [pick(names, index), 'Appui'] : [],
  lngLat: index % 10 === 0 ? null : [26.5 + random() * 5, -2.5 + random() * 2], areaName: index % 20 === 0 ? 'Karisimbi' : null, sourceRow: index + 2,
}));
const assessments = structures.filter((_, index) => index % 4 === 0).map(({ externalId }, index) => anAssessment({
  structureExternalId: externalId, assessedOn: `2025-0${1 + (index % 5)}-15`,
  stockLines: [{ item: 'pepKitAdult', batch: null, quantity: index % 3, expiry: index % 2 === 0 ? '2026-01-31' : null, countedOn: '2025-05-01' }],
}));
const initiatives = indexes(200).map((index) => anInitiative({
  externalId: `i${index}`, title: `${pick(names, index)} ${index % 7}`, tier: pick(tiers, index), organisations: [byOrganisation(pick(names, index)), byOrganisation('Bailleur', 'funder')],
  areaCodes: [pick(someAreas, index).code], budget: random() * 1e6, start: index % 2 === 0 ? '2025-01-01' : null, reached: { women: index % 9, men: null, girls: null, boys: null, total: index },
}));

const programmes: readonly ProgrammeEntry[] = structures.slice(0, 60).flatMap(({ externalId }, index): ProgrammeEntry[] => [
  { kind: 'kitMovement', record: aMovement({ externalId: `m${index}`, structureExternalId: externalId, on: `2025-0${1 + (index % 5)}-15`, lines: [{ item: 'pepKitAdult', batch: null, quantity: index, expiry: index % 2 === 0 ? '2026-01-31' : null }] }) },
  { kind: 'trainingSession', record: aSession({ externalId: `t${index}`, title: pick(names, index), tier: pick(tiers, index), origins: [fromStructure(externalId), fromStructure(`s${index + 1}`, null)], sourceRow: null }) },
  { kind: 'mission', record: aMission({ externalId: `v${index}`, tier: pick(tiers, index + 1), host: { structureScheme: 'test', structureExternalId: externalId }, lngLat: [27 + random(), -1.5], radiusKm: 0.1 + random() }) },
  { kind: 'proposalVerdict', record: aVerdict({ externalId: `a${index}`, structureExternalId: externalId, subjectExternalId: `m${index}` }) },
]);

async function fill(database: Database): Promise<void> {
  const db = database.kysely;
  await db.transaction().execute(async (transaction) => {
    const batch = await openBatch(transaction);
    await saveAreas(transaction, batch, someAreas);
    await savePlaces(transaction, batch, indexes(20).map((index) => ({ externalId: `p${index}`, type: 'settlement', name: pick(names, index), lngLat: [27 + index / 13, -1.5], population: index % 4 === 0 ? null : index * 1.1, source: 'Test', sourceRow: null })));
    await saveOrganisations(transaction, batch, names.map((name) => anOrganisation({ name, aliases: [`${name} et amis`] })));
    await saveStructures(transaction, batch, structures);
    await saveAssessments(transaction, batch, assessments);
    await assignStructureAreas(transaction);
    const named = initiatives.flatMap(({ organisations }) => organisations.map(({ organisation }) => ({ ...organisation, source: 'Test', sourceRow: 2 })));
    await saveInitiatives(transaction, batch, initiatives, await ensureOrganisations(transaction, batch, named));
    await saveProgrammes(transaction, batch, programmes);
    await saveProgrammes(transaction, batch, [{ kind: 'careStandard', record: { ...cmrMinimum, version: 2, source: 'Ministère', sourceRow: null } }]);
    await saveDecisions(transaction, batch, indexes(30).map((index) => aDecision({ subjectA: `test:i${index}`, subjectB: `test:i${index + 1}` })));
  });
}

async function all<Item>(pages: AsyncIterable<Item>): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of pages) items.push(item);
  return items;
}
const questionsOf = (viewer: Viewer): Record<string, (database: Database) => Promise<unknown>> => ({
  [`areas, ${viewer}`]: ({ kysely }) => listAreas(kysely, viewer, { limit: 100 }),
  [`structures, ${viewer}`]: ({ kysely }) => listStructures(kysely, viewer, { limit: 1000 }),
  [`a second page of structures, ${viewer}`]: ({ kysely }) => listStructures(kysely, viewer, { limit: 10, after: structureId('test', 's1') }),
  [`one structure, ${viewer}`]: ({ kysely }) => getStructure(kysely, viewer, structureId('test', 's2')),
  [`assessments, ${viewer}`]: ({ kysely }) => listAssessments(kysely, viewer, structures.map(({ externalId }) => structureId('test', externalId))),
  [`initiatives, ${viewer}`]: ({ kysely }) => listInitiatives(kysely, viewer, { limit: 1000 }),
  [`a second page of initiatives, ${viewer}`]: ({ kysely }) => listInitiatives(kysely, viewer, { limit: 10, after: initiativeId('test', 'i4') }),
  [`organisations, ${viewer}`]: ({ kysely }) => listOrganisations(kysely, viewer, { limit: 100 }),
  [`decisions, ${viewer}`]: ({ kysely }) => listDecisions(kysely, viewer),
  [`programmes, ${viewer}`]: async ({ kysely }) => {
    const items = await Promise.all(programmeKinds.map((kind) => listProgrammes(kysely, viewer, kind)));
    // Each database gave its loads ids and times of its own.
    return items.flat().map(({ origin, ...item }) => ({ ...item, isSaid: origin.importId !== null }));
  },
  [`standards, ${viewer}`]: ({ kysely }) => listStandards(kysely, viewer),
  [`input of the analysis, ${viewer}`]: async ({ kysely }) => [
    await all(input.readAreasForAnalysis(kysely, viewer)), await all(input.readPlacesForAnalysis(kysely, viewer)), await all(input.readStructuresForAnalysis(kysely, viewer)),
    await all(input.readEvidenceForAnalysis(kysely, viewer)), await all(input.readInitiativesForAnalysis(kysely, viewer)), await all(input.readDecisionsForAnalysis(kysely, viewer)),
    await all(input.readProgrammesForAnalysis(kysely, viewer)),
  ],
});

describeEqualAnswers('Both databases give the same answers', {
  'index of areas': ({ kysely }) => areaIndex(kysely),
  'extent': ({ kysely }) => areasExtent(kysely),
  'structures outside their areas': ({ kysely }) => findPlacementFaults(kysely, structures),
  ...questionsOf('public'),
  ...questionsOf('coordination'),
}, fill);

const zonesFile = new URL('../../../shared/data/areas/drc-health-zones.geojson', import.meta.url);
const zones = (): AreaRecord[] => {
  const { features } = JSON.parse(readFileSync(zonesFile, 'utf8')) as { features: { properties: { zs_pcode: string; zs_name: string }; geometry: { type: string; coordinates: unknown } }[] };
  return features.map(({ properties, geometry: { type, coordinates } }) => anArea({
    type: 'healthZone', code: properties.zs_pcode, name: properties.zs_name, geometry: { type: 'MultiPolygon', coordinates: type === 'Polygon' ? [coordinates] : coordinates } as MultiPolygon,
  }));
};

if (existsSync(zonesFile)) {
  describeEqualAnswers('Both databases give the same answers about the 518 published health zones', {
    'outlines, repaired and measured': async ({ kysely }) => all(input.readAreasForAnalysis(kysely, 'public')),
    'outlines, simplified': async ({ kysely }) => all(listAreaGeometries(kysely, 'public', 'healthZone', { toleranceDeg: 0.01 })),
    'which zone holds each of 2,000 points': async ({ kysely }) => all(input.readStructuresForAnalysis(kysely, 'public')),
  }, async ({ kysely }) => {
    const batch = await openBatch(kysely);
    const records = zones();
    for (let start = 0; start < records.length; start += 50) {
      const part = records.slice(start, start + 50);
      const checks = await checkGeometries(kysely, part.flatMap(({ geometry }) => (geometry === null ? [] : [geometry])));
      await saveAreas(kysely, batch, part.map((record, index) => ({ ...record, geometry: checks[index]?.geometry ?? null })));
    }
    const point = seeded(11);
    await saveStructures(kysely, batch, indexes(2000).map((index) => aStructure({ externalId: `p${index}`, lngLat: [12.3 + point() * 18.7, -13 + point() * 18] })));
    await assignStructureAreas(kysely);
  });
}
