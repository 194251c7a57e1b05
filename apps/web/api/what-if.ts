import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { EntriesAnswer, EntriesBody } from '#api/contract/entries';
import type { ScenariosAnswer, TriedAreasAnswer, WhatIfAnswer } from '#api/contract/what-if';
import { keepAnswer } from '../state/keep-for-offline';
import { gapQuestion, withChanges } from '../state/question';
import { changesAsked } from '../state/tried';
import { getPageState, usePart } from '../state/use-page-state';
import { fetchJson, sendCommand } from './client';
import { queryClient } from './query-client';

/** Changes, as `/api/what-if` takes them, on a question; null: nothing to ask. */
function whatIfAsked(question: string, changes: string | null) {
  const path = `/api/what-if?${question}${question === '' ? '' : '&'}changes=${encodeURIComponent(changes ?? '').replaceAll('%2C', ',')}`;
  return { queryKey: ['whatIf', path], queryFn: ({ signal }: { signal: AbortSignal }) => fetchJson<WhatIfAnswer>(path, signal) };
}

/** How long something that is tried stands on the screen until it is kept for places without a line, ms: by then nobody waits for anything. */
const LOOKED_AT = 1_500;

/** The question of the screen with the changes that are tried out; the last answer stays while the next one is on its way. */
export function useWhatIf(): UseQueryResult<WhatIfAnswer> {
  const changes = usePart((state) => changesAsked(state.whatIf));
  const question = usePart((state) => gapQuestion(state, { threshold: true, filters: true }));
  const asked = whatIfAsked(question, changes);
  // Without a line an answer stays away; the changes do not: they are asked again when it is back.
  const answer = useQuery({ ...asked, enabled: changes !== null, placeholderData: keepPreviousData, refetchOnReconnect: (query) => query.state.data === undefined });
  const path = changes !== null && answer.isSuccess && !answer.isPlaceholderData ? asked.queryKey[1] : undefined;
  useEffect(() => {
    if (path === undefined) return;
    const timer = window.setTimeout(() => keepAnswer(path), LOOKED_AT);
    return () => window.clearTimeout(timer);
  }, [path]);
  return answer;
}

/** Asks for changes that a person is about to try: when they are tried, the answer is on its way or there. Never rejects; null: nothing to ask, or nobody to. */
export function askWhatIfAhead(whatIf: string | null): Promise<void> | null {
  const changes = changesAsked(whatIf);
  if (changes === null || !navigator.onLine) return null;
  return queryClient.query(whatIfAsked(gapQuestion(getPageState(), { threshold: true, filters: true }), changes)).then(() => undefined, () => undefined);
}

/** All that the list says of the areas which the changes concern; null: nothing is tried out. */
export function useTriedAreas(changes: string | null): UseQueryResult<TriedAreasAnswer> {
  const query = withChanges(usePart((state) => gapQuestion(state, { threshold: true, filters: true })), changes);
  return useQuery({ queryKey: ['triedAreas', query], queryFn: ({ signal }) => fetchJson<TriedAreasAnswer>(`/api/what-if/areas?${query}`, signal), enabled: changes !== null });
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
