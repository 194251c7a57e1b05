import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { EntriesAnswer, EntriesBody } from '#api/contract/entries';
import type { ScenariosAnswer, WhatIfAnswer } from '#api/contract/what-if';
import { gapQuestion } from '../state/question';
import { changesAsked } from '../state/tried';
import { usePart } from '../state/use-page-state';
import { fetchJson, sendCommand } from './client';

/** The question of the screen with the changes that are tried out; the last answer stays while the next one is on its way. */
export function useWhatIf(): UseQueryResult<WhatIfAnswer> {
  const changes = usePart((state) => changesAsked(state.whatIf));
  const question = usePart((state) => gapQuestion(state, { threshold: true, filters: true }));
  const query = `${question}${question === '' ? '' : '&'}changes=${encodeURIComponent(changes ?? '').replaceAll('%2C', ',')}`;
  return useQuery({ queryKey: ['whatIf', query], queryFn: ({ signal }) => fetchJson<WhatIfAnswer>(`/api/what-if?${query}`, signal), enabled: changes !== null, placeholderData: keepPreviousData });
}

/** Changes kept under a name, the latest first. */
export const useScenarios = (): UseQueryResult<ScenariosAnswer> => useQuery({ queryKey: ['scenarios'], queryFn: ({ signal }) => fetchJson<ScenariosAnswer>('/api/scenarios', signal), staleTime: 0 });

/** Keeps changes under a name; the list follows. */
export function useSaveScenario() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: EntriesBody) => sendCommand<EntriesAnswer>('POST', '/api/entries', body),
    onSuccess: () => client.invalidateQueries({ queryKey: ['scenarios'] }),
  });
}
