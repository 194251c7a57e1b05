import type { FastifyRequest, FastifyServerOptions } from 'fastify';
import { loggable } from './loggable-error';

/**
 * One line of JSON for each thing that happens: which route was asked for and how it went, and faults of ours. Never an address, a query, a name, an
 * id or the words of an error: whoever takes the log must not learn who asked for what. `everything` false: faults only.
 */
export const logSettings = (everything: boolean): NonNullable<Exclude<FastifyServerOptions['logger'], boolean>> => ({
  level: everything ? 'info' : 'error',
  base: null,
  serializers: {
    req: ({ method, routeOptions }: FastifyRequest) => ({ method, route: routeOptions.url ?? null }),
    res: ({ statusCode = 0 }: { statusCode?: number }) => ({ statusCode }),
    err: (error: unknown) => {
      const { name, stack } = loggable(error);
      return { type: name, message: '', stack: stack ?? '' };
    },
  },
});
