import compress from '@fastify/compress';
import { constants } from 'node:zlib';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import underPressure from '@fastify/under-pressure';
import Fastify, { type FastifyReply, type FastifyRequest, type FastifyServerOptions } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { authorise, type Recognise } from './authorise';
import { isLoopbackHost } from './config';
import { Problem, problemBody } from './problem';
import { problemOfError } from './problem-of-error';
import type { Api } from './routes/api';
import { checkRoutes } from './routes/check';
import { entryRoutes, type EntryRouteDeps } from './routes/entries';
import { documentApi, openapiRoute } from './routes/documentation';
import { gapRoutes } from './routes/gaps';
import { presenceRoutes } from './routes/presence';
import { reachRoutes } from './routes/reach';
import { readinessRoutes } from './routes/readiness';
import { reportingRoutes } from './routes/reporting';
import { templateRoutes } from './routes/templates';
import { healthRoutes, vocabularyRoutes } from './routes/health';
import { importRoutes, type ImportRouteDeps } from './routes/imports';
import { listRoutes } from './routes/lists';
import { matchRoutes } from './routes/matches';
import { servePage } from './routes/page';
import { programmeRoutes } from './routes/programmes';
import { structureRoutes } from './routes/structures';
import { tileRoutes } from './routes/tiles';
import { whatIfRoutes } from './routes/what-if';
import { whereNextRoutes } from './routes/where-next';

export interface AppDeps extends ImportRouteDeps, EntryRouteDeps {
  /** Tells who sent a request. */
  readonly recognise: Recognise;
  /** True: somebody may be let in without an account because they sit at this machine. */
  readonly localDoor: boolean;
  /** Directory of the built page; null: API only. */
  readonly webRoot: string | null;
  readonly logger?: FastifyServerOptions['logger'];
  /** Requests of one address in a minute. */
  readonly requestsPerMinute?: number;
  /** A thread that is held up for longer than this, in the mean of a second, refuses to take on more. */
  readonly maxEventLoopDelayMs?: number;
  /** More routes, registered with the others. */
  readonly extend?: (app: Api) => Promise<void>;
}

/** Generous: a map asks for some hundred tiles in a moment, and a meeting room may share one address. */
const REQUESTS_PER_MINUTE = 6000;
const MAX_EVENT_LOOP_DELAY_MS = 1000;

/** Builds the server without listening; tests ask it through `inject`. */
export async function buildApp(deps: AppDeps): Promise<Api> {
  const app: Api = Fastify({ logger: deps.logger ?? false, routerOptions: { maxParamLength: 200 } }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerProblems(app);
  await protect(app, deps);
  authorise(app, deps.recognise);
  await documentApi(app);

  await openapiRoute(app);
  await healthRoutes(app, deps);
  await vocabularyRoutes(app);
  await listRoutes(app, deps);
  await structureRoutes(app, deps);
  await gapRoutes(app, deps);
  await whatIfRoutes(app, deps);
  await checkRoutes(app, deps);
  await reachRoutes(app, deps);
  await readinessRoutes(app, deps);
  await whereNextRoutes(app, deps);
  await presenceRoutes(app, deps);
  await reportingRoutes(app, deps);
  await templateRoutes(app, deps);
  await tileRoutes(app, deps);
  await importRoutes(app, deps);
  await matchRoutes(app, deps);
  await programmeRoutes(app, deps);
  await entryRoutes(app, deps);
  await deps.extend?.(app);
  answerNotFound(app, await servePage(app, deps.webRoot));
  return app;
}

async function protect(app: Api, { localDoor, requestsPerMinute = REQUESTS_PER_MINUTE, maxEventLoopDelayMs = MAX_EVENT_LOOP_DELAY_MS }: AppDeps): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        'img-src': ["'self'", 'data:', 'blob:'],
        'worker-src': ["'self'", 'blob:'],
        // The server speaks HTTP; whoever puts TLS before it sets what belongs to TLS.
        'upgrade-insecure-requests': null,
      },
    },
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

const RETRY_AFTER_SECONDS: Readonly<Record<string, number>> = { dataLoading: 2, overloaded: 5, databaseUnreachable: 5 };

function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  const body = problemBody(problem);
  const retryAfter = RETRY_AFTER_SECONDS[problem.code];
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter);
  return reply.code(body.status).removeHeader('etag').header('cache-control', 'no-store').type('application/problem+json; charset=utf-8').send(Buffer.from(JSON.stringify(body)));
}

function answerProblems(app: Api): void {
  app.setErrorHandler((error, request, reply) => {
    const { querystring } = request.routeOptions.schema ?? {};
    const known = querystring !== null && typeof querystring === 'object' && 'shape' in querystring ? Object.keys(querystring.shape as object) : [];
    const given = { ...(request.params as object), ...(request.query as object) };
    const problem = problemOfError(error, given, known);
    if (problem === null || problem.code === 'databaseUnreachable') request.log.error(error);
    return sendProblem(reply, problem ?? new Problem('internal'));
  });
}

/** A path of the API that there is none of is a problem; any other path is the page's own, which keeps its state in the address. */
function answerNotFound(app: Api, hasPage: boolean): void {
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '';
    const asksForPage = request.method === 'GET' && !path.startsWith('/api') && !/\.[a-z0-9]+$/i.test(path);
    if (hasPage && asksForPage) return reply.header('cache-control', 'no-cache').sendFile('index.html');
    return sendProblem(reply, new Problem('notFound'));
  });
}
