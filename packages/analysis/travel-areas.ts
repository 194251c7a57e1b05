import { TravelEngine } from './travel-engine';
import type { TravelGrid } from './travel-grid';
import { MOST_UNITS, UNITS_PER_MIN } from './travel-steps';

/**
 * For each site the areas of which it reaches a cell within the cap, included, ascending. `starts`: cells of each area; sites and starts on barriers, and
 * those of −1, reach nothing. Ways are as long there as back, so each area is left once, however many sites there are.
 */
export function areasReachedBySites(grid: TravelGrid, starts: readonly Int32Array[], sites: Int32Array, capMin: number): number[][] {
  const engine = new TravelEngine(grid);
  engine.clear(Math.min(MOST_UNITS, Math.floor(capMin * UNITS_PER_MIN)));
  const reached = Array.from(sites, (): number[] => []);
  starts.forEach((cells, area) => {
    for (const cell of cells) if (cell >= 0) engine.begin(cell, 0);
    engine.settle();
    sites.forEach((cell, site) => {
      if (engine.source[cell] === 0) reached[site]?.push(area);
    });
    for (const cell of cells) if (cell >= 0) engine.withdraw(cell, 0);
  });
  return reached;
}
