import compress from '@fastify/compress';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import type { FastifyRequest } from 'fastify';
import { constants } from 'node:zlib';
import { isLoopbackHost } from './config';
import { Problem } from './problem';
import type { Api } from './routes/api';

export interface Protection {
  /** True: somebody may be let in without an account because they sit at this machine. */
  readonly localDoor: boolean;
  /** Requests of one address in a minute. */
  readonly requestsPerMinute?: number;
  /** A thread that is held up for longer than this, in the mean of a second, refuses to take on more. */
  readonly maxEventLoopDelayMs?: number;
  /** A body that is no file has to be here by then: who sends it byte by byte holds a place that others need. */
  readonly bodyTimeoutMs?: number;
}

/** Generous: a map asks for some hundred tiles in a moment, and a meeting room may share one address. */
const REQUESTS_PER_MINUTE = 6000;
const MAX_EVENT_LOOP_DELAY_MS = 1000;
const BODY_TIMEOUT_MS = 60_000;
/** A file on a poor line. */
const FILE_TIMEOUT_MS = 3_600_000;
/** Routes that take more than this take files. */
const LARGEST_FORM_BYTES = 1_048_576;

/** What keeps the server and the page from harm before anything of a request is read. Register before the routes. */
export async function protect(app: Api, { localDoor, requestsPerMinute = REQUESTS_PER_MINUTE, maxEventLoopDelayMs = MAX_EVENT_LOOP_DELAY_MS, bodyTimeoutMs = BODY_TIMEOUT_MS }: Protection): Promise<void> {
  await app.register(helmet, {
    // Only what comes from this server runs, and nothing goes anywhere else: no line of the page could be made to tell a stranger what it shows.
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'none'"],
        'script-src': ["'self'"],
        'style-src': ["'self'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'"],
        'connect-src': ["'self'"],
        'worker-src': ["'self'", 'blob:'],
        'manifest-src': ["'self'"],
        'form-action': ["'self'"],
        'base-uri': ["'none'"],
        'frame-ancestors': ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    // The server speaks HTTP; whoever puts TLS before it sets what belongs to TLS.
    strictTransportSecurity: false,
  });
  await app.register(compress, {
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } },
    // Larger answers are compressed off this thread.
    syncThreshold: 16_384,
    customTypes: /^(text\/|application\/(json|problem\+json|geo\+json|manifest\+json|vnd\.mapbox-vector-tile)|image\/svg)/,
  });
  await app.register(rateLimit, { max: requestsPerMinute, timeWindow: '1 minute', errorResponseBuilder: () => new Problem('tooManyRequests') });
  await app.register(underPressure, { maxEventLoopDelay: maxEventLoopDelayMs, pressureHandler: refuseUnderPressure });
  app.addHook('onRequest', async ({ method, raw, routeOptions: { bodyLimit = 0 } }) => {
    if (method === 'GET' || method === 'HEAD') return;
    const tooLate = setTimeout(() => raw.destroy(), bodyLimit > LARGEST_FORM_BYTES ? FILE_TIMEOUT_MS : bodyTimeoutMs);
    for (const end of ['end', 'close'] as const) raw.once(end, () => clearTimeout(tooLate));
  });
  // Nor may a page from elsewhere send anything here: browsers say where a request comes from.
  app.addHook('onRequest', async (request) => {
    const { origin } = request.headers;
    if (request.method === 'GET' || request.method === 'HEAD' || origin === undefined) return;
    if (!URL.canParse(origin) || new URL(origin).host !== request.headers.host) throw new Problem('forbidden');
  });
  // A page from elsewhere could have its own name resolve to this machine and read along: only local names are answered.
  if (localDoor) {
    app.addHook('onRequest', async (request) => {
      if (!isLoopbackHost(request.hostname.replace(/^\[(.*)\]$/, '$1'))) throw new Problem('forbidden');
    });
  }
}

/** Whoever watches the server is told even when it is busy. */
function refuseUnderPressure(request: FastifyRequest): void {
  if (request.url.split('?')[0] !== '/api/health') throw new Problem('overloaded');
}
