import type { QueryClient } from '@tanstack/react-query';
import { ApiProblem, sendCommand } from '../../api/client';
import type { EntriesAnswer, EntriesBody, EntryIssue } from '../../api/entries';
import type { PageState } from '../../state/page-state';
import { createStore } from '../../state/store';
import { keep, readKept } from './kept';

/** Where the form of an entry is found again. */
export type FormPlace = Pick<PageState, 'form' | 'structure' | 'record'>;

/** One entry on its way: it stays here, and on the device, until the server has answered. */
export interface Sending {
  readonly draftId: string;
  readonly title: string;
  readonly place: FormPlace;
  readonly body: EntriesBody;
  readonly state: 'sending' | 'waiting' | 'refused' | 'saved';
  /** It left at least once: whether the server has it is not known, so it must not be changed under the same key. */
  readonly attempted: boolean;
  readonly problem: ApiProblem | null;
  readonly answer: EntriesAnswer | null;
}

const OUTBOX = 'outbox';
/** ms until an entry that got no answer is tried again while the line seems to be there. */
const TRY_AGAIN = 20_000;

const waitingAtStart = ((readKept(OUTBOX) as readonly Sending[] | null) ?? []).map((one): Sending => ({ ...one, state: 'waiting', problem: null, answer: null }));
/** Outside React: an entry goes on its way while the person looks at something else. */
export const outbox = createStore<readonly Sending[]>(waitingAtStart);

outbox.subscribe(() => {
  const unsettled = outbox.get().filter(({ state }) => state === 'sending' || state === 'waiting');
  keep(OUTBOX, unsettled.length === 0 ? null : unsettled);
});

const put = (draftId: string, part: Partial<Sending>): void => outbox.set(outbox.get().map((one) => (one.draftId === draftId ? { ...one, ...part } : one)));

/** Takes an entry out: it was seen, or it may be changed again. */
export const takeOut = (draftId: string): void => outbox.set(outbox.get().filter((one) => one.draftId !== draftId));

/** Sends an entry; without a line it waits on the device, having gone nowhere. */
export function sendEntry(client: QueryClient, entry: Pick<Sending, 'draftId' | 'title' | 'place' | 'body'>): void {
  if (outbox.get().some(({ draftId, state }) => draftId === entry.draftId && (state === 'sending' || state === 'waiting'))) return;
  takeOut(entry.draftId);
  outbox.set([...outbox.get(), { ...entry, state: 'waiting', attempted: false, problem: null, answer: null }]);
  void send(client, entry.draftId);
}

/** Sends what waits. The same key is taken once, so that asking again can store nothing twice. */
export function sendWhatWaits(client: QueryClient): void {
  for (const { draftId, state } of outbox.get()) if (state === 'waiting') void send(client, draftId);
}

const isOnWayBack = (error: ApiProblem): boolean => error.status === null || error.status === 429 || error.status >= 500;

async function send(client: QueryClient, draftId: string): Promise<void> {
  const entry = outbox.get().find((one) => one.draftId === draftId);
  if (entry?.state !== 'waiting' || !navigator.onLine) return;
  put(draftId, { state: 'sending', attempted: true, problem: null });
  try {
    const answer = await sendCommand<EntriesAnswer>('POST', '/api/entries', entry.body);
    put(draftId, { state: 'saved', answer });
    keep(`draft.${draftId}`, null);
    await client.invalidateQueries();
  } catch (error) {
    const problem = error instanceof ApiProblem ? error : new ApiProblem('unreadable', null, null);
    put(draftId, { state: isOnWayBack(problem) ? 'waiting' : 'refused', problem });
    if (isOnWayBack(problem)) window.setTimeout(() => void send(client, draftId), TRY_AGAIN);
  }
}

/** What the server found wrong, field by field; empty where the refusal is about something else. */
export function issuesOf(problem: ApiProblem | null): readonly EntryIssue[] {
  const { entryIssues } = (problem?.body ?? {}) as { entryIssues?: unknown };
  return Array.isArray(entryIssues) ? (entryIssues as EntryIssue[]) : [];
}
