import { DatabaseProblem } from '../database-problem';

/** The fields of an error message of PostgreSQL, as both drivers receive them. */
export interface ErrorFields {
  readonly message: string;
  readonly code?: string | undefined;
  readonly detail?: string | undefined;
  readonly constraint?: string | undefined;
  readonly table?: string | undefined;
}

/** A query that the database refused. `sqlState` is PostgreSQL's own code, the same on either database. */
export class QueryError extends Error {
  readonly sqlState: string;
  readonly detail: string | null;
  readonly constraint: string | null;
  readonly table: string | null;

  constructor(fields: ErrorFields, cause?: unknown) {
    super(fields.message, { cause });
    this.name = 'QueryError';
    this.sqlState = fields.code ?? 'XX000';
    this.detail = fields.detail ?? null;
    this.constraint = fields.constraint ?? null;
    this.table = fields.table ?? null;
  }
}

/** PostGIS has no code of its own for a failed operation: it raises an internal error in GEOS's words. */
const GEOMETRY_WORDS = /geos|topologyexception|lwgeom|lwpoly|geometrycollection/i;

export function toError(fields: ErrorFields, cause?: unknown): QueryError | DatabaseProblem {
  if ((fields.code ?? 'XX000') === 'XX000' && GEOMETRY_WORDS.test(fields.message)) return new DatabaseProblem('geometryFailed', fields.message);
  return new QueryError(fields, cause);
}
