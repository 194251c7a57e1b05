import { isIP } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import type { OpenOptions } from '#db/database';
import type { Viewer } from '#domain/viewer';

/** How a server is to run. */
export interface Config {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly database: OpenOptions;
  readonly viewer: Viewer;
  /** Load the exercise data into an empty database. */
  readonly exercise: boolean;
  /** Log every request, not faults only. */
  readonly log: boolean;
  readonly backups: {
    /** One a day, made by the server. */
    readonly daily: boolean;
    readonly directory: string;
  };
}

/** A setting that cannot be used, in one sentence of each language. */
export class ConfigProblem extends Error {
  constructor(readonly fr: string, readonly en: string) {
    super(`${fr} / ${en}`);
    this.name = 'ConfigProblem';
  }
}

const blankIsAbsent = (value: unknown): unknown => (value === '' ? undefined : value);
const setting = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsAbsent, schema);

const environment = z.object({
  PORT: setting(z.string().regex(/^\d{1,5}$/).transform(Number).pipe(z.int().max(65_535)).default(8090)),
  HOST: setting(z.string().refine((host) => host === 'localhost' || isIP(host) !== 0).default('127.0.0.1')),
  DATA_DIR: setting(z.string().optional()),
  DATABASE_URL: setting(z.string().regex(/^postgres(ql)?:\/\/.+/).optional()),
  JONCTION_RASTERS: setting(z.string().optional()),
  EXERCISE: setting(z.enum(['0', '1']).default('1')),
  VIEWER: setting(z.enum(['public', 'coordination']).optional()),
  LOG: setting(z.enum(['0', '1']).default('0')),
  BACKUPS: setting(z.enum(['0', '1']).optional()),
  BACKUP_DIR: setting(z.string().optional()),
});

/** What each setting takes, for people. */
const EXPECTED = {
  PORT: { fr: 'un nombre entier de 0 à 65535', en: 'a whole number from 0 to 65535' },
  HOST: { fr: 'une adresse IP ou localhost', en: 'an IP address or localhost' },
  DATA_DIR: { fr: 'un chemin de dossier', en: 'a path of a directory' },
  DATABASE_URL: { fr: 'une adresse postgres://…', en: 'an address postgres://…' },
  JONCTION_RASTERS: { fr: 'un chemin de dossier', en: 'a path of a directory' },
  EXERCISE: { fr: '0 ou 1', en: '0 or 1' },
  VIEWER: { fr: 'public ou coordination', en: 'public or coordination' },
  LOG: { fr: '0 ou 1', en: '0 or 1' },
  BACKUPS: { fr: '0 ou 1', en: '0 or 1' },
  BACKUP_DIR: { fr: 'un chemin de dossier', en: 'a path of a directory' },
} as const;

/** An address that only this machine can reach. */
export const isLoopbackHost = (host: string): boolean => host === 'localhost' || host === '::1' || host.startsWith('127.');

/**
 * Reads the settings. The embedded database on a loopback address is its owner's own and shows everything; any other server
 * shows what the public may see. Without accounts, nothing else may ever be shown to the network: that is refused here.
 * Throws `ConfigProblem`. The value of DATABASE_URL is never repeated: it may hold a password.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>, root: string): Config {
  const read = environment.safeParse(env);
  if (!read.success) throw problemOf(read.error, env);
  const { PORT, HOST, DATA_DIR, DATABASE_URL, JONCTION_RASTERS, EXERCISE, VIEWER, LOG, BACKUPS, BACKUP_DIR } = read.data;
  const loopback = isLoopbackHost(HOST);
  if (VIEWER === 'coordination' && !loopback) {
    throw new ConfigProblem(
      `VIEWER=coordination n’est possible que sur une adresse locale (HOST=127.0.0.1), pas sur « ${HOST} » : il n’y a pas encore de comptes.`,
      `VIEWER=coordination is possible on a local address only (HOST=127.0.0.1), not on “${HOST}”: there are no accounts yet.`,
    );
  }
  const database: OpenOptions = DATABASE_URL === undefined ? { kind: 'pglite', dataDir: resolve(root, DATA_DIR ?? '.data') } : { kind: 'postgis', databaseUrl: DATABASE_URL, rastersDir: resolve(root, JONCTION_RASTERS ?? join('.data', 'rasters')) };
  const viewer = VIEWER ?? (database.kind === 'pglite' && loopback ? 'coordination' : 'public');
  // Whoever runs a PostgreSQL has backups of their own, and may lack its client programs here.
  const daily = BACKUPS === undefined ? database.kind === 'pglite' : BACKUPS === '1';
  const backups = { daily, directory: resolve(root, BACKUP_DIR ?? join(database.kind === 'pglite' ? database.dataDir : dirname(database.rastersDir ?? '.data/rasters'), 'backups')) };
  return { host: HOST, port: PORT, database, viewer, exercise: EXERCISE === '1', log: LOG === '1', backups };
}

function problemOf(error: z.ZodError, env: Readonly<Record<string, string | undefined>>): ConfigProblem {
  const name = String(error.issues[0]?.path[0]) as keyof typeof EXPECTED;
  const value = name === 'DATABASE_URL' ? '…' : (env[name] ?? '');
  return new ConfigProblem(
    `Le réglage ${name} a la valeur « ${value} » ; attendu : ${EXPECTED[name].fr}.`,
    `The setting ${name} is “${value}”; expected: ${EXPECTED[name].en}.`,
  );
}
