import type { CareStandard } from './care-standard';
import type { ReadinessResult } from './readiness';
import type { needs } from './vocabularies/programmes';

export type Need = (typeof needs.codes)[number];

/**
 * What stands between a structure and readiness; null: it is ready. A structure that does not function is repaired first, one
 * that cannot be reached is opened first. A service that is not offered where staff or kits are missing too is their
 * consequence, not one more ingredient. `assess`: nothing is established as missing.
 */
export function needOf(result: Pick<ReadinessResult, 'readiness' | 'missing'>, standard: CareStandard): Need | null {
  if (result.readiness === 'ready') return null;
  if (result.readiness === 'unknown') return 'assess';
  const lacks = new Set(standard.criteria.filter(({ code }) => result.missing.includes(code)).map(({ kind }) => kind));
  if (lacks.has('functionality')) return 'repair';
  if (lacks.has('accessibility')) return 'access';
  const train = lacks.has('trainedStaff');
  const equip = lacks.has('usableStock');
  if (lacks.has('presence') || (!train && !equip)) return 'other';
  return train && equip ? 'both' : train ? 'train' : 'equip';
}
