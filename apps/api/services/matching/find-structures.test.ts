import { expect, it } from 'vitest';
import { saveAreas } from '#db/stores/areas';
import { anAssessment, aStructure, openBatch, someAreas } from '#db/stores/sample-records';
import { assignStructureAreas, saveStructures } from '#db/stores/structures';
import { saveNameVerdicts } from '#db/stores/verdicts';
import type { StructureClaim } from '#domain/import-records';
import { describeOnBothDatabases } from '../../../../tests/databases';
import { stageRow, type StagedRow } from '../import/staged-row';
import { findStructures } from './find-structures';
import { matchStructures } from './match-records';
import { verdictsOfAnswers } from './name-questions';

const claim = (name: string, more: Partial<StructureClaim> = {}): StructureClaim => ({ name, areaCode: null, areaName: null, lngLat: null, ...more });
const rowOf = (structureClaim: StructureClaim): StagedRow =>
  stageRow({ row: 2, records: [{ kind: 'assessment', record: anAssessment({ structureScheme: '', structureExternalId: '' }), structureClaim }], issues: [], areaClaims: [], cells: {} });
const outcomeOf = ({ records, issues }: StagedRow): string[] => [...records.flatMap((entry) => (entry.kind === 'assessment' ? [`${entry.record.structureScheme}:${entry.record.structureExternalId}`] : [])), ...issues.map(({ code, expected }) => `${code} ${expected ?? ''}`.trim())];

describeOnBothDatabases('Assessments that name their structure', (database) => {
  const find = async (structureClaim: StructureClaim) => {
    const row = rowOf(structureClaim);
    const questions = await findStructures(database().kysely, [row]);
    return { outcome: outcomeOf(row), questions: questions.list() };
  };

  it('find it by name, type, area and position; what fits several or none is asked', async () => {
    const db = database().kysely;
    await saveAreas(db, await openBatch(db), someAreas);
    const at = (externalId: string, name: string, type: 'CS' | 'PS' | 'HGR', lng: number, scheme = 'list') => aStructure({ scheme, externalId, name, type, lngLat: [lng, -1.5] });
    await saveStructures(db, await openBatch(db), [at('1', 'Lac Centre de Santé', 'CS', 27.5), at('2', 'Lac Poste de Santé', 'PS', 27.5), at('3', 'Salama Centre de Santé', 'CS', 27.2), at('4', 'Salama Centre de Santé', 'CS', 28.2)]);
    await saveStructures(db, await openBatch(db), [at('1', 'CS du Lac', 'CS', 27.501, 'osm')]);
    await assignStructureAreas(db);
    await matchStructures(db);
    expect((await find(claim('Centre de santé LAC'))).outcome).toEqual(['list:1']);
    expect((await find(claim('Poste de santé du Lac'))).outcome).toEqual(['list:2']);
    expect((await find(claim('CS Salama', { areaName: 'ZS Goma' }))).outcome).toEqual(['list:3']);
    expect((await find(claim('CS Salama', { areaCode: 'CD6101ZS02' }))).outcome).toEqual(['list:4']);
    expect((await find(claim('CS Salama', { lngLat: [28.21, -1.5] }))).outcome).toEqual(['list:4']);
    const several = await find(claim('CS Salama'));
    expect(several.outcome).toEqual(['structureAmbiguous Salama Centre de Santé, Goma ; Salama Centre de Santé, Karisimbi']);
    expect(several.questions[0]?.candidates.map(({ label }) => label).sort()).toEqual(['Salama Centre de Santé, Goma', 'Salama Centre de Santé, Karisimbi']);
  });

  it('a person’s answer is remembered', async () => {
    const misspelt = claim('CS Salamma', { areaName: 'Goma' });
    const { outcome, questions } = await find(misspelt);
    expect(outcome).toEqual(['structureUnknown']);
    expect(questions).toMatchObject([{ kind: 'structure', given: 'CS Salamma', within: 'Goma', candidates: [{ label: 'Salama Centre de Santé, Goma', reasons: ['nameAlike', 'sameArea'] }] }]);
    const answer = { questionId: questions[0]?.id ?? '', candidateId: questions[0]?.candidates[0]?.id ?? null };
    await saveNameVerdicts(database().kysely, verdictsOfAnswers(questions, [answer]), '2025-06-01');
    expect(await find(misspelt)).toEqual({ outcome: ['list:3'], questions: [] });
    expect((await find(claim('Hôpital de nulle part'))).outcome).toEqual(['structureUnknown']);
  });
});
