import { createContext, useContext } from 'react';

/** One thing that is wrong, or odd, about a field, in words. */
export interface FieldRemark {
  /** Path of the field within its entry: `stockLines.0.expiry`. */
  readonly path: string;
  readonly severity: 'error' | 'warning';
  readonly words: string;
}

interface FormContext {
  readonly remarks: readonly FieldRemark[];
  /** Paths that must be filled in and are not; said once the person has tried to send. */
  readonly missing: readonly string[];
  readonly tried: boolean;
}

export const FormFields = createContext<FormContext>({ remarks: [], missing: [], tried: false });

/** What is to be said at a field. */
export function useRemarks(path: string): { readonly remarks: readonly FieldRemark[]; readonly lacks: boolean; readonly invalid: boolean } {
  const { remarks, missing, tried } = useContext(FormFields);
  const own = remarks.filter((one) => one.path === path);
  const lacks = tried && missing.includes(path);
  return { remarks: own, lacks, invalid: lacks || own.some(({ severity }) => severity === 'error') };
}
