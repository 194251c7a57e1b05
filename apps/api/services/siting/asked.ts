import type { WhereNextAsked, WhereNextQuery } from '../../contract/where-next';
import { problemAt } from '../../problem';

/** What is sought, with nothing left open. Throws `parameterInvalid` for a budget without a single cost: nothing could be chosen. */
export function toAsked({ k, weight, whom, needs, costs, budget }: Pick<WhereNextQuery, 'k' | 'weight' | 'whom' | 'needs' | 'costs' | 'budget'>): WhereNextAsked {
  if (budget !== undefined && costs === undefined) throw problemAt('parameterInvalid', 'budget', String(budget), 'costs=train:…,equip:…');
  return { k, weight, whom, needs: needs ?? null, costs: costs ?? {}, budget: budget ?? null };
}
