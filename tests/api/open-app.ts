import { afterAll, beforeAll } from 'vitest';
import { type AppDeps, buildApp } from '#api/app';
import { compose, type Composition } from '#api/composition';
import type { Problem } from '#api/contract/records';
import type { Api } from '#api/routes/api';
import type { Database } from '#db/database';
import type { Viewer } from '#domain/viewer';

/** The real server over a database, asked without a network. */
export interface OpenApp {
  readonly app: Api;
  readonly composition: Composition;
  /** The body of a 200; anything else is a failure of the test. */
  json<Answer>(url: string): Promise<Answer>;
  /** The body of a refusal. */
  problem(url: string): Promise<Problem>;
  close(): Promise<void>;
}

type AppOptions = Partial<Pick<AppDeps, 'requestsPerMinute' | 'maxEventLoopDelayMs' | 'bodyTimeoutMs' | 'webRoot' | 'recognise'>> & { readonly settled?: boolean; readonly everyMs?: number };

export async function openApp(database: Database, viewer: Viewer, options: AppOptions = {}): Promise<OpenApp> {
  const { settled = true, everyMs = 100, ...deps } = options;
  const composition = compose(database, viewer, { everyMs });
  if (settled) await composition.deps.watch.settled();
  const app = await buildApp({ ...composition.deps, webRoot: null, ...deps });
  return {
    app,
    composition,
    async json<Answer>(url: string) {
      const response = await app.inject(url);
      if (response.statusCode !== 200) throw new Error(`${url}: ${response.statusCode} ${response.body}`);
      return response.json<Answer>();
    },
    async problem(url) {
      const response = await app.inject(url);
      if (response.statusCode < 400 || response.headers['content-type'] !== 'application/problem+json; charset=utf-8') throw new Error(`${url}: a problem expected; ${response.statusCode} ${response.body.slice(0, 200)}`);
      return response.json<Problem>();
    },
    async close() {
      await app.close();
      await composition.close();
    },
  };
}

/** One app for a suite over the suite's database, filled before. */
export function useApp(database: () => Database, viewer: Viewer, prepare: (database: Database) => Promise<unknown>, options: AppOptions = {}): () => OpenApp {
  let opened: OpenApp | null = null;
  beforeAll(async () => {
    await prepare(database());
    opened = await openApp(database(), viewer, options);
  });
  afterAll(async () => {
    await opened?.close();
  });
  return () => {
    if (opened === null) throw new Error('the app is open inside tests only');
    return opened;
  };
}
