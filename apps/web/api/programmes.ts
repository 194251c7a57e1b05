import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ClosureItem, closuresAnswer, CoverageAnswer, KitMovementItem, kitMovementsAnswer, MissionItem, missionsAnswer, ProposalItem, proposalsAnswer, SessionItem, sessionsAnswer, StandardItem, standardsAnswer } from '#api/contract/programmes';
import type { CompareAnswer } from '#api/contract/readiness';
import { addDays, addMonths } from '#domain/calendar';
import { useDisplayedGaps } from '../features/gaps/use-displayed-gaps';
import type { PageState } from '../state/page-state';
import { forecastDay } from '../state/question';
import { usePart } from '../state/use-page-state';
import { fetchJson } from './client';


export type { ClosureItem, CompareAnswer, CoverageAnswer, KitMovementItem, MissionItem, ProposalItem, SessionItem, StandardItem };

export const SESSIONS = '/api/sessions';
export const COVERAGE = '/api/sessions/coverage';
export const KIT_MOVEMENTS = '/api/kit-movements';
export const MISSIONS = '/api/missions';

type Asked = Readonly<Record<string, string | null>>;

const queryOf = (asked: Asked): string => new URLSearchParams(Object.entries(asked).flatMap(([name, value]) => (value === null ? [] : [[name, value]]))).toString();

/** Asks for one of the lists of what programmes do. It changes under one’s hands, so that it is asked again whenever it is opened. */
function useProgrammes<Answer>(path: string, query: Asked, enabled = true): UseQueryResult<Answer> {
  const asked = queryOf(query);
  const address = asked === '' ? path : `${path}?${asked}`;
  return useQuery({ queryKey: ['programmes', address], queryFn: ({ signal }) => fetchJson<Answer>(address, signal), enabled, staleTime: 0, placeholderData: keepPreviousData });
}

/** The day that the map is about: the one chosen, else the one that the server took for the areas. What programmes do is judged on the same. */
export function useAsOf(): string | null {
  const chosen = usePart((state) => state.asOf);
  const { answer } = useDisplayedGaps();
  return chosen ?? answer?.parameters.asOf ?? null;
}

export const useSessions = (enabled = true) => useProgrammes<z.infer<typeof sessionsAnswer>>(SESSIONS, {}, enabled);
export const useKitMovements = () => useProgrammes<z.infer<typeof kitMovementsAnswer>>(KIT_MOVEMENTS, {});
export const useMissions = () => useProgrammes<z.infer<typeof missionsAnswer>>(MISSIONS, { asOf: useAsOf() });

/** The day that the map is about: the one foretold, else that of the evidence. Roads are asked about on that day. */
export function useDayOfMap(): string | null {
  const foretold = usePart(forecastDay);
  const asOf = useAsOf();
  return foretold ?? asOf;
}

/** Areas closed to movement on any day, and which are on the day of the map. */
export const useClosures = (enabled = true) => useProgrammes<z.infer<typeof closuresAnswer>>('/api/closures', { asOf: useDayOfMap() }, enabled);

/** Every proposal up to today: an older map must not hide work that waits. */
export const useProposals = (state: ProposalItem['state']) => useProgrammes<z.infer<typeof proposalsAnswer>>('/api/proposals', { state });
/** Those that were there on the day of the map, with what they change on that day. */
export const useProposalsOfMap = (state: ProposalItem['state']) => useProgrammes<z.infer<typeof proposalsAnswer>>('/api/proposals', { asOf: useAsOf(), state });
export const useStandards = () => useProgrammes<z.infer<typeof standardsAnswer>>('/api/standards', { asOf: useAsOf() });

const ownNumber = (value: number | null): string | null => (value === null ? null : String(value));

/** A year up to the day that the map is about, unless other days are chosen. */
const coverageOf = ({ coverFrom, coverTo, coverMonths }: PageState, asOf: string | null): string => {
  const to = coverTo ?? asOf;
  return JSON.stringify({ from: coverFrom ?? (to === null ? null : addDays(addMonths(to, -12), 1)), to, months: ownNumber(coverMonths) });
};

function useCoverageAsked(): Asked {
  const asOf = useAsOf();
  return JSON.parse(usePart((state) => coverageOf(state, asOf))) as Asked;
}

/** Sessions counted by group, province and month, and who had none. */
export const useCoverage = (enabled = true) => useProgrammes<CoverageAnswer>(COVERAGE, useCoverageAsked(), enabled);

/** Queries of the lists as files: what is on the screen, whole. */
export const useCoverageQuery = (): string => queryOf(useCoverageAsked());
export const useMissionsQuery = (): string => queryOf({ asOf: useAsOf() });

/** The same structures by two versions of a standard; asked once both are chosen. */
export const useComparison = (a: string | null, b: string | null) => useProgrammes<CompareAnswer>('/api/standards/compare', { a, b, asOf: useAsOf() }, a !== null && b !== null && a !== b);
