import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { z } from 'zod';
import type { EntriesAnswer, EntriesBody, EntriesProblem, Entry, EntryStart } from '#api/contract/entries';
import type { areasPage, structuresPage } from '#api/contract/records';
import type { AreaType } from '#domain/records';
import { fetchJson } from './client';

export type { EntriesAnswer, EntriesBody, Entry, EntryStart };
export type EntryIssue = EntriesProblem['entryIssues'][number];

/** What the form of an assessment starts from. */
export function useEntryStart(id: string): UseQueryResult<EntryStart> {
  return useQuery({ queryKey: ['entryStart', id], queryFn: ({ signal }) => fetchJson<EntryStart>(`/api/structures/${encodeURIComponent(id)}/entry-start`, signal) });
}

type StructuresPage = z.infer<typeof structuresPage>;

/** Structures whose name holds what was typed. */
export function useStructureSearch(search: string): UseQueryResult<StructuresPage> {
  const wanted = search.trim();
  return useQuery({ queryKey: ['structureSearch', wanted], queryFn: ({ signal }) => fetchJson<StructuresPage>(`/api/structures?search=${encodeURIComponent(wanted)}&limit=12`, signal), enabled: wanted.length >= 2 });
}

type AreasPage = z.infer<typeof areasPage>;

/** Areas of one type, by name. */
export function useAreas(type: AreaType): UseQueryResult<AreasPage['items']> {
  return useQuery({
    queryKey: ['areas', type],
    queryFn: async ({ signal }) => {
      const items: AreasPage['items'] = [];
      let after: string | null = null;
      do {
        const page: AreasPage = await fetchJson<AreasPage>(`/api/areas?type=${type}&limit=500${after === null ? '' : `&after=${encodeURIComponent(after)}`}`, signal);
        items.push(...page.items);
        after = page.nextCursor;
      } while (after !== null);
      return items.sort((a, b) => a.name.localeCompare(b.name, 'fr'));
    },
    staleTime: 10 * 60_000,
  });
}
