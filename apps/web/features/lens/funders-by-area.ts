import type { InitiativeItem } from '#api/contract/records';
import { activeDays, awarenessWindow, meetsWindow } from '#domain/initiative-rules';

/** Who funds in one area, from what initiatives say. */
export interface AreaFunders {
  /** Funders of initiatives that name the area, by name. */
  readonly here: readonly string[];
  /** Funders of initiatives that name its whole province. */
  readonly provinceWide: readonly string[];
  /** Known budgets by currency. An initiative in several areas counts whole in each: the sources do not split it. */
  readonly budgets: readonly { readonly currency: string; readonly amount: number }[];
}

export interface FunderIndex {
  of(areaCode: string, provinceCode: string | null): AreaFunders;
  /** Initiatives whose footprint is named at another level, and so cannot be tied to an area of the list. */
  readonly unplaced: number;
}

const nameOf = ({ name, acronym }: InitiativeItem['organisations'][number]): string => acronym ?? name;
const sorted = (names: ReadonlySet<string> | undefined): string[] => [...(names ?? [])].sort((a, b) => a.localeCompare(b));

/** Indexes the funders of the initiatives active in the window `[asOf − months, asOf]`, whose kind is known (not one to review). */
export function fundersByArea(initiatives: readonly InitiativeItem[], areaType: string, asOf: string, months: number): FunderIndex {
  const window = awarenessWindow(asOf, months);
  const funders = new Map<string, Set<string>>();
  const budgets = new Map<string, Map<string, number>>();
  let unplaced = 0;
  for (const initiative of initiatives) {
    const days = activeDays(initiative);
    if (initiative.toReview || initiative.topic === 'other' || days === null || !meetsWindow(days, window)) continue;
    const names = initiative.organisations.filter(({ role }) => role === 'funder').map(nameOf);
    const placed = initiative.areas.filter(({ type }) => type === areaType || type === 'province');
    if (placed.length === 0) unplaced += 1;
    for (const { code, type } of placed) {
      const known = funders.get(code) ?? new Set<string>();
      for (const name of names) known.add(name);
      funders.set(code, known);
      if (type !== areaType || initiative.budget === null || initiative.currency === null) continue;
      const sums = budgets.get(code) ?? new Map<string, number>();
      sums.set(initiative.currency, (sums.get(initiative.currency) ?? 0) + initiative.budget);
      budgets.set(code, sums);
    }
  }
  return {
    unplaced,
    of: (areaCode, provinceCode) => ({
      here: sorted(funders.get(areaCode)),
      provinceWide: provinceCode === null || provinceCode === areaCode ? [] : sorted(funders.get(provinceCode)),
      budgets: [...(budgets.get(areaCode) ?? [])].map(([currency, amount]) => ({ currency, amount })),
    }),
  };
}
