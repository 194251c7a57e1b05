import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, daysBetween, type IsoDate } from './calendar';
import type { CareStandard, Criterion } from './care-standard';
import type { Verdict } from './criterion-result';
import type { Assessed, EvidenceHistory } from './evidence';
import { readiness } from './readiness';
import type { StockLine } from './records';
import { cmrMinimum, shippedStandards } from './shipped-standards';
import { stockOnHand, usableOn } from './stock-on-hand';

const asOf = '2025-05-31';
const days: IsoDate[] = ['2024-03-01', '2024-06-15', '2025-02-20', '2025-03-05', '2025-05-01', '2025-05-20', '2025-05-31', '2025-06-10'];
const expiries = ['2025-05-10', '2025-06-27', '2025-06-28', '2026-01-01', '2026-01-01', '2026-01-01', '2026-01-01', null];

/** Two of each are asked for, so that figures matter. */
const strict: CareStandard = { ...cmrMinimum, criteria: cmrMinimum.criteria.map((one) => (one.kind === 'usableStock' || one.kind === 'trainedStaff' ? { ...one, minimum: 2 } : one)) };
const standards = [strict, ...shippedStandards];

const day = fc.constantFrom(...days);
const kit = { item: fc.constantFrom('pepKitAdult', 'pepKitAdult', 'pepKitAdult', 'pepKitChild', 'fistulaRepairSet'), batch: fc.constantFrom('L1', 'L1', 'L1', null), quantity: fc.nat({ max: 4 }), expiry: fc.constantFrom(...expiries) };
const people = { cadre: fc.constantFrom('nurse', 'doctor'), number: fc.constantFrom(0, 1, 2, null), women: fc.constant(null), men: fc.constant(null), protocolVersion: fc.constant(null) };
const service = fc.constantFrom('cmr', 'fistulaRepair', 'psychosocial');
const answer = fc.constantFrom('yes', 'no', 'unknown');
const level = fc.constantFrom('full', 'none', 'unknown');
const assessed = fc.record({
  assessedOn: day, assessedBy: fc.constant(null), source: fc.constantFrom('a', 'b'), functionality: level, accessibility: level, protocol: answer, privateRoom: answer, referralPath: answer,
  services: fc.array(fc.record({ service, availability: fc.constantFrom('available', 'unavailable', 'unknown'), barriers: fc.constant([]) }), { maxLength: 2 }),
  trainedStaff: fc.array(fc.record({ ...people, service, trainedOn: fc.constantFrom('2023-01-01', '2023-05-31', '2024-02-01', '2025-06-05', null) }), { maxLength: 3 }),
  stockLines: fc.array(fc.record({ ...kit, countedOn: day }), { maxLength: 3 }),
}) as fc.Arbitrary<Assessed>;
const training = fc.record({ ...people, topic: service, title: fc.constant('T'), source: fc.constantFrom('a', 'c'), heldOn: day }) as fc.Arbitrary<EvidenceHistory['trainings'][number]>;
const movement = fc.record({ kind: fc.constantFrom('delivery', 'consumption', 'loss'), on: day, organisation: fc.constant(null), source: fc.constantFrom('a', 'c'), lines: fc.array(fc.record(kit), { minLength: 1, maxLength: 2 }) }) as fc.Arbitrary<EvidenceHistory['movements'][number]>;
const history: fc.Arbitrary<EvidenceHistory> = fc.record({ assessments: fc.array(assessed, { maxLength: 4 }), trainings: fc.array(training, { maxLength: 3 }), movements: fc.array(movement, { maxLength: 4 }) });
const standard = fc.constantFrom(...standards);

/** At least so many in every world that the evidence allows, at most so many in any: enough for sure, too few for sure, or nobody knows. */
const byWorlds = (least: number, most: number, minimum: number): Verdict => (least >= minimum ? 'met' : most < minimum ? 'unmet' : 'unknown');

