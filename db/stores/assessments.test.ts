import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { describeOnBothDatabases } from '../../tests/databases';
import { readEvidenceForAnalysis } from './analysis-input';
import { listAssessments, saveAssessments } from './assessments';
import { anAssessment, aStructure, openBatch } from './sample-records';
import { saveStructures, structureId } from './structures';

const full = anAssessment({
  structureExternalId: 'centre',
  services: [{ service: 'cmr', availability: 'partial', barriers: ['training', 'supplies'] }, { service: 'psychosocial', availability: 'unknown', barriers: [] }],
  trainedStaff: [{ service: 'cmr', cadre: 'nurse', number: 2, women: 1, men: null, trainedOn: '2024-06-10', protocolVersion: '2019' }, { service: 'cmr', cadre: 'doctor', number: null, women: null, men: null, trainedOn: null, protocolVersion: null }],
  stockLines: [{ item: 'pepKitAdult', batch: 'L1', quantity: 4, expiry: '2026-01-31', countedOn: '2025-05-01' }, { item: 'pepKitChild', batch: null, quantity: 0, expiry: null, countedOn: '2025-05-01' }],
});
const centre = structureId('test', 'centre');
const house = structureId('test', 'safe-house');

describeOnBothDatabases('Assessments', (database) => {
  const evidence = async (viewer: 'public' | 'coordination') => {
    const rows = [];
    for await (const page of readEvidenceForAnalysis(database().kysely, viewer)) rows.push(...page);
    return rows;
  };

  it('come back as they went in, batch by batch', async () => {
    const db = database().kysely;
    const batch = await openBatch(db);
    await saveStructures(db, batch, [aStructure({ externalId: 'centre' }), aStructure({ externalId: 'safe-house', tier: 'hidden' })]);
    expect(await saveAssessments(db, batch, [full, anAssessment({ structureExternalId: 'nowhere' }), anAssessment({ structureExternalId: 'safe-house' })])).toEqual(['added', 'structureUnknown', 'added']);
    const { externalId: _e, structureScheme: _s, structureExternalId: _x, ...content } = full;
    expect(await listAssessments(db, 'coordination', [centre])).toEqual([{ structureId: centre, ...content }]);
  });

  it('the same once more changes nothing', async () => {
    const db = database().kysely;
    expect(await saveAssessments(db, await openBatch(db), [full, { ...full, sourceRow: 99 }])).toEqual(['unchanged', 'unchanged']);
  });

  it('a correction is added, and the old one kept out of sight', async () => {
    const db = database().kysely;
    const batch = await openBatch(db);
    expect(await saveAssessments(db, batch, [{ ...full, functionality: 'none' }])).toEqual(['changed']);
    expect(await saveAssessments(db, batch, [full])).toEqual(['changed']);
    expect((await listAssessments(db, 'coordination', [centre])).map(({ functionality }) => functionality)).toEqual(['full']);
    const { rows } = await sql<{ revision: number; superseded: boolean }>`select revision, superseded from assessment where structure_id = ${centre} order by revision`.execute(db);
    expect(rows).toEqual([{ revision: 1, superseded: true }, { revision: 2, superseded: true }, { revision: 3, superseded: false }]);
  });

  it('newest first, whatever the order in which they came', async () => {
    const db = database().kysely;
    await saveAssessments(db, await openBatch(db), ['2025-05-20', '2024-01-01', '2025-05-10'].map((assessedOn) => anAssessment({ structureExternalId: 'centre', externalId: assessedOn, assessedOn })));
    expect((await listAssessments(db, 'public', [centre])).map(({ assessedOn }) => assessedOn)).toEqual(['2025-05-20', '2025-05-10', '2025-05-01', '2024-01-01']);
  });

  it('stock levels are not for the public; readiness is still computed from them', async () => {
    const db = database().kysely;
    expect((await listAssessments(db, 'public', [centre])).map(({ stockLines }) => stockLines)).toEqual([null, null, null, null]);
    const counted = (await evidence('public')).filter(({ evidence: { stockLines } }) => stockLines.length > 0);
    expect(counted).toMatchObject([{ structureId: centre, evidence: { stockLines: full.stockLines, trainedStaff: full.trainedStaff, assessedBy: 'Bureau de zone', source: 'Test' } }]);
  });

  it('safe-house: its evidence does not exist for the public', async () => {
    const db = database().kysely;
    expect(await listAssessments(db, 'public', [house])).toEqual([]);
    expect(await listAssessments(db, 'coordination', [house])).toHaveLength(1);
    expect((await evidence('public')).map(({ structureId: id }) => id)).not.toContain(house);
    expect((await evidence('coordination')).map(({ structureId: id }) => id)).toContain(house);
  });
});
