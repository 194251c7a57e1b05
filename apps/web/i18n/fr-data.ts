import { backup } from './fr/backup';
import { dryRun } from './fr/dry-run';
import { files } from './fr/files';
import { rasters } from './fr/rasters';
import { review } from './fr/review';

/** The French words of the view of data; they travel with it. */
export const frData = { ...files, ...dryRun, ...rasters, ...review, ...backup } as const;
