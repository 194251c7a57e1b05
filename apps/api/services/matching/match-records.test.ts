import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readEvidenceForAnalysis, readStructuresForAnalysis } from '#db/stores/analysis-input';
import { saveAreas } from '#db/stores/areas';
import { listAssessments, saveAssessments } from '#db/stores/assessments';
import type { Handle } from '#db/stores/handle';
import { listMatches, readMatchSides } from '#db/stores/matches';
import { aStructure, anAssessment, openBatch, someAreas } from '#db/stores/sample-records';
import { assignStructureAreas, getStructure, listStructures, listStructureSources, saveStructures, structureId } from '#db/stores/structures';
import { undoBatch } from '#db/stores/undo-batch';
import { saveMatchVerdict } from '#db/stores/verdicts';
import { describeOnBothDatabases } from '../../../../tests/databases';
import { importFile } from '../import/import-file';
import { undoImport } from '../import/undo-import';
import { matchStructures } from './match-records';

const kivu = (externalId: string, scheme: string, name: string, lng: number, more: Parameters<typeof aStructure>[0] | object = {}) => aStructure({ scheme, externalId, name, lngLat: [lng, -1.5], ...more });
/** Every pair with its names and whether it is joined, in alphabetical order. */
const pairsOf = async (db: Handle): Promise<string[]> => {
  const pairs: string[] = [];
  for (const state of ['joined', 'open'] as const) {
    const { items } = await listMatches(db, 'coordination', 'structure', state, { limit: 1000 });
    const sides = await readMatchSides(db, 'coordination', 'structure', items.flatMap(({ sideA, sideB }) => [sideA, sideB]));
    pairs.push(...items.map(({ sideA, sideB }) => `${[sideA, sideB].map((id) => sides.get(id)?.label).sort().join(' = ')} ${state}`));
  }
  return pairs.sort();
};

