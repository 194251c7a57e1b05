import type { LngLat } from '#domain/units';
import { planAreasOf } from './question';
import { getPageState, setPageState } from './use-page-state';

/** An address stays short enough to share, and the server takes no more. */
const MOST_AREAS = 60;
const MOST_CORNERS = 100;

/** Adds an area to the plan, or takes it out. A plan with areas has no outline. */
export function togglePlanArea(code: string): void {
  const areas = planAreasOf(getPageState());
  const after = areas.includes(code) ? areas.filter((one) => one !== code) : [...areas, code].slice(0, MOST_AREAS);
  setPageState({ planAreas: after, planOutline: [], area: null });
}

/** The outline of the plan. A plan with an outline has no areas. */
export const setPlanOutline = (corners: readonly LngLat[]): void => setPageState({ planOutline: corners.slice(0, MOST_CORNERS), planAreas: [], area: null });

export const addPlanCorner = (corner: LngLat): void => setPlanOutline([...getPageState().planOutline, corner]);
