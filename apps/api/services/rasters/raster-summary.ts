import type { z } from 'zod';
import type { rasterSummary } from '#api/contract/imports';

/** What a load says of a raster. */
export type RasterSummary = z.infer<typeof rasterSummary>;
