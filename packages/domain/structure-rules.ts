import type { StructureType } from './records';

/** Can a structure of this type give survivors clinical care at all? A pharmacy of unknown readiness must not hide a gap. */
export const mayGiveCare = (type: StructureType): boolean => type !== 'nonClinical';
