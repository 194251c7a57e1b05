import { backup } from './en/backup';
import { dryRun } from './en/dry-run';
import { files } from './en/files';
import { rasters } from './en/rasters';
import { review } from './en/review';
import type { frData } from './fr-data';
import type { Translation } from './translation';

/** The English words of the view of data: complete, or the type check fails. */
export const enData: Translation<typeof frData> = { ...files, ...dryRun, ...rasters, ...review, ...backup };
