import { keepPreviousData, useInfiniteQuery, useMutation, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import type { z } from 'zod';
import type { matchesAnswer, MatchItem, matchVerdictBody } from '#api/contract/imports';
import { fetchJson, sendCommand } from './client';

type MatchesAnswer = z.infer<typeof matchesAnswer>;
export type Verdict = z.infer<typeof matchVerdictBody>;

const PAGE = 50;

const allPairs = ({ pages }: InfiniteData<MatchesAnswer, string | null>) => ({ total: pages[0]?.total ?? 0, pairs: pages.flatMap(({ items }) => items) });

/** Pairs that may be one, the likeliest first, in pages. */
export function useMatches(kind: MatchItem['kind'], state: MatchItem['state']) {
  return useInfiniteQuery({
    queryKey: ['matches', kind, state],
    queryFn: ({ pageParam, signal }) => fetchJson<MatchesAnswer>(`/api/matches?kind=${kind}&state=${state}&limit=${PAGE}${pageParam === null ? '' : `&after=${encodeURIComponent(pageParam)}`}`, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    select: allPairs,
    staleTime: 0,
    placeholderData: keepPreviousData,
  });
}

/** Says that a pair is one, or is not; the other verdict takes it back. What is shown elsewhere follows. */
export function useVerdict() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: ({ id, verdict }: { id: string; verdict: Verdict }) => sendCommand('POST', `/api/matches/${encodeURIComponent(id)}`, verdict),
    onSettled: () => client.invalidateQueries(),
  });
}
