import { expect, it } from 'vitest';
import type { Database } from '#db/database';
import { saveAssessments } from '#db/stores/assessments';
import { bumpDataVersion } from '#db/stores/data-version';
import { finishBatch, startBatch } from '#db/stores/import-batches';
import { type ProgrammeEntry, saveProgrammes } from '#db/stores/programmes';
import type { KitMovement, TrainingSession } from '#domain/programme-records';
import { proposalsOf, type ProposalSubject } from '#domain/proposals';
import type { AssessmentRecord } from '#domain/records';
import { fillByHand, provenance } from '../../tests/api/hand-made-data';
import { openApp, useApp } from '../../tests/api/open-app';
import { describeOnBothDatabases } from '../../tests/databases';
import { structureDetail, type StructureDetail, type StructureItem } from './contract/records';

const AT_ONE = { structureScheme: 'main', structureExternalId: 'S1' };
const kits = (quantity: number, expiry: string | null, batch: string): KitMovement['lines'][number] => ({ item: 'pepKitAdult', batch, quantity, expiry });
const movement = (externalId: string, kind: KitMovement['kind'], on: string, lines: KitMovement['lines']): KitMovement => ({ scheme: 'main', externalId, ...AT_ONE, kind, on, lines, organisation: 'Delta', ...provenance });

const ACCEPTED_DELIVERY = movement('M1', 'delivery', '2025-05-10', [kits(10, '2026-01-31', 'L2')]);
const WAITING_DELIVERY = movement('M2', 'delivery', '2025-05-12', [kits(99, '2026-01-31', 'L3')]);
const USE = movement('M3', 'consumption', '2025-05-20', [kits(7, '2025-07-20', 'L1')]);
const TRAINING: TrainingSession = {
  scheme: 'main', externalId: 'T1', title: 'Prise en charge du viol', topic: 'cmr', audience: 'healthStaff', areaCode: null, start: '2025-05-18', end: '2025-05-20', status: 'completed', planned: null, women: null, men: null, total: null,
  protocolVersion: '2024', organisations: [], origins: [{ ...AT_ONE, cadre: 'nurse', number: 2, women: 1, men: 1 }], tier: 'public', ...provenance,
};

function accepted(subject: ProposalSubject): ProgrammeEntry {
  const [proposal] = proposalsOf(subject);
  return { kind: 'proposalVerdict', record: { scheme: 'main', externalId: `V-${subject.record.externalId}`, subject: subject.kind, subjectScheme: 'main', subjectExternalId: subject.record.externalId, digest: proposal?.digest ?? '', ...AT_ONE, verdict: 'accepted', reason: null, decidedBy: 'Division provinciale', decidedOn: '2025-05-21', ...provenance } };
}

const PROGRAMMES: ProgrammeEntry[] = [
  { kind: 'kitMovement', record: ACCEPTED_DELIVERY },
  { kind: 'kitMovement', record: WAITING_DELIVERY },
  { kind: 'kitMovement', record: USE },
  { kind: 'trainingSession', record: TRAINING },
  accepted({ kind: 'kitMovement', record: ACCEPTED_DELIVERY }),
  accepted({ kind: 'trainingSession', record: TRAINING }),
];

/** Ten days before the first assessment, another source found the structure closed. */
const CLOSED: AssessmentRecord = {
  externalId: 'E-closed', ...AT_ONE, assessedOn: '2025-04-21', assessedBy: 'Équipe de visite', functionality: 'none', accessibility: 'unknown', protocol: 'unknown', privateRoom: 'unknown', referralPath: 'unknown', services: [], trainedStaff: [], stockLines: [],
  source: 'Visite', sourceRow: 3,
};

async function fill(database: Database): Promise<void> {
  await fillByHand(database);
  await database.kysely.transaction().execute(async (transaction) => {
    const batch = await startBatch(transaction, { fileName: 'programmes.json', sha256: '2'.repeat(64), profile: 'exercise', source: provenance.source, exercise: false });
    await saveAssessments(transaction, batch, [CLOSED]);
    await saveProgrammes(transaction, batch, PROGRAMMES);
    await finishBatch(transaction, batch, { rows: 1, accepted: 1, unchanged: 0, refused: 0 });
    await bumpDataVersion(transaction);
  });
}

describeOnBothDatabases('what is known of one structure', (database) => {
  const api = useApp(database, 'coordination', fill);
  async function one(from: Pick<ReturnType<typeof api>, 'json'>, query = '?asOf=2025-05-31'): Promise<StructureDetail> {
    const { items } = await from.json<{ items: StructureItem[] }>('/api/structures?search=Hôpital Un');
    return structureDetail.strict().parse(await from.json(`/api/structures/${items[0]?.id ?? ''}${query}`));
  }

  it('is told with what programmes brought, once a person accepted it; uses count at once', async () => {
    const detail = await one(api());
    expect(detail.movements.map(({ kind, on, lines }) => [kind, on, lines?.map(({ quantity }) => quantity)]).sort()).toEqual([['consumption', '2025-05-20', [7]], ['delivery', '2025-05-10', [10]]]);
    expect(detail.trainings).toMatchObject([{ heldOn: '2025-05-20', cadre: 'nurse', number: 2, women: 1, men: 1, topic: 'cmr', protocolVersion: '2024' }]);
    expect([detail.readiness, detail.need]).toEqual(['ready', null]);
    // 37 counted and 10 delivered, 7 given out.
    expect(detail.criteria.find(({ code }) => code === 'pepKits')).toMatchObject({ verdict: 'met', quantity: 40 });
  });

  it('says what the stock leaves to expect', async () => {
    const [item] = (await one(api())).stockOutlook ?? [];
    expect(item).toMatchObject({ item: 'pepKitAdult', usable: 40, isComplete: true });
    expect(item?.monthsOfStock).toBeGreaterThan(0);
    expect(item?.lapsesAfter).toBe('2026-01-03');
  });

  it('names both sources where they do not agree, and which of them counts', async () => {
    const { disagreements } = await one(api());
    expect(disagreements).toMatchObject([
      { code: 'functioning', required: true, rule: 'newest', sides: [{ on: '2025-05-01', verdict: 'met', counts: true }, { source: 'Visite', on: '2025-04-21', verdict: 'unmet', cause: 'notAccepted', counts: false }] },
    ]);
  });

  it('says what is lacking on a later day without resupply, and keeps quantities from the public', async () => {
    const then = await one(api(), '?asOf=2025-05-31&at=2026-02-15');
    expect([then.readiness, then.need, then.missing]).toEqual(['notReady', 'equip', ['pepKits']]);
    const everybody = await openApp(database(), 'public');
    const seen = await one(everybody);
    await everybody.close();
    expect([seen.readiness, seen.stockOutlook]).toEqual(['ready', null]);
    expect(seen.movements).toEqual([]);
    // Two nurses: too few to be told, as is that one of them is a woman.
    expect(seen.trainings).toMatchObject([{ cadre: 'nurse', number: null, women: null, men: null }]);
  });
});
