import { buildReadinessTable, judgeAll } from '#analysis/readiness-table';
import { addDays } from '#domain/dates';
import { readiness } from '#domain/readiness';
import { cmrMinimum } from '#domain/shipped-standards';
import { compare, expectEqual } from './compare';
import { makeHistories } from './make-histories';

const CODES = ['ready', 'notReady', 'unknown'] as const;

/** 20,000 structures with five assessments each, and trainings and movements on some: readiness of all on any day, against the rule asked structure by structure. */
export function benchmarkReadiness(): void {
  const histories = makeHistories(20_000, 5, 31);
  const started = performance.now();
  const table = buildReadinessTable(histories, cmrMinimum);
  console.log(`\nReadiness table of ${histories.length} structures: ${(performance.now() - started).toFixed(0)} ms, once for a standard`);
  // Another day in every round: no answer is remembered.
  for (const [task, ahead] of [['Readiness of all on any day', 0], ['Readiness of all in a forecast of 60 days', 60]] as const) {
    let [ours, rivals] = [0, 0];
    const days = (round: number) => ({ asOf: addDays('2024-06-01', (round * 37) % 500), at: addDays('2024-06-01', ((round * 37) % 500) + ahead) });
    compare<ArrayLike<number>>({
      task: `${task} (${histories.length} structures, 5 assessments each)`, goalMs: 100, rounds: 7,
      ours: { name: 'table', run: () => judgeAll(table, days(ours++)).readiness },
      rival: {
        name: 'the rule, structure by structure',
        run: () => {
          const on = days(rivals++);
          return Uint8Array.from(histories, (history) => CODES.indexOf(readiness(history, cmrMinimum, on).readiness));
        },
      },
      check: (mine, theirs) => expectEqual('readiness', mine, theirs),
    });
  }
}
