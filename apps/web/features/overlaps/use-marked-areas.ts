import { useOverlaps } from '../../api/queries';
import { usePageState } from '../../state/use-page-state';

const NONE: readonly string[] = [];

/** Codes of the areas of the chosen pair. */
export function useMarkedAreas(): readonly string[] {
  const pair = usePageState('pair');
  const view = usePageState('view');
  const { data } = useOverlaps(view === 'overlaps');
  if (pair === null) return NONE;
  return data?.pairs.find((one) => one.id === pair)?.areaCodes ?? NONE;
}
