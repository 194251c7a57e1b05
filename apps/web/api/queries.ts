import { keepPreviousData, useInfiniteQuery, useQuery, useQueryClient, type InfiniteData, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { z } from 'zod';
import type { Facets } from '#api/contract/facets';
import type { GapExplanation, GapsAnswer, GapsForecast, GapsSweep } from '#api/contract/gaps';
import type { health, InitiativeItem, initiativesPage, overlapsAnswer, StructureDetail } from '#api/contract/records';
import { awaitedVersion } from '../state/moments';
import { facetsQuestion, gapQuestion, judgedByQuestion, overlapsQuestion, withChanges } from '../state/question';
import { useStore } from '../state/store';
import { usePart } from '../state/use-page-state';
import { fetchJson } from './client';

const withQuery = (path: string, query: string): string => (query === '' ? path : `${path}?${query}`);

/** The ranked areas; the last answer stays while the next one is on its way. */
export function useGaps(): UseQueryResult<GapsAnswer> {
  const query = usePart((state) => gapQuestion(state, { threshold: true, filters: true }));
  return useQuery({ queryKey: ['gaps', query], queryFn: ({ signal }) => fetchJson<GapsAnswer>(withQuery('/api/gaps', query), signal), placeholderData: keepPreviousData });
}

/** Every step of the threshold slider; asked for once the list stands, or at the first touch. */
export function useSweep(enabled: boolean): UseQueryResult<GapsSweep> {
  const query = usePart((state) => gapQuestion(state, { threshold: false, filters: true }));
  return useQuery({ queryKey: ['sweep', query], queryFn: ({ signal }) => fetchJson<GapsSweep>(withQuery('/api/gaps/sweep', query), signal), enabled });
}

/** Every step of the slider of days ahead; asked for once the list stands, or at the first touch. */
export function useForecast(enabled: boolean): UseQueryResult<GapsForecast> {
  const query = usePart((state) => gapQuestion(state, { threshold: true, filters: true, forecast: false }));
  return useQuery({ queryKey: ['forecast', query], queryFn: ({ signal }) => fetchJson<GapsForecast>(withQuery('/api/gaps/forecast', query), signal), enabled });
}

/** One area explained, with the changes that are tried out; null: as it is. */
export function useExplanation(code: string | null, changes: string | null): UseQueryResult<GapExplanation> {
  const query = withChanges(usePart((state) => gapQuestion(state, { threshold: true, filters: false })), changes);
  return useQuery({
    queryKey: ['explanation', code, query],
    queryFn: ({ signal }) => fetchJson<GapExplanation>(withQuery(`/api/gaps/${encodeURIComponent(code ?? '')}`, query), signal),
    enabled: code !== null,
    placeholderData: (previous) => (previous?.code === code ? previous : undefined),
  });
}

export function useFacets(): UseQueryResult<Facets> {
  const query = usePart(facetsQuestion);
  return useQuery({ queryKey: ['facets', query], queryFn: ({ signal }) => fetchJson<Facets>(withQuery('/api/facets', query), signal), placeholderData: keepPreviousData });
}

type OverlapsAnswer = z.infer<typeof overlapsAnswer>;

const allPairs = ({ pages }: InfiniteData<OverlapsAnswer, string | null>) => ({ total: pages[0]?.total ?? 0, exercise: pages[0]?.exercise ?? false, pairs: pages.flatMap((page) => page.pairs) });

/** Pairs in pages, strongest first as the server ranks them. */
export function useOverlaps(enabled: boolean) {
  const query = usePart(overlapsQuestion);
  return useInfiniteQuery({
    queryKey: ['overlaps', query],
    queryFn: ({ pageParam, signal }) => fetchJson<OverlapsAnswer>(withQuery('/api/overlaps', nextPage(query, 200, pageParam)), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    select: allPairs,
    enabled,
    placeholderData: keepPreviousData,
  });
}

/** A structure, and what it is tried out as; null: nothing is. */
export function useStructure(id: string | null, changes: string | null = null): UseQueryResult<StructureDetail> {
  const query = withChanges(usePart(judgedByQuestion), changes);
  return useQuery({
    queryKey: ['structure', id, query],
    queryFn: ({ signal }) => fetchJson<StructureDetail>(withQuery(`/api/structures/${encodeURIComponent(id ?? '')}`, query), signal),
    enabled: id !== null,
    placeholderData: (previous) => (previous?.id === id ? previous : undefined),
  });
}

type InitiativesPage = z.infer<typeof initiativesPage>;

/** Every initiative that the query names, all pages: for questions about a whole list (who funds where). */
export function useInitiatives(query: string, enabled = true): UseQueryResult<InitiativeItem[]> {
  return useQuery({
    queryKey: ['initiatives', query],
    queryFn: async ({ signal }) => {
      const items: InitiativeItem[] = [];
      let after: string | null = null;
      do {
        const page: InitiativesPage = await fetchJson<InitiativesPage>(withQuery('/api/initiatives', nextPage(query, 500, after)), signal);
        items.push(...page.items);
        after = page.nextCursor;
      } while (after !== null);
      return items;
    },
    enabled,
    placeholderData: keepPreviousData,
  });
}

function nextPage(query: string, limit: number, after: string | null): string {
  const page = new URLSearchParams(query);
  page.set('limit', String(limit));
  if (after !== null) page.set('after', after);
  return page.toString();
}

type Health = z.infer<typeof health>;

/** How often the page asks whether data were loaded meanwhile, ms; and how often while it waits for what it changed itself. */
const LOOK_EVERY = 20_000;
const LOOK_SOON = 500;

/** Rasters whose file is gone or damaged: they no longer count. */
export function useLostRasters(): Health['rasters'] {
  const { data } = useQuery({ queryKey: ['health'], queryFn: ({ signal }) => fetchJson<Health>('/api/health', signal), retry: false });
  return (data?.rasters ?? []).filter(({ state }) => state === 'fileMissing' || state === 'fileDamaged');
}

/** What the server says of its backups; null: not known yet, or not for this person. */
export function useBackupState(): NonNullable<Health['backup']> | null {
  const { data } = useQuery({ queryKey: ['health'], queryFn: ({ signal }) => fetchJson<Health>('/api/health', signal), retry: false });
  return data?.backup ?? null;
}

/**
 * Watches whether data changed meanwhile; if so, everything shown is asked for again. Answers that arrived while the server was on its way
 * to a new version may be of either: they are asked for again once it is there.
 */
export function useFreshness(shownVersion: number | null): Health | null {
  const client = useQueryClient();
  const awaited = useStore(awaitedVersion);
  const refetchInterval = (query: { state: { data: Health | undefined } }): number => ((query.state.data?.dataVersion ?? 0) < awaited ? LOOK_SOON : LOOK_EVERY);
  const { data } = useQuery({ queryKey: ['health'], queryFn: ({ signal }) => fetchJson<Health>('/api/health', signal), refetchInterval, staleTime: 0, retry: false });
  const version = data?.dataVersion ?? null;
  const seen = useRef<number | null>(null);
  useEffect(() => {
    if (version === null) return;
    const moved = seen.current !== null && version > seen.current;
    seen.current = version;
    if (moved || (shownVersion !== null && version > shownVersion)) void client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'health' });
  }, [client, shownVersion, version]);
  return data ?? null;
}