describeOnBothDatabases('Two lists of structures', (database) => {
  const shown = async (viewer: 'public' | 'coordination' = 'coordination') => (await listStructures(database().kysely, viewer, { limit: 50 })).items.map(({ name }) => name);
  let secret = '';
  const [first, second] = [structureId('list', 'lac'), structureId('osm', 'lac')];

  it('are one set: both records kept, one shown, with the ids, sources and assessments of both', async () => {
    const db = database().kysely;
    await saveAreas(db, await openBatch(db), someAreas);
    await saveStructures(db, await openBatch(db), [kivu('lac', 'list', 'Lac Centre de Santé', 27.5, { supportedBy: ['Appui'], source: 'Liste' }), kivu('port', 'list', 'Port Poste de Santé', 27.6)]);
    const later = await openBatch(db);
    await saveStructures(db, later, [kivu('lac', 'osm', 'Centre de santé du Lac', 27.501, { supportedBy: ['Appui', 'Autre'], source: 'OSM' }), kivu('port', 'osm', 'Hôpital Général de Référence Port', 27.6, { type: 'HGR' })]);
    await saveAssessments(db, later, [anAssessment({ structureScheme: 'osm', structureExternalId: 'port', assessedOn: '2025-05-02' })]);
    await assignStructureAreas(db);
    expect(await matchStructures(db)).toBe(true);
    expect(await matchStructures(db)).toBe(false);
    expect(await pairsOf(db)).toEqual(['Centre de santé du Lac = Lac Centre de Santé joined', 'Hôpital Général de Référence Port = Port Poste de Santé open']);
    expect(await shown()).toEqual(['Hôpital Général de Référence Port', 'Lac Centre de Santé', 'Port Poste de Santé']);
    const lake = await getStructure(db, 'public', first);
    expect(lake).toMatchObject({ id: first, externalIds: [{ scheme: 'list', id: 'lac' }, { scheme: 'osm', id: 'lac' }], supportedBy: ['Appui', 'Autre'] });
    expect(await getStructure(db, 'public', second)).toEqual(lake);
    expect((await listStructureSources(db, 'public', first)).map(({ name, source }) => [name, source])).toEqual([['Lac Centre de Santé', 'Liste'], ['Centre de santé du Lac', 'OSM']]);
  });

  it('a change of the first keeps it first; an assessment of either counts for the one, and lets that one stand', async () => {
    const db = database().kysely;
    const batch = await openBatch(db);
    await saveStructures(db, batch, [kivu('lac', 'list', 'Lac Centre de Santé', 27.5002, { source: 'Liste' })]);
    expect(await matchStructures(db)).toBe(false);
    await saveAssessments(db, batch, [anAssessment({ structureScheme: 'osm', structureExternalId: 'lac' })]);
    expect(await matchStructures(db)).toBe(true);
    expect(await getStructure(db, 'public', first)).toMatchObject({ id: second });
    await saveAssessments(db, batch, [anAssessment({ structureScheme: 'list', structureExternalId: 'lac', assessedOn: '2025-05-03' })]);
    await matchStructures(db);
    expect((await listAssessments(db, 'public', [first])).map(({ structureId: of, assessedOn }) => [of, assessedOn])).toEqual([[first, '2025-05-03'], [first, '2025-05-01']]);
    const structures = [];
    for await (const page of readStructuresForAnalysis(db, 'public')) structures.push(...page.map(({ id }) => id));
    const evidence = [];
    for await (const page of readEvidenceForAnalysis(db, 'public')) evidence.push(...page.map(({ structureId: of }) => of));
    expect([structures.length, evidence.filter((of) => of === first).length, evidence.includes(second)]).toEqual([3, 2, false]);
  });

  it('said-different: apart, and apart for good; said-same brings them together again', async () => {
    const db = database().kysely;
    const say = (verdict: 'same' | 'different') => saveMatchVerdict(db, { kind: 'structure', sideA: second, sideB: first, verdict, reason: '', decidedBy: 'Groupe de travail', decidedOn: '2025-06-01' });
    await say('different');
    expect(await matchStructures(db)).toBe(true);
    expect(await matchStructures(db)).toBe(false);
    expect(await shown()).toEqual(['Centre de santé du Lac', 'Hôpital Général de Référence Port', 'Lac Centre de Santé', 'Port Poste de Santé']);
    await say('same');
    await matchStructures(db);
    expect(await shown()).toHaveLength(3);
  });

  it('safe-house: a person who joins it with a public record hides both from the public', async () => {
    const db = database().kysely;
    secret = await openBatch(db);
    await saveStructures(db, secret, [kivu('port', 'secret', 'Port Poste de Santé', 27.6, { tier: 'hidden' })]);
    await matchStructures(db);
    expect(await shown('public')).toContain('Port Poste de Santé');
    await saveMatchVerdict(db, { kind: 'structure', sideA: structureId('list', 'port'), sideB: structureId('secret', 'port'), verdict: 'same', reason: '', decidedBy: 'Groupe de travail', decidedOn: '2025-06-01' });
    await matchStructures(db);
    expect(await shown('public')).not.toContain('Port Poste de Santé');
    expect(await getStructure(db, 'public', structureId('list', 'port'))).toBeNull();
    expect((await shown()).filter((name) => name === 'Port Poste de Santé')).toHaveLength(1);
  });

  it('a record that goes with its load leaves the others standing', async () => {
    const db = database().kysely;
    expect(await undoBatch(db, secret)).toEqual([]);
    await matchStructures(db);
    expect(await shown('public')).toContain('Port Poste de Santé');
    expect(await getStructure(db, 'public', structureId('list', 'port'))).toMatchObject({ externalIds: [{ scheme: 'list', id: 'port' }] });
  });
});

const DATA = new URL('../../../../../shared/data/facilities/', import.meta.url);
if (existsSync(DATA)) {
  describeOnBothDatabases('Two real lists of Ituri, in either order', (database) => {
    it('give the same pairs and the same number of structures', async () => {
      const db = database();
      const [header, ...lines] = readFileSync(new URL('drc-public-facilities-2019.csv', DATA), 'utf8').split('\n');
      const list = new TextEncoder().encode([header, ...lines.filter((line) => line.includes(',Ituri,'))].join('\n'));
      const osm = new Uint8Array(readFileSync(new URL('ituri-healthsites-2026.geojson', DATA)));
      const files = [[list, 'liste.csv'], [osm, 'osm.geojson']] as const;
      const load = async (order: typeof files[number][]) => {
        for (const [bytes, fileName] of order) await importFile({ database: db }, bytes, { fileName, importId: fileName, dryRun: false, acceptPartial: true });
        const answer = { pairs: await pairsOf(db.kysely), shown: (await listStructures(db.kysely, 'coordination', { limit: 1 })).total };
        for (const [, fileName] of order) expect((await undoImport(db, fileName, { laterChanges: 'ask', actor: null })).undone).toBe(true);
        expect([await pairsOf(db.kysely), (await listStructures(db.kysely, 'coordination', { limit: 1 })).total]).toEqual([[], 0]);
        return answer;
      };
      const [one, other] = [await load([files[0], files[1]]), await load([files[1], files[0]])];
      expect(other).toEqual(one);
      expect(one.pairs.filter((pair) => pair.endsWith('joined')).length).toBeGreaterThan(100);
      expect(one.pairs.filter((pair) => pair.endsWith('open')).length).toBeGreaterThan(10);
    });
  });
}
