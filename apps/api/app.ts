import Fastify, { type FastifyReply, type FastifyServerOptions } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { authorise, type Recognise } from './authorise';
import { loggable } from './loggable-error';
import { Problem, problemBody } from './problem';
import { problemOfError } from './problem-of-error';
import { protect, type Protection } from './protect';
import type { Api } from './routes/api';
import { checkRoutes } from './routes/check';
import { entryRoutes, type EntryRouteDeps } from './routes/entries';
import { documentApi, openapiRoute } from './routes/documentation';
import { gapRoutes } from './routes/gaps';
import { presenceRoutes } from './routes/presence';
import { reachRoutes } from './routes/reach';
import { readinessRoutes } from './routes/readiness';
import { recordEditRoutes } from './routes/record-edits';
import { reportingRoutes } from './routes/reporting';
import { templateRoutes } from './routes/templates';
import { healthRoutes, type HealthRouteDeps, vocabularyRoutes } from './routes/health';
import { importRoutes, type ImportRouteDeps } from './routes/imports';
import { listRoutes } from './routes/lists';
import { matchRoutes } from './routes/matches';
import { servePage } from './routes/page';
import { programmeRoutes } from './routes/programmes';
import { structureRoutes } from './routes/structures';
import { tileRoutes } from './routes/tiles';
import { whatIfRoutes } from './routes/what-if';
import { whereNextRoutes } from './routes/where-next';

export interface AppDeps extends ImportRouteDeps, EntryRouteDeps, HealthRouteDeps, Protection {
  /** Tells who sent a request. */
  readonly recognise: Recognise;
  /** Directory of the built page; null: API only. */
  readonly webRoot: string | null;
  readonly logger?: FastifyServerOptions['logger'];
  /** More routes, registered with the others. */
  readonly extend?: (app: Api) => Promise<void>;
}

/** Builds the server without listening; tests ask it through `inject`. */
export async function buildApp(deps: AppDeps): Promise<Api> {
  const app: Api = Fastify({
    logger: deps.logger ?? false,
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be read, or a name longer than any there is: refused before there is a route.
    frameworkErrors(error, _request, reply) {
      void sendProblem(reply, new Problem(error.code === 'FST_ERR_MAX_PARAM_LENGTH' ? 'notFound' : 'parameterInvalid'));
    },
  }).withTypeProvider<ZodTypeProvider>();
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
  await recordEditRoutes(app, deps);
  await deps.extend?.(app);
  answerNotFound(app, await servePage(app, deps.webRoot));
  return app;
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
    if (problem === null || problem.code === 'databaseUnreachable') request.log.error({ err: loggable(error) }, 'fault');
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
