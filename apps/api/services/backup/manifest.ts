import { z } from 'zod';

/** Name of the parts that make the frame of a backup: what it holds, and the digest of that. They come last: a file without them was cut short. */
export const MANIFEST = 'manifest.json';
export const MANIFEST_DIGEST = 'manifest.sha256';

/** The database of an embedded one: its data directory, packed. */
export const EMBEDDED_PART = 'database.tar.gz';
/** The database of a server: `pg_dump`, custom format. */
export const SERVER_PART = 'database.dump';
export const RASTERS = 'rasters';
export const SECRETS = 'secrets';

const count = z.int().nonnegative();

const part = z.object({ name: z.string(), bytes: count, sha256: z.string().regex(/^[0-9a-f]{64}$/) });
export type BackupPart = z.infer<typeof part>;

/** What a backup says of itself. A later form has another `format`. */
export const manifest = z.object({
  format: z.literal(1),
  /** ISO time at which its making began. */
  madeAt: z.iso.datetime(),
  /** Of the embedded database: it opens data directories of its own main version only. */
  database: z.object({
    kind: z.enum(['pglite', 'postgis']),
    serverVersion: z.string(),
    postgisVersion: z.string(),
    migrations: z.array(z.string()),
    dataVersion: count,
    counts: z.record(z.string(), count),
  }),
  parts: z.array(part),
});
export type Manifest = z.infer<typeof manifest>;

/** Only its `format` is certain of a manifest of whatever version. */
export const anyManifest = z.object({ format: z.int() });
