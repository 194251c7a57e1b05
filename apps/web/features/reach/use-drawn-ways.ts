import { useMemo } from 'react';
import type { NearestAnswer } from '#api/contract/reach';
import { useNearest } from '../../api/reach';
import type { DrawnPoint, DrawnWay } from '../../map/way-layers';
import { touchedPoint } from '../../state/moments';
import { useStore } from '../../state/store';
import { usePageState } from '../../state/use-page-state';

/** The ways of an answer. Where none is known, none is drawn. */
export function waysOf(answer: NearestAnswer): DrawnWay[] {
  // The answer to the question is drawn last, over the others.
  return (['unknown', 'almost', 'ready'] as const).flatMap((which): DrawnWay[] => {
    const structure = answer[which];
    return structure?.way ? [{ line: structure.way.coordinates, straight: structure.wayIs === 'straightLine', main: which === 'ready' }] : [];
  });
}

const NONE: { readonly ways: readonly DrawnWay[]; readonly points: readonly DrawnPoint[] } = { ways: [], points: [] };

/** What the map draws of the point that care is looked for from, or of the one that was touched. */
export function useDrawnWays(): typeof NONE {
  const from = usePageState('from');
  const touched = useStore(touchedPoint);
  const { data } = useNearest(from);
  return useMemo(() => {
    if (from !== null) return { ways: data === undefined ? [] : waysOf(data), points: [{ lngLat: from, starts: true }] };
    return touched === null ? NONE : { ways: [], points: [{ lngLat: touched, starts: false }] };
  }, [from, touched, data]);
}
