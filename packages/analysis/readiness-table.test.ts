import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CareStandard } from '#domain/care-standard';
import { addDays } from '#domain/dates';
import type { Assessed, EvidenceHistory } from '#domain/evidence';
import { readiness } from '#domain/readiness';
import { shippedStandards } from '#domain/shipped-standards';
import { buildReadinessTable, judgeAll, READY, NOT_READY, UNKNOWN } from './readiness-table';

/** Few days, so that assessments of one day, and of what is dated after them, come up often. */
const day = (span: number) => fc.integer({ min: 0, max: span }).map((days) => addDays('2024-01-01', days * 7));
const item = fc.constantFrom('pepKitAdult' as const, 'pepKitChild' as const, 'fistulaRepairSet' as const);
const cadre = fc.constantFrom('doctor' as const, 'nurse' as const);
const service = fc.constantFrom('cmr' as const, 'fistulaRepair' as const, 'psychosocial' as const);
const level = fc.constantFrom('full' as const, 'none' as const, 'unknown' as const);
const presence = fc.constantFrom('yes' as const, 'no' as const, 'unknown' as const);
const people = fc.option(fc.integer({ min: 0, max: 2 }));

const assessed: fc.Arbitrary<Assessed> = day(60).chain((assessedOn) => {
  // Mostly as it should be: trained and counted by that day.
  const earlier = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 900 }).map((days) => addDays(assessedOn, -days)) }, { weight: 1, arbitrary: day(60) });
  return fc.record({
    assessedOn: fc.constant(assessedOn), assessedBy: fc.constant(null), source: fc.constantFrom('A', 'B'), functionality: level, accessibility: level, protocol: presence, privateRoom: presence, referralPath: presence,
    services: fc.array(fc.record({ service, availability: fc.constantFrom('available' as const, 'unavailable' as const, 'unknown' as const), barriers: fc.constant([]) }), { maxLength: 2 }),
    trainedStaff: fc.array(fc.record({ service, cadre, number: people, women: fc.constant(null), men: fc.constant(null), trainedOn: fc.option(earlier), protocolVersion: fc.constant(null) }), { maxLength: 3 }),
    stockLines: fc.array(fc.record({ item, batch: fc.constantFrom(null, 'L1'), quantity: fc.integer({ min: 0, max: 3 }), expiry: fc.option(day(120)), countedOn: fc.oneof({ weight: 4, arbitrary: fc.constant(assessedOn) }, { weight: 1, arbitrary: earlier }) }), { maxLength: 3 }),
  });
});

const history: fc.Arbitrary<EvidenceHistory> = fc.record({
  assessments: fc.array(assessed, { maxLength: 5 }),
  trainings: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.array(fc.record({ cadre, number: people, women: fc.constant(null), men: fc.constant(null), topic: service, title: fc.constant('S'), protocolVersion: fc.constant(null), source: fc.constant('C'), heldOn: day(60) }), { maxLength: 2 }) }),
  movements: fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, {
    weight: 1,
    arbitrary: fc.array(fc.record({
      kind: fc.constantFrom('delivery' as const, 'consumption' as const, 'loss' as const), on: day(60), organisation: fc.constant(null), source: fc.constant('D'),
      lines: fc.array(fc.record({ item, batch: fc.constantFrom(null, 'L1'), quantity: fc.integer({ min: 0, max: 3 }), expiry: fc.option(day(120)) }), { minLength: 1, maxLength: 2 }),
    }), { maxLength: 3 }),
  }),
});

/** The shipped ones, and one that asks for two of each, so that sums over batches and groups matter. */
const standards: readonly CareStandard[] = [...shippedStandards, ...shippedStandards.map((one) => ({ ...one, criteria: one.criteria.map((criterion) => ('minimum' in criterion ? { ...criterion, minimum: 2, required: true } : { ...criterion, required: true })) }))];

it('judges every structure as the rule judges each one, on any day, in any forecast', () => {
  fc.assert(fc.property(fc.array(history, { maxLength: 6 }), fc.constantFrom(...standards), fc.array(fc.tuple(day(110), fc.integer({ min: 0, max: 200 })), { minLength: 1, maxLength: 4 }), (histories, standard, days) => {
    const table = buildReadinessTable(histories, standard);
    for (const [asOf, ahead] of days) {
      const at = addDays(asOf, ahead);
      const judged = judgeAll(table, { asOf, at });
      histories.forEach((one, structure) => {
        const result = readiness(one, standard, { asOf, at });
        const required = result.criteria.filter((criterion) => criterion.required);
        expect({
          readiness: [READY, NOT_READY, UNKNOWN].indexOf(judged.readiness[structure]!),
          missing: judged.missing[structure], unknown: judged.unknown[structure], established: judged.established[structure], stale: judged.stale[structure],
        }).toEqual({
          readiness: ['ready', 'notReady', 'unknown'].indexOf(result.readiness),
          missing: result.missing.length,
          unknown: result.unknown.length,
          established: required.filter(({ evidenceOn }) => evidenceOn !== null).length,
          stale: required.filter(({ evidenceOn, cause }) => evidenceOn !== null && cause === 'stale').length,
        });
      });
    }
  }), { numRuns: 400 });
});