/** The slow and obvious reading: one person and one kit at a time. */
function verdictFrom(one: Assessed | null, criterion: Criterion, known: EvidenceHistory, by: CareStandard, at: IsoDate): Verdict {
  const isYoung = (on: IsoDate, most: number): boolean => daysBetween(on, asOf) <= most;
  if (criterion.kind === 'trainedStaff') {
    const fits = (person: { cadre: string }): boolean => criterion.cadres === undefined || (criterion.cadres as string[]).includes(person.cadre);
    const groups: { number: number | null; on: IsoDate | null; sure: boolean }[] = [
      ...(one === null ? [] : one.trainedStaff.filter((staff) => staff.service === by.service && fits(staff) && !(staff.trainedOn !== null && staff.trainedOn > asOf)).map((staff) => ({ number: staff.number, on: staff.trainedOn, sure: isYoung(one.assessedOn, by.assessmentMaxAgeDays) }))),
      ...known.trainings.filter((held) => held.topic === by.service && fits(held) && held.heldOn <= asOf && (one === null || held.heldOn > one.assessedOn)).map((held) => ({ number: held.number, on: held.heldOn, sure: isYoung(held.heldOn, by.assessmentMaxAgeDays) })),
    ];
    let least = 0;
    let most = one !== null && isYoung(one.assessedOn, by.assessmentMaxAgeDays) ? 0 : Infinity;
    for (const group of groups) {
      const mayHold = group.on === null || addMonths(group.on, criterion.validMonths) >= at;
      for (let person = 0; person < (group.number ?? 0); person++) {
        if (mayHold && group.on !== null && group.sure) least += 1;
        if (mayHold) most += 1;
      }
      if (group.number === null && mayHold) most = Infinity;
    }
    return byWorlds(least, most, criterion.minimum);
  }
  if (criterion.kind === 'usableStock') {
    const lines = one === null ? [] : one.stockLines.filter((line) => criterion.items.includes(line.item) && line.countedOn <= asOf);
    const isSure = lines.length > 0 && lines.every((line) => isYoung(line.countedOn, by.stockCountMaxAgeDays));
    interface Kit { item: string; name: string; expiry: IsoDate | null; sure: boolean }
    let shelf: Kit[] = [];
    const named = (line: Pick<StockLine, 'item' | 'batch' | 'expiry'>): string => `${line.item}/${String(line.batch)}/${String(line.expiry)}`;
    const put = (line: Omit<StockLine, 'countedOn'>, sure: boolean): void => {
      for (let n = 0; n < line.quantity; n++) shelf.push({ item: line.item, name: named(line), expiry: line.expiry, sure });
    };
    for (const line of lines) put(line, isSure);
    const heardOf = new Set(lines.map(named));
    const seenUntil = (line: Omit<StockLine, 'countedOn'>): IsoDate => {
      const same = lines.filter((counted) => named(counted) === named(line));
      return (same.length > 0 ? same : lines.filter(({ item }) => item === line.item)).map(({ countedOn }) => countedOn).sort().at(-1) ?? '';
    };
    const astray: Record<string, number> = {};
    for (const today of [...new Set(known.movements.map(({ on }) => on))].filter((on) => on <= asOf).sort()) {
      for (const arriving of [true, false]) {
        for (const moved of known.movements.filter(({ on, kind }) => on === today && (kind === 'delivery') === arriving)) {
          for (const line of moved.lines.filter((part) => criterion.items.includes(part.item) && today > seenUntil(part))) {
            if (arriving) {
              put(line, isYoung(today, by.stockCountMaxAgeDays));
              heardOf.add(named(line));
            } else if (heardOf.has(named(line))) {
              for (let n = 0; n < line.quantity; n++) {
                const gone = shelf.find(({ name, sure }) => name === named(line) && sure) ?? shelf.find(({ name }) => name === named(line));
                shelf = shelf.filter((kept) => kept !== gone);
              }
            } else astray[line.item] = (astray[line.item] ?? 0) + line.quantity;
          }
        }
      }
    }
    const stillGood = ({ expiry }: Kit): boolean => expiry !== null && expiry >= addDays(at, criterion.courseDays);
    const least = criterion.items.reduce((sum, item) => sum + Math.max(0, shelf.filter((one) => one.item === item && one.sure && stillGood(one)).length - (astray[item] ?? 0)), 0);
    const most = isSure ? shelf.filter((one) => one.expiry === null || stillGood(one)).length : Infinity;
    return byWorlds(least, most, criterion.minimum);
  }
  if (one === null || !isYoung(one.assessedOn, by.assessmentMaxAgeDays)) return 'unknown';
  if (criterion.kind === 'presence') return one[criterion.field] === 'yes' ? 'met' : 'unmet';
  const grades: string[] = criterion.kind === 'availability' ? one.services.filter((offer) => offer.service === by.service).map((offer) => offer.availability).filter((grade) => grade !== 'unknown') : [one[criterion.kind]];
  const yes = grades.filter((grade) => (criterion.accepted as string[]).includes(grade)).length;
  return yes === grades.length ? 'met' : yes === 0 ? 'unmet' : 'unknown';
}

