import { buildApp } from '#api/app';
import { compose } from '#api/composition';
import type { Database } from '#db/database';
import { type Actor, localCoordinator, stranger } from '#domain/permissions';

export interface Asked<Body> {
  readonly status: number;
  readonly body: Body;
}

/** The real server, asked by whomever a call says: who that is stands in for signing in. */
export interface AppForActors {
  ask<Answer>(actor: Actor, method: 'GET' | 'POST', url: string, payload?: object): Promise<Asked<Answer>>;
  close(): Promise<void>;
}

export async function openForActors(database: Database): Promise<AppForActors> {
  const composition = compose(database, 'coordination', { everyMs: 100 });
  await composition.deps.watch.settled();
  let asking = stranger;
  const app = await buildApp({ ...composition.deps, recognise: () => asking, webRoot: null });
  return {
    ask<Answer>(actor: Actor, method: 'GET' | 'POST', url: string, payload?: object): Promise<Asked<Answer>> {
      asking = actor;
      return app.inject({ method, url, ...(payload === undefined ? {} : { payload }) }).then((response) => ({ status: response.statusCode, body: response.json<Answer>() }));
    },
    async close() {
      await app.close();
      await composition.close();
    },
  };
}

export const partnerOf = (organisationId: string): Actor => ({ role: 'partner', accountId: `account of ${organisationId}`, organisationId, provinces: [] });
export const coleadOf = (...provinces: string[]): Actor => ({ role: 'coordination', accountId: `co-lead of ${provinces.join('+')}`, organisationId: null, provinces });
export const coordinator: Actor = { ...localCoordinator, accountId: 'coordinator' };
