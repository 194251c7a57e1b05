import type { FastifyRequest } from 'fastify';
import { type Action, type Actor, permissionOf, stranger } from '#domain/permissions';
import { Problem } from './problem';
import type { Api } from './routes/api';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; set before anything of the request is read. */
    actor: Actor;
  }
  interface FastifyContextConfig {
    /** What the route lets somebody do: its row of the matrix (#domain/permissions). */
    readonly action?: Action;
  }
}

/** Tells who sent a request. */
export type Recognise = (request: FastifyRequest) => Actor | Promise<Actor>;

/** Paths of the API that say nothing of the data: its description, drawn for people. */
const DOCUMENTATION = /^\/api\/docs(\/|$)/;

/**
 * Has every request recognised and held against the matrix before its body is read. A route of the API that names no action is a fault of
 * ours: the server does not start with it. Routes that are not described (`hide`) have a secret of their own. Register before the routes.
 */
export function authorise(app: Api, recognise: Recognise): void {
  app.decorateRequest('actor', null as unknown as Actor);
  app.addHook('onRoute', ({ url, schema, config, method }) => {
    const isHidden = schema !== undefined && 'hide' in schema && schema.hide;
    if (url.startsWith('/api/') && !isHidden && !DOCUMENTATION.test(url) && config?.action === undefined) throw new Error(`${String(method)} ${url}: an action of #domain/permissions expected in its config`);
  });
  app.addHook('onRequest', async (request) => {
    request.actor = stranger;
    request.actor = await recognise(request);
    const { action } = request.routeOptions.config;
    if (action !== undefined && permissionOf(request.actor, action) === 'no') throw new Problem('forbidden');
  });
}
