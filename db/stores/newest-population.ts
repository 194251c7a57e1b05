import { type ExpressionBuilder, sql } from 'kysely';
import type { Schema } from '../schema';

export interface Population {
  readonly value: number;
  /** Null: the source does not say. */
  readonly year: number | null;
  readonly source: string;
}

/**
 * The population of area `a`, as a lateral join named `people`: of the newest year, then the one loaded last. Leans on
 * `area_population_area`.
 */
export const newestPopulation = (eb: ExpressionBuilder<Schema & { a: Schema['area'] }, 'a'>) =>
  eb
    .selectFrom('area_population as p')
    .innerJoin('import_batch as b', 'b.id', 'p.import_batch_id')
    .whereRef('p.area_id', '=', 'a.id')
    .select(sql<Population>`json_build_object('value', p.value, 'year', p.year, 'source', p.source)`.as('population'))
    .orderBy(sql`p.year desc nulls last, b.ordinal desc, p.source`)
    .limit(1)
    .as('people');
