import { addDays } from '#domain/dates';
import type { Assessed, EvidenceHistory } from '#domain/evidence';
import { pick, seededRandom } from './seeded-random';

const FIRST_DAY = '2023-01-01';

/** Structures with some assessments each, and on one in ten also trainings and movements of kits, over three years. The same for the same seed. */
export function makeHistories(structures: number, assessments: number, seed: number): EvidenceHistory[] {
  const random = seededRandom(seed);
  const chance = (share: number): boolean => random() < share;
  const dayIn = (days: number): string => addDays(FIRST_DAY, pick(random, days));
  return Array.from({ length: structures }, (): EvidenceHistory => ({
    assessments: Array.from({ length: assessments }, () => makeAssessment(random, dayIn(1050))),
    trainings: chance(0.1)
      ? [{ cadre: 'nurse', number: 1 + pick(random, 3), women: null, men: null, topic: 'cmr', title: 'Session', protocolVersion: null, source: 'Formation', heldOn: dayIn(1050) }]
      : [],
    movements: chance(0.1)
      ? [
          { kind: 'delivery', on: dayIn(1050), organisation: null, source: 'Livraison', lines: [{ item: 'pepKitAdult', batch: 'D1', quantity: 10, expiry: dayIn(1600) }] },
          { kind: 'consumption', on: dayIn(1050), organisation: null, source: 'Registre', lines: [{ item: 'pepKitAdult', batch: 'D1', quantity: 2, expiry: null }] },
        ]
      : [],
  }));
}

function makeAssessment(random: () => number, assessedOn: string): Assessed {
  const chance = (share: number): boolean => random() < share;
  const answer = () => (chance(0.1) ? 'unknown' : chance(0.7) ? 'yes' : 'no');
  const level = () => (chance(0.1) ? 'unknown' : chance(0.6) ? 'full' : chance(0.6) ? 'partial' : 'none');
  const line = (item: Assessed['stockLines'][number]['item']): Assessed['stockLines'][number] => ({ item, batch: 'L1', quantity: pick(random, 20), expiry: chance(0.1) ? null : addDays(assessedOn, pick(random, 700)), countedOn: assessedOn });
  return {
    assessedOn,
    assessedBy: null,
    source: chance(0.5) ? 'A' : 'B',
    functionality: level(),
    accessibility: level(),
    protocol: answer(),
    privateRoom: answer(),
    referralPath: answer(),
    services: chance(0.5) ? [{ service: 'cmr', availability: 'available', barriers: [] }] : [],
    trainedStaff: chance(0.8) ? [{ service: 'cmr', cadre: 'nurse', number: chance(0.1) ? null : pick(random, 4), women: null, men: null, trainedOn: chance(0.1) ? null : addDays(assessedOn, -pick(random, 900)), protocolVersion: null }] : [],
    stockLines: chance(0.8) ? [line('pepKitAdult'), line('pepKitAdult'), line('emergencyContraception')] : [],
  };
}
