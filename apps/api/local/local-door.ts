import { timingSafeEqual } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { Problem } from '#api/problem';
import { LOCAL_TOKEN_HEADER } from './local-import-contract';

/**
 * Options of a route for commands on this machine: it answers the loopback interface only, and only with the secret of the lock file; anyone else finds
 * nothing there. Before the body is read: a stranger must not make this server take anything in.
 */
export const behindLocalDoor = (token: string) => ({
  schema: { hide: true },
  config: { rateLimit: false as const },
  onRequest: async (request: FastifyRequest): Promise<void> => {
    if (!isLoopback(request.socket.remoteAddress) || !sameSecret(request.headers[LOCAL_TOKEN_HEADER], token)) throw new Problem('notFound');
  },
});

const isLoopback = (address: string | undefined): boolean => address !== undefined && (address === '::1' || /^(::ffff:)?127\./.test(address));

function sameSecret(given: string | string[] | undefined, expected: string): boolean {
  if (typeof given !== 'string') return false;
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}
