import type { Api } from '#api/routes/api';
import { seededRandom } from '../bench/seeded-random';
import { cpuTimeMs } from '../cpu-time';
import { HostileValues } from './hostile-values';
import { makeRequest } from './make-request';
import { type ApiDocument, operationsOf, type Operation } from './operations';

/** What a request met that no request may meet. */
export interface Fault {
  readonly operation: string;
  readonly what: string;
  readonly request: string;
}

export interface FuzzReport {
  readonly requests: number;
  /** How often each status was answered. */
  readonly statuses: Readonly<Record<string, number>>;
  readonly faults: readonly Fault[];
  /** Processor time of each call in all, in milliseconds. */
  readonly workMs: Readonly<Record<string, number>>;
}

/** Words that only the inside of the server knows. What a question says itself may be said back. */
const INSIDE = /node_modules|\bat (?:async )?[\w.<>]+ \(|\.ts:\d+|select .{0,80} from |insert into|syntax error at|relation "|column "|violates|PGlite|postgres:\/\/|\/tmp\/|\/home\/|ECONN|TypeError|ReferenceError|RangeError/;
/** Processor time of the whole process for one request: more is a way to stop the server. */
const LONGEST_MS = 10_000;

/** Sends so many hostile requests to every call that the server describes, the same ones for the same seed. */
export async function fuzz(app: Api, requestsPerOperation: number, seed: number, onOperation: (name: string) => void = () => undefined): Promise<FuzzReport> {
  const document = (await app.inject('/api/openapi.json')).json<ApiDocument>();
  const known = await knownWords(app);
  const statuses: Record<string, number> = {};
  const faults: Fault[] = [];
  const workMs: Record<string, number> = {};
  let requests = 0;
  for (const [at, operation] of operationsOf(document).entries()) {
    const values = new HostileValues(document, seededRandom(seed + at), known);
    onOperation(nameOf(operation));
    for (let sent = 0; sent < requestsPerOperation; sent += 1) {
      const request = makeRequest(operation, values);
      const startedAt = cpuTimeMs();
      const { statusCode, body, headers } = await app.inject(request);
      const took = cpuTimeMs() - startedAt;
      requests += 1;
      workMs[nameOf(operation)] = (workMs[nameOf(operation)] ?? 0) + took;
      statuses[statusCode] = (statuses[statusCode] ?? 0) + 1;
      const note = (what: string): void => void faults.push({ operation: nameOf(operation), what, request: JSON.stringify(request).slice(0, 600) });
      if (statusCode >= 500 && statusCode !== 503) note(`${statusCode} ${body.slice(0, 300)}`);
      if (statusCode >= 400 && !String(headers['content-type']).startsWith('application/problem+json')) note(`${statusCode} without a problem: ${String(headers['content-type'])}`);
      if (statusCode >= 400 && INSIDE.test(withoutQuestion(body))) note(`tells of the inside: ${body.slice(0, 300)}`);
      if (took > LONGEST_MS) note(`${Math.round(took)} ms of work`);
    }
  }
  return { requests, statuses, faults, workMs };
}

const nameOf = ({ method, path }: Operation): string => `${method} ${path}`;

/** Values that were given are said back to whoever gave them, in quotes. */
const withoutQuestion = (body: string): string => body.replaceAll(/"value":"(?:[^"\\]|\\.)*"/g, '').replaceAll(/[«“][^»”]*[»”]/g, '');

/** Ids and codes that there are, so that requests get past the first door. */
async function knownWords(app: Api): Promise<string[]> {
  const lists = await Promise.all(['/api/structures?limit=20', '/api/initiatives?limit=20', '/api/organisations?limit=20', '/api/areas?limit=20'].map((url) => app.inject(url)));
  return lists.flatMap((list) => list.json<{ items?: { id?: string; code?: string; name?: string }[] }>().items ?? []).flatMap(({ id, code, name }) => [id, code, name].filter((word) => word !== undefined));
}
