import type { Problem } from '#api/contract/records';
import { awaitedVersion, storedSince } from '../state/moments';

/** An answer that is not one: the problem as the server says it, or `network` where nobody answered. */
export class ApiProblem extends Error {
  constructor(
    readonly code: string,
    readonly status: number | null,
    readonly words: { fr: string; en: string } | null,
    /** The body of the problem; null: none that could be read. */
    readonly body: unknown = null,
  ) {
    super(`${code}${status === null ? '' : ` (${String(status)})`}`);
    this.name = 'ApiProblem';
  }
}

/** Nobody answered: there is no line, or no server at its end. */
export const isNoAnswer = (error: unknown): error is ApiProblem => error instanceof ApiProblem && error.status === null;

/** Set by the service worker on answers that it kept: when the server gave them. */
const STORED_HEADER = 'x-jonction-stored';

/** Asks the API for JSON. Throws an `ApiProblem`; never answers half. */
export async function fetchJson<Answer>(path: string, signal?: AbortSignal): Promise<Answer> {
  const response = await send(path, signal);
  if (!response.ok) throw await problemOf(response);
  storedSince.set(response.headers.get(STORED_HEADER));
  return (await response.json()) as Answer;
}

/** Sends a command; the answer is JSON, or null where there is none to give. Throws an `ApiProblem`. */
export async function sendCommand<Answer>(method: 'POST' | 'DELETE', path: string, body: unknown, signal?: AbortSignal): Promise<Answer | null> {
  const content: RequestInit = body instanceof FormData ? { body } : body === null ? {} : { body: JSON.stringify(body), headers: { accept: 'application/json', 'content-type': 'application/json' } };
  const response = await send(path, signal, { method, ...content });
  if (!response.ok) throw await problemOf(response);
  if (response.status === 204) return null;
  const answer = (await response.json()) as Answer & { dataVersion?: number };
  awaitedVersion.set(Math.max(awaitedVersion.get(), answer.dataVersion ?? 0));
  return answer;
}

async function send(path: string, signal: AbortSignal | undefined, more: RequestInit = {}): Promise<Response> {
  try {
    return await fetch(path, { headers: { accept: 'application/json' }, ...more, ...(signal ? { signal } : {}) });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiProblem('network', null, null);
  }
}

/** The problem of an answer that is not ok, as the server says it. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  try {
    const problem = (await response.json()) as Partial<Problem>;
    const words = problem.detail !== undefined && problem.detailFr !== undefined ? { fr: problem.detailFr, en: problem.detail } : null;
    return new ApiProblem(problem.code ?? 'unreadable', response.status, words, problem);
  } catch {
    return new ApiProblem('unreadable', response.status, null);
  }
}
