import { indexDemand } from '#analysis/reaching-sites';
import type { SiteIndex } from '#analysis/nearest';
import type { Dataset } from './dataset';

/** The demand points, to be found from a position. Built once for a data set. */
export const indexedDemand = ({ memory, levels }: Pick<Dataset, 'memory' | 'levels'>): SiteIndex => memory.recall('indexedDemand', 1, '', () => indexDemand(levels.demand));
