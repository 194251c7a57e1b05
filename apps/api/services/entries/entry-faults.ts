import type { z } from 'zod';
import { isRealDate } from '#domain/calendar';
import { issue, type Issue } from '#domain/issue';
import type { IssueCode } from '#domain/issue-codes';

const VALUE_SHOWN = 100;
const IS_DATE = /(?:^|\.)(?:\w*On|on|start|end|expiry)$/;

/**
 * What the schema says of a body of entries, as issues: `row` is the entry, from 1 (null: the body as a whole), `column` the path of the
 * field within it (`stockLines.0.expiry`).
 */
export const faultsOfBody = (body: unknown, faults: readonly z.core.$ZodIssue[]): Issue[] => faults.flatMap((fault) => faultsOf(body, fault));

function faultsOf(body: unknown, fault: z.core.$ZodIssue): Issue[] {
  if (fault.code === 'unrecognized_keys') return fault.keys.map((key) => faultAt(body, [...fault.path, key], 'parameterUnknown', null));
  const value = valueAt(body, fault.path);
  return [faultAt(body, fault.path, codeOf(fault, fieldOf(fault.path).column ?? '', value), expectedOf(fault))];
}

function codeOf(fault: z.core.$ZodIssue, column: string, value: unknown): IssueCode {
  if (value === undefined || value === null || value === '') return 'valueMissing';
  if (IS_DATE.test(column) && (typeof value !== 'string' || !isRealDate(value))) return 'dateInvalid';
  const isNumber = typeof value === 'number';
  if (fault.code === 'too_small' && !isNumber) return 'valueMissing';
  if (fault.code === 'too_big' && !isNumber) return 'valueTooLong';
  if (fault.code === 'too_small') return isNumber && value < 0 && fault.minimum === 0 ? 'numberNegative' : 'numberOutOfRange';
  if (fault.code === 'too_big') return 'numberOutOfRange';
  if (isNumber && fault.code === 'invalid_type') return 'numberNotWhole';
  if (fault.code === 'invalid_value' || fault.code === 'invalid_union') return 'listValueUnknown';
  return fault.code === 'invalid_type' && (fault.expected === 'number' || fault.expected === 'int') ? 'numberInvalid' : 'parameterInvalid';
}

function expectedOf(fault: z.core.$ZodIssue): string | null {
  if (fault.code === 'too_small') return `${fault.inclusive === false ? '>' : '≥'} ${fault.minimum}`;
  if (fault.code === 'too_big') return `${fault.inclusive === false ? '<' : '≤'} ${fault.maximum}`;
  return fault.code === 'invalid_value' ? fault.values.map(String).join(', ') : null;
}

function faultAt(body: unknown, path: readonly PropertyKey[], code: IssueCode, expected: string | null): Issue {
  const value = valueAt(body, path);
  const shown = value === undefined || value === null ? null : (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, VALUE_SHOWN);
  return issue(code, 'error', { ...fieldOf(path), value: shown, expected });
}

/** Which entry, and which field of it: whether a field stands in `record` or beside it is nobody’s business. */
export function fieldOf(path: readonly PropertyKey[]): { readonly row: number | null; readonly column: string | null } {
  const [first, at, ...field] = path;
  if (first !== 'entries' || typeof at !== 'number') return { row: null, column: path.map(String).join('.') || null };
  return { row: at + 1, column: (field[0] === 'record' ? field.slice(1) : field).map(String).join('.') || null };
}

function valueAt(body: unknown, path: readonly PropertyKey[]): unknown {
  let value = body;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}
