import type { FastifyBaseLogger, FastifyInstance, FastifyReply, FastifyRequest, RawReplyDefaultExpression, RawRequestDefaultExpression, RawServerDefault } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { viewerOf } from '#domain/permissions';
import type { Viewer } from '#domain/viewer';
import { problem } from '../contract/records';
import type { TableHeading } from '../services/exports/write-table-worker';
import type { DataWatch } from '../services/data-watch';
import type { StructureSources } from '../services/structure-lists';

/** The server as the routes see it: queries and answers are typed by their schemas. */
export type Api = FastifyInstance<RawServerDefault, RawRequestDefaultExpression, RawReplyDefaultExpression, FastifyBaseLogger, ZodTypeProvider>;

/** The parts of the server, for whoever asks. */
export interface ServerDeps extends Omit<StructureSources, 'viewer' | 'watch'> {
  readonly watch: DataWatch;
  /** Names this run of the server in ETags: another run may hold other data under the same version. */
  readonly bootId: string;
}

/** The parts as one asker may use them. */
export interface RouteDeps extends StructureSources {
  readonly bootId: string;
}

/** What the asker of a request may see. */
export const viewerIn = (request: FastifyRequest): Viewer => viewerOf(request.actor);

/** The parts of the server as the asker of this request may use them. */
export function askedBy<Deps extends ServerDeps>(deps: Deps, request: FastifyRequest): Omit<Deps, 'watch'> & RouteDeps {
  const viewer = viewerIn(request);
  return { ...deps, viewer, watch: deps.watch.of(viewer) };
}

const refused = (description: string) => ({ description, content: { 'application/problem+json': { schema: problem } } });
const refusals = {
  400: refused('A parameter is unknown or invalid: which one, and what would be valid'),
  404: refused('There is none, or none that may be seen'),
  429: refused('Too many requests'),
  500: refused('A fault of the server; nothing was changed'),
  503: refused('The data are being prepared, or the server is too busy: see Retry-After'),
};

/** Answers of a call that gives JSON only. */
export const jsonAnswers = <T extends z.ZodType>(schema: T) => ({ 200: { description: 'The answer', content: { 'application/json': { schema } } }, ...refusals });

/** Answers of a call that gives nothing back. */
export const emptyAnswers = { 204: z.null().describe('Done; there is nothing to say'), ...refusals };

const FILE = z.string().meta({ format: 'binary' });
const TYPES = { csv: 'text/csv; charset=utf-8', hxl: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', geojson: 'application/geo+json; charset=utf-8' } as const;

/** Answers of a call that also gives files. `features`: GeoJSON as well. */
export const fileAnswers = <T extends z.ZodType>(schema: T, features = false) => ({
  200: {
    description: 'JSON, or the file asked for with `format`',
    content: {
      'application/json': { schema },
      'text/csv': { schema: z.string() },
      [TYPES.xlsx]: { schema: FILE },
      ...(features ? { 'application/geo+json': { schema: z.object({ type: z.literal('FeatureCollection'), features: z.array(z.unknown()) }) } } : {}),
    },
  },
  ...refusals,
});

/**
 * Marks the answer with the version of the data, so that what did not change is not sent again. Answers 304 and true where the
 * asker has this version. What the coordination sees may not stay in shared caches. `also`: whatever else makes it another answer, as the day on which it is asked.
 */
export function isUnchanged({ bootId, watch }: ServerDeps, request: FastifyRequest, reply: FastifyReply, also?: string): boolean {
  const viewer = viewerIn(request);
  const { status, dataVersion } = watch.of(viewer).state();
  if (status === 'loading') return false;
  const etag = `W/"${bootId}-${viewer}-${dataVersion}${also === undefined ? '' : `-${also}`}"`;
  reply.header('etag', etag).header('cache-control', viewer === 'public' ? 'public, no-cache' : 'private, no-cache');
  const held = request.headers['if-none-match'];
  if (held?.split(',').some((one) => one.trim() === etag) !== true) return false;
  reply.code(304).send();
  return true;
}

/** Sends bytes as they are, without a copy. */
export const sendBytes = (reply: FastifyReply, type: string, bytes: Uint8Array): FastifyReply => reply.type(type).send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));

/** Sends JSON that the engine wrote already: to parse and write it again would hold up everybody else. */
export const sendJson = (reply: FastifyReply, bytes: Uint8Array): FastifyReply => sendBytes(reply, 'application/json; charset=utf-8', bytes);

/** Sends a file under a name that says what it is and of which day. */
export const sendFile = (reply: FastifyReply, format: keyof typeof TYPES, name: string, body: NodeJS.ReadableStream | Uint8Array): FastifyReply =>
  reply
    .type(TYPES[format])
    .header('content-disposition', `attachment; filename="${name}.${format === 'hxl' ? 'hxl.csv' : format}"`)
    .send(body instanceof Uint8Array ? Buffer.from(body.buffer, body.byteOffset, body.byteLength) : body);

export const today = (): string => new Date().toISOString().slice(0, 10);

/** Parameters that were set, as text for an export. */
export const parametersText = (query: Readonly<Record<string, unknown>>): string =>
  Object.entries(query)
    .filter(([name, value]) => value !== undefined && !['format', 'limit', 'after'].includes(name))
    .map(([name, value]) => `${name}=${Array.isArray(value) ? value.join(',') : typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value)}`)
    .join('; ');

/** What a file of rows stands on: its sources are those of its rows. */
export function headingOf({ watch }: Pick<RouteDeps, 'watch'>, title: string, date: string, query: Readonly<Record<string, unknown>>): TableHeading {
  const { exercise, dataVersion } = watch.state();
  return { title, exercise, dataVersion, sources: [], date, parameters: parametersText(query) };
}
