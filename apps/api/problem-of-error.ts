import { hasZodFastifySchemaValidationErrors, type ZodFastifySchemaValidationError } from 'fastify-type-provider-zod';
import { DatabaseProblem } from '#db/database-problem';
import { QueryError } from '#db/drivers/query-error';
import type { IssueCode } from '#domain/issue-codes';
import { Problem, type ProblemIssue } from './problem';

const NUMBER_RANGES: Readonly<Record<string, string>> = {
  threshold: '0–200 (straightLine, km) | 0–2880 (walkingEstimate, min)',
  awarenessMonths: '0–60',
  theta: '> 0, ≤ 1',
  limit: '1–500',
  months: '1–60 (sessions) | 1–24 (refreshers)',
  days: '1–365',
  z: '0–14',
  x: '0–2^z − 1',
  y: '0–2^z − 1',
};
const EXPECTATIONS: Readonly<Record<string, string>> = { ...NUMBER_RANGES, asOf: 'YYYY-MM-DD', from: 'YYYY-MM-DD', to: 'YYYY-MM-DD', month: 'YYYY-MM', period: 'YYYY-MM | YYYY-MM/YYYY-MM' };

/** Values longer than this are cut in answers: they are somebody's text, not ours. */
const VALUE_SHOWN = 100;
const shown = (value: unknown): string | null => (value === undefined ? null : (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, VALUE_SHOWN));

/** What a refused query or path was: an unknown parameter by its name, an invalid one by its value and what would be valid. */
export function problemOfValidation(validation: readonly ZodFastifySchemaValidationError[], given: Readonly<Record<string, unknown>>, known: readonly string[]): Problem {
  // Names come from the asker: `hasOwnProperty` is one of them.
  const valueOf = (name: string): unknown => (Object.hasOwn(given, name) ? given[name] : undefined);
  const issues = validation.flatMap((one): ProblemIssue[] => {
    const params = one.params as { keys?: readonly string[]; values?: readonly string[] };
    if (params.keys !== undefined) return params.keys.map((key) => ({ code: 'parameterUnknown', column: key, value: shown(valueOf(key)), expected: known.join(', ') }));
    const column = one.instancePath.split('/')[1] ?? '';
    const code: IssueCode = column === 'format' ? 'formatNotOffered' : 'parameterInvalid';
    return [{ code, column, value: shown(valueOf(column)), expected: (Object.hasOwn(EXPECTATIONS, column) ? EXPECTATIONS[column] : undefined) ?? params.values?.join(' | ') ?? null }];
  });
  return new Problem((issues[0]?.code ?? 'parameterInvalid') as IssueCode, issues);
}

/** Characters that no database can hold, as U+0000: whoever asks for them asks for nothing that there is. */
const UNWRITABLE: ReadonlySet<string> = new Set(['22021', '22P05']);

interface FastifyFault {
  readonly statusCode?: number;
  readonly code?: string;
  readonly validation?: unknown;
}

/** What a thrown thing is to the asker; null: a fault of ours, to be logged and answered as `internal`. */
export function problemOfError(error: unknown, given: Readonly<Record<string, unknown>>, known: readonly string[]): Problem | null {
  if (error instanceof Problem) return error;
  // Its detail may name hosts and directories: that is for the log, not for the asker.
  if (error instanceof DatabaseProblem) return new Problem(error.code);
  if (error instanceof QueryError && UNWRITABLE.has(error.sqlState)) return new Problem('parameterInvalid');
  if (hasZodFastifySchemaValidationErrors(error)) return problemOfValidation(error.validation, given, known);
  const { statusCode } = error as FastifyFault;
  if (statusCode === 429) return new Problem('tooManyRequests');
  if (statusCode === 404) return new Problem('notFound');
  if (statusCode === 413) return new Problem('fileTooLarge');
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new Problem('parameterInvalid');
  return null;
}