function saysSomething(one: Assessed, criterion: Criterion, by: CareStandard): boolean {
  if (criterion.kind === 'presence') return one[criterion.field] !== 'unknown';
  if (criterion.kind === 'availability') return one.services.some((offer) => offer.service === by.service && offer.availability !== 'unknown');
  if (criterion.kind === 'trainedStaff') return one.trainedStaff.some((staff) => staff.service === by.service && staff.number !== null && (criterion.cadres === undefined || criterion.cadres.includes(staff.cadre)) && (staff.trainedOn ?? '') <= asOf);
  if (criterion.kind === 'usableStock') return one.stockLines.some((line) => criterion.items.includes(line.item) && line.countedOn <= asOf);
  return one[criterion.kind] !== 'unknown';
}

function reference(known: EvidenceHistory, by: CareStandard, at: IsoDate) {
  const verdicts = by.criteria.map((criterion): Verdict => {
    const speaking = known.assessments.filter((one) => one.assessedOn <= asOf && saysSomething(one, criterion, by));
    const last = speaking.map(({ assessedOn }) => assessedOn).sort().at(-1);
    const counting = last === undefined ? [null] : speaking.filter(({ assessedOn }) => assessedOn === last);
    const said = new Set(counting.map((one) => verdictFrom(one, criterion, known, by, at)));
    return said.size === 1 ? ([...said][0] ?? 'unknown') : 'unknown';
  });
  const required = verdicts.filter((_verdict, index) => by.criteria[index]?.required);
  return { verdicts, readiness: required.includes('unmet') ? 'notReady' : required.includes('unknown') ? 'unknown' : 'ready' };
}

const verdictsOf = (known: EvidenceHistory, by: CareStandard, at: IsoDate = asOf): Verdict[] => readiness(known, by, { asOf, at }).criteria.map(({ verdict }) => verdict);
const at = fc.constantFrom(asOf, '2025-06-01', '2025-06-30', '2025-08-29', '2026-02-01');

