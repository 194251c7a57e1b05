import { recordKeys } from '#db/stores/read-records';
import type { ImportRecord } from '#domain/import-records';

/** What a store answered of a record. */
export type Answer = 'added' | 'changed' | 'unchanged' | 'structureUnknown' | 'initiativeUnknown';

/**
 * Rows that say one record together (the lines of a stock count, the other names of an organisation) each carry it whole, and a store answers the first of them that it
 * is new, and the others that it is known by now. All of them brought it: a file that is loaded for the first time has no unchanged rows but repeated ones.
 */
export class GroupAnswers {
  readonly #added = new Set<string>();

  /** The answers of a store for these records, those of a group all as that of its first row where that is new. In the order of the file. */
  answersOf(kind: ImportRecord['kind'], records: readonly ImportRecord['record'][], answers: readonly Answer[]): readonly Answer[] {
    if (kind !== 'assessment' && kind !== 'organisation') return answers;
    const keyOf = recordKeys[kind] as (record: ImportRecord['record']) => string;
    return answers.map((answer, at) => {
      const record = records[at];
      if (record === undefined || (answer !== 'added' && answer !== 'unchanged')) return answer;
      const key = `${kind} ${keyOf(record)}`;
      if (answer === 'added') this.#added.add(key);
      return this.#added.has(key) ? 'added' : answer;
    });
  }
}
