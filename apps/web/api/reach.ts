import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { IsochronesAnswer, NearestAnswer } from '#api/contract/reach';
import type { SurfaceShown } from '#api/contract/travel-time';
import type { LngLat } from '#domain/units';
import { isochronesQuestion, reachQuestion } from '../state/question';
import { usePart } from '../state/use-page-state';
import { fetchJson } from './client';
import { useFacets } from './queries';

/** The nearest ready, almost ready and unknown structure from a point, by the question of the page. */
export function useNearest(from: LngLat | null): UseQueryResult<NearestAnswer> {
  const query = usePart(reachQuestion);
  const [lng, lat] = from ?? [0, 0];
  const address = `/api/nearest?lng=${lng.toFixed(4)}&lat=${lat.toFixed(4)}${query === '' ? '' : `&${query}`}`;
  return useQuery({ queryKey: ['nearest', address], queryFn: ({ signal }) => fetchJson<NearestAnswer>(address, signal), enabled: from !== null });
}

/** Where ready care is within so many minutes, longest first. */
export function useIsochrones(enabled: boolean): UseQueryResult<IsochronesAnswer> {
  const query = usePart(isochronesQuestion);
  const address = `/api/isochrones${query === '' ? '' : `?${query}`}`;
  return useQuery({ queryKey: ['isochrones', address], queryFn: ({ signal }) => fetchJson<IsochronesAnswer>(address, signal), enabled, placeholderData: keepPreviousData });
}

/** What travel times are modelled over. Null: nothing is loaded; undefined: not known yet. */
export function useSurface(): SurfaceShown | null | undefined {
  return useFacets().data?.surface;
}