describe('properties of readiness over generated histories', () => {
  it('is what a slow and obvious reading of the history says', () => {
    fc.assert(fc.property(history, standard, at, (known, by, then) => {
      const result = readiness(known, by, { asOf, at: then });
      expect({ verdicts: result.criteria.map(({ verdict }) => verdict), readiness: result.readiness }).toEqual(reference(known, by, then));
    }), { numRuns: 2000 });
  });

  it('the order in which evidence arrives never matters, nor does what is dated after the day it is judged', () => {
    const shuffled = history.chain((known) => fc.tuple(fc.constant(known), fc.record({
      assessments: fc.shuffledSubarray([...known.assessments], { minLength: known.assessments.length }),
      trainings: fc.shuffledSubarray([...known.trainings], { minLength: known.trainings.length }),
      movements: fc.shuffledSubarray([...known.movements], { minLength: known.movements.length }),
    })));
    fc.assert(fc.property(shuffled, standard, at, ([known, again], by, then) => {
      const judged = readiness(known, by, { asOf, at: then });
      expect(readiness(again, by, { asOf, at: then })).toEqual(judged);
      const past = { assessments: known.assessments.filter((one) => one.assessedOn <= asOf), trainings: known.trainings.filter((one) => one.heldOn <= asOf), movements: known.movements.filter((one) => one.on <= asOf) };
      expect(readiness(past, by, { asOf, at: then })).toEqual(judged);
    }));
  });

  it('unknown is never counted as yes or no: a verdict stays whatever the unknown turn out to be', () => {
    const later = fc.constantFrom('2025-05-20', '2025-05-31');
    const known = fc.record({ assessments: assessed.map((one) => [{ ...one, assessedOn: '2025-05-01', stockLines: one.stockLines.map((line) => ({ ...line, countedOn: '2025-05-01' })) }]), trainings: fc.array(fc.tuple(training, later).map(([one, heldOn]) => ({ ...one, heldOn })), { maxLength: 2 }), movements: fc.array(fc.tuple(movement, later).map(([one, on]) => ({ ...one, on })), { maxLength: 3 }) });
    // No generated line has these dates, so that two batches never become one.
    const filled = (yes: boolean) => ({ level: yes ? 'full' : 'none', presence: yes ? 'yes' : 'no', availability: yes ? 'available' : 'unavailable', number: yes ? 3 : 0, trainedOn: yes ? '2025-04-04' : '2020-01-01', expiry: yes ? '2027-03-03' : '2025-02-02' } as const);
    fc.assert(fc.property(known, fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }), standard, (all, coins, by) => {
      const fill = coins.map(filled);
      const pick = (n: number) => fill[n] ?? filled(true);
      const fillLines = <Line extends { expiry: IsoDate | null }>(lines: readonly Line[]): Line[] => lines.map((line) => ({ ...line, expiry: line.expiry ?? pick(0).expiry }));
      const known = (value: string): boolean => value !== 'unknown';
      const told: EvidenceHistory = {
        assessments: all.assessments.map((one) => ({
          ...one,
          functionality: known(one.functionality) ? one.functionality : pick(1).level,
          accessibility: known(one.accessibility) ? one.accessibility : pick(2).level,
          protocol: known(one.protocol) ? one.protocol : pick(3).presence,
          privateRoom: known(one.privateRoom) ? one.privateRoom : pick(4).presence,
          referralPath: known(one.referralPath) ? one.referralPath : pick(5).presence,
          trainedStaff: one.trainedStaff.map((staff) => ({ ...staff, number: staff.number ?? pick(6).number, trainedOn: staff.trainedOn ?? pick(7).trainedOn })),
          stockLines: fillLines(one.stockLines),
        })),
        trainings: all.trainings.map((one) => ({ ...one, number: one.number ?? pick(8).number })),
        movements: all.movements.map((one) => ({ ...one, lines: fillLines(one.lines) })),
      };
      const before = verdictsOf(all, by);
      const after = verdictsOf(told, by);
      before.forEach((verdict, index) => {
        if (verdict !== 'unknown') expect(after[index]).toBe(verdict);
      });
    }), { numRuns: 500 });
  });

  it('a later accepted delivery never reduces usable stock, nor takes a verdict away', () => {
    const delivery = movement.map((one) => ({ ...one, kind: 'delivery' as const, on: asOf }));
    fc.assert(fc.property(history, delivery, at, (known, arriving, then) => {
      const supplied = { ...known, movements: [...known.movements, arriving] };
      const items = ['pepKitAdult', 'pepKitChild'] as const;
      for (const one of [null, ...known.assessments]) {
        const usable = ({ movements }: EvidenceHistory): number => usableOn(stockOnHand(items, one, movements, { asOf, maxAgeDays: 90 }), then, 28);
        expect(usable(supplied)).toBeGreaterThanOrEqual(usable(known));
      }
      verdictsOf(known, strict, then).forEach((verdict, index) => {
        if (verdict === 'met') expect(verdictsOf(supplied, strict, then)[index]).toBe('met');
      });
    }));
  });

  it('a forecast without resupply never gains: what is met then is met today, what is unmet today is unmet then', () => {
    fc.assert(fc.property(history, standard, at, (known, by, then) => {
      const today = verdictsOf(known, by);
      verdictsOf(known, by, then).forEach((verdict, index) => {
        if (verdict === 'met') expect(today[index]).toBe('met');
        if (today[index] === 'unmet') expect(verdict).toBe('unmet');
      });
    }));
  });

  it('what lapses is met on its last day and not met the day after', () => {
    fc.assert(fc.property(history, standard, (known, by) => {
      readiness(known, by, { asOf }).criteria.forEach(({ verdict, lapsesAfter }, index) => {
        if (verdict !== 'met' || lapsesAfter === null) return;
        expect(verdictsOf(known, by, lapsesAfter)[index]).toBe('met');
        expect(verdictsOf(known, by, addDays(lapsesAfter, 1))[index]).not.toBe('met');
      });
    }));
  });
});
