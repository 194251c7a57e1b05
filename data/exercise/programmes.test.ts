import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { ImportRecord } from '#domain/import-records';
import { disagreements } from '#domain/disagreements';
import { servicesAnnounced } from '#domain/initiative-rules';
import { missionPhase } from '#domain/mission-rules';
import { proposalsOf, proposalState, type ProposalSubject } from '#domain/proposals';
import { readiness } from '#domain/readiness';
import { cmrMinimum, shippedStandards } from '#domain/shipped-standards';
import { standardInForce, stateOfStandard } from '#domain/standard-versions';
import { stockOutlook } from '#domain/stock-outlook';
import { historiesIn, readinessAt, recordsOf } from './exercise-picture';
import { REPORTED_ON } from './exercise-records';

const { records } = JSON.parse(readFileSync(new URL('exercise.json', import.meta.url), 'utf8')) as { records: ImportRecord[] };
const sessions = recordsOf(records, 'trainingSession');
const movements = recordsOf(records, 'kitMovement');
const missions = recordsOf(records, 'mission');
const verdicts = recordsOf(records, 'proposalVerdict');
const standards = [...shippedStandards, ...recordsOf(records, 'careStandard')];
const called = (name: string) => historiesIn(records).find(({ structure }) => structure.name === name)!;

describe('the programmes of the exercise', () => {
  it('standards: a draft stands beside the default one and is not in force; it would fail structures that pass today', () => {
    const draft = standards.find(({ code, version }) => code === 'cmr-minimum' && version === 2)!;
    expect([stateOfStandard(standards, draft, REPORTED_ON), standardInForce(standards, 'cmr-minimum', REPORTED_ON)?.version]).toEqual(['draft', 1]);
    const ready = (standard: typeof draft): number => readinessAt(records, REPORTED_ON, standard).filter(({ result }) => result.readiness === 'ready').length;
    expect(ready(draft)).toBeLessThan(ready(cmrMinimum));
  });

  it('care per service: one hospital repairs fistulas, three campaigns announce more than care after rape', () => {
    const fistula = shippedStandards.find(({ service }) => service === 'fistulaRepair')!;
    expect(readinessAt(records, REPORTED_ON, fistula).filter(({ result }) => result.readiness === 'ready').map(({ structure }) => structure.name)).toEqual(['Hôpital d’exercice des fistules']);
    expect(recordsOf(records, 'initiative').filter((one) => one.announcedServices !== undefined).map((one) => servicesAnnounced(one))).toEqual([['cmr', 'legalAid'], ['cmr', 'fistulaRepair'], ['cmr', 'fistulaRepair']]);
  });

  it('assessments: two sources do not say the same of one structure, and the newer counts', () => {
    const { history } = called('CSR d’exercice Bunia, site');
    expect(disagreements(history, cmrMinimum, REPORTED_ON).length).toBeGreaterThan(0);
    expect(readiness(history, cmrMinimum, { asOf: REPORTED_ON }).readiness).toBe('ready');
  });

  it('what is proposed: a training on Idjwi and a delivery to Oicha wait; a delivery was rejected', () => {
    const subjects: ProposalSubject[] = [...sessions.map((record): ProposalSubject => ({ kind: 'trainingSession', record })), ...movements.map((record): ProposalSubject => ({ kind: 'kitMovement', record }))];
    const proposals = subjects.flatMap(proposalsOf);
    const inState = (state: string): string[] => proposals.filter((one) => proposalState(one, verdicts) === state).map(({ structureExternalId }) => structureExternalId).sort();
    expect([inState('open'), inState('rejected')]).toEqual([['STR-016', 'STR-049', 'STR-050'], ['STR-003']]);
    expect(inState('accepted').length).toBe(verdicts.length - 1);
  });

  it('accepted, the delivery makes the hospital of Oicha ready, and the training that of Idjwi', () => {
    const all = [...sessions.map((record): ProposalSubject => ({ kind: 'trainingSession', record })), ...movements.map((record): ProposalSubject => ({ kind: 'kitMovement', record }))].flatMap(proposalsOf);
    const yes: ImportRecord[] = all.filter((one) => proposalState(one, verdicts) === 'open').map((proposal, at) => ({ kind: 'proposalVerdict', record: { ...verdicts[0]!, ...proposal, externalId: `TEST-${String(at)}`, verdict: 'accepted', decidedOn: REPORTED_ON } }));
    const readyIn = (given: readonly ImportRecord[]): string[] => readinessAt(given, REPORTED_ON).filter(({ result }) => result.readiness === 'ready').map(({ structure }) => structure.name);
    const before = readyIn(records);
    expect(readyIn([...records, ...yes]).filter((name) => !before.includes(name))).toEqual(['HGR d’exercice Oicha', 'HGR d’exercice Idjwi']);
  });

  it('kits: the hospital of Beni uses 11 kits in six months, so what lies there expires unused in part or is out before', () => {
    const outlook = stockOutlook(called('HGR d’exercice Beni').history, cmrMinimum, REPORTED_ON);
    expect(outlook.find(({ item }) => item === 'pepKitAdult')).toMatchObject({ usable: 11 });
  });

  it('missions: before, during and after; one that is only planned', () => {
    const days = { asOf: REPORTED_ON, at: REPORTED_ON };
    expect(missions.map((mission) => [missionPhase(mission, days), mission.status])).toEqual([['ended', 'completed'], ['running', 'completed'], ['coming', 'planned'], ['coming', 'planned']]);
    expect(missions.map((mission) => missionPhase(mission, { asOf: REPORTED_ON, at: '2025-06-20' }))).toEqual(['ended', 'ended', 'running', 'coming']);
  });

  it('sessions for others: every group was trained but ex-combatants in the last six months, with women and men counted', () => {
    const groups = ['peacekeepingMilitary', 'communityLiaisonAssistants', 'armedForces', 'armedForcesDependants', 'exCombatants', 'police', 'penitentiaryAgents', 'communityLeaders', 'pupilsAndTeachers'];
    expect(groups.filter((group) => !sessions.some(({ audience, status, end }) => audience === group && status === 'completed' && end > '2024-11-30'))).toEqual(['exCombatants']);
    for (const { women, men, total } of sessions) if (women !== null && men !== null) expect(women + men).toBe(total);
  });
});
