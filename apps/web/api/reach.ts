import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { LngLat } from '#domain/units';
import type { StructureType } from '#domain/records';
import { isochronesQuestion, reachQuestion } from '../state/question';
import { usePart } from '../state/use-page-state';
import { fetchJson } from './client';
import { useFacets } from './queries';

/** Minutes by the model, and how long it may take in reality. */
export interface TravelMin {
  readonly modelled: number;
  readonly upTo: number;
}

export interface StructureFromHere {
  readonly id: string;
  readonly name: string;
  readonly type: StructureType;
  readonly lngLat: LngLat;
  readonly distanceKm: number;
  readonly travelMin: TravelMin | null;
  readonly missing: readonly string[];
  readonly unknown: readonly string[];
  readonly withinReach: boolean | null;
  readonly way: { readonly coordinates: readonly LngLat[] } | null;
  readonly wayIs: 'modelled' | 'straightLine';
}

export interface NearestAnswer {
  readonly area: { readonly code: string; readonly name: string } | null;
  readonly surface: Surface | null;
  readonly ground: 'onSurface' | 'offSurface' | null;
  readonly ready: StructureFromHere | null;
  readonly almost: StructureFromHere | null;
  readonly unknown: StructureFromHere | null;
}

/** The nearest ready, almost ready and unknown structure from a point, by the question of the page. */
export function useNearest(from: LngLat | null): UseQueryResult<NearestAnswer> {
  const query = usePart(reachQuestion);
  const [lng, lat] = from ?? [0, 0];
  const address = `/api/nearest?lng=${lng.toFixed(4)}&lat=${lat.toFixed(4)}${query === '' ? '' : `&${query}`}`;
  return useQuery({ queryKey: ['nearest', address], queryFn: ({ signal }) => fetchJson<NearestAnswer>(address, signal), enabled: from !== null });
}

export interface IsochronesAnswer {
  readonly surface: Surface;
  readonly structures: number;
  readonly features: readonly { readonly type: 'Feature'; readonly properties: { readonly minutes: number; readonly upTo: number }; readonly geometry: GeoJSON.MultiPolygon }[];
}

/** Where ready care is within so many minutes, longest first. */
export function useIsochrones(enabled: boolean): UseQueryResult<IsochronesAnswer> {
  const query = usePart(isochronesQuestion);
  const address = `/api/isochrones${query === '' ? '' : `?${query}`}`;
  return useQuery({ queryKey: ['isochrones', address], queryFn: ({ signal }) => fetchJson<IsochronesAnswer>(address, signal), enabled, placeholderData: keepPreviousData });
}

/** What travel times are modelled over. */
export interface Surface {
  readonly title: string;
  readonly source: string;
  readonly year: number | null;
}

/** Null: none is loaded; undefined: not known yet. */
export function useSurface(): Surface | null | undefined {
  const { data } = useFacets();
  return data === undefined ? undefined : ((data as { surface?: Surface | null }).surface ?? null);
}
