import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { z } from 'zod';
import type { MissionItem, missionsAnswer } from '#api/contract/programmes';
import type { LapsingAnswer, NeedsAnswer, RefreshersAnswer } from '#api/contract/readiness';
import { needsQuestion, watchQuestion } from '../state/question';
import { usePart } from '../state/use-page-state';
import { fetchJson } from './client';
import { useStructure } from './queries';

/** Addresses of what is watched, as the page asks for them and as files. */
export const LAPSING = '/api/readiness/lapsing';
export const REFRESHERS = '/api/readiness/refreshers';
export const NEEDS = '/api/readiness/needs';

const useAnswer = <Answer>(path: string, query: string): UseQueryResult<Answer> =>
  useQuery({ queryKey: [path, query], queryFn: ({ signal }) => fetchJson<Answer>(query === '' ? path : `${path}?${query}`, signal), placeholderData: keepPreviousData });

/** Structures that stop being ready within the longest time that is shown, 90 days, with no resupply. */
export const useLapsing = (): UseQueryResult<LapsingAnswer> => useAnswer(LAPSING, usePart(watchQuestion));

/** Trainings whose validity ends within three months, or has ended. */
export const useRefreshers = (): UseQueryResult<RefreshersAnswer> => useAnswer(REFRESHERS, usePart(watchQuestion));

/** What stands between structures and readiness, by area and in all. */
export const useNeeds = (): UseQueryResult<NeedsAnswer> => useAnswer(NEEDS, usePart(needsQuestion));

/** The mission that was chosen, as it stands on a day, and where it is: its own point, or that of the structure that hosts it. Null: none is chosen, or it is not there. */
export function useChosenMission(id: string | null, day: string | null): { mission: MissionItem; lngLat: MissionItem['lngLat'] } | null {
  const { data } = useQuery({
    queryKey: ['/api/missions', day],
    queryFn: ({ signal }) => fetchJson<z.infer<typeof missionsAnswer>>(`/api/missions?asOf=${day ?? ''}`, signal),
    enabled: id !== null && day !== null,
  });
  const mission = data?.items.find((one) => one.id === id) ?? null;
  const host = useStructure(mission?.lngLat === null ? (mission.host?.id ?? null) : null).data;
  return mission === null ? null : { mission, lngLat: mission.lngLat ?? (host?.id === mission.host?.id ? (host?.lngLat ?? null) : null) };
}
