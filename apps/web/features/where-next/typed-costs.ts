import type { Need } from '#domain/readiness-needs';
import { needs } from '#domain/vocabularies/programmes';

/** Costs by upgrade as they were typed; a type that is not there has no known cost. */
export type TypedCosts = Readonly<Partial<Record<Need, string>>>;

/** From the address; what is no amount of a known type is passed over. */
export function readCosts(text: string | null): TypedCosts {
  const parts = (text ?? '').split(',').map((part) => part.split(':'));
  return Object.fromEntries(needs.codes.flatMap((need) => parts.filter(([type, amount = '']) => type === need && /^\d+(\.\d+)?$/.test(amount)).map(([, amount]) => [need, amount])));
}

/** For the address, in the order of the vocabulary; null: none is given. */
export function writeCosts(costs: TypedCosts): string | null {
  const parts = needs.codes.flatMap((need) => (costs[need] === undefined || costs[need] === '' ? [] : [`${need}:${costs[need]}`]));
  return parts.length === 0 ? null : parts.join(',');
}
