import type { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from '../../api/client';
import { BUSY_TRIES, BUSY_WAIT, isBusyServer } from '../../api/imports';
import { sendFile } from '../../api/send-file';
import { createStore } from '../../state/store';
import { getPageState, setPageState } from '../../state/use-page-state';

/** A file on its way to the server; once there, the list of imports shows it. */
export interface Upload {
  readonly key: number;
  readonly file: File;
  readonly state: 'inLine' | 'sending' | 'notSent';
  /** Share of it that has left, 0–1. */
  readonly sent: number;
  readonly error: ApiProblem | null;
}

/** Outside React: the queue goes on while a person looks at the map. */
export const uploads = createStore<readonly Upload[]>([]);

let nextKey = 1;
let sending: { readonly key: number; readonly abort: AbortController } | null = null;

const change = (key: number, part: Partial<Upload>): void => uploads.set(uploads.get().map((one) => (one.key === key ? { ...one, ...part } : one)));
const drop = (key: number): void => uploads.set(uploads.get().filter((one) => one.key !== key));

/** Puts files in line; they are sent one after the other. */
export function addFiles(client: QueryClient, files: Iterable<File>): void {
  const added = [...files].map((file): Upload => ({ key: nextKey++, file, state: 'inLine', sent: 0, error: null }));
  uploads.set([...uploads.get(), ...added]);
  void work(client);
}

/** Takes a file out of the line, or stops its sending. */
export function removeUpload(key: number): void {
  if (sending?.key === key) sending.abort.abort();
  drop(key);
}

export function sendAgain(client: QueryClient, key: number): void {
  change(key, { state: 'inLine', sent: 0, error: null });
  void work(client);
}

/** Files that the line kept from leaving go by themselves once it is back. */
export function sendWhatTheLineKept(client: QueryClient): void {
  for (const { key, state, error } of uploads.get()) if (state === 'notSent' && error?.code === 'network') sendAgain(client, key);
}

async function work(client: QueryClient): Promise<void> {
  if (sending !== null) return;
  const next = uploads.get().find(({ state }) => state === 'inLine');
  if (next === undefined) return;
  const abort = new AbortController();
  sending = { key: next.key, abort };
  change(next.key, { state: 'sending' });
  try {
    const answer = await sendPatiently(next.file, abort.signal, (sent) => change(next.key, { sent }));
    client.setQueryData(['import', answer.id], answer);
    await client.invalidateQueries({ queryKey: ['imports'] });
    drop(next.key);
    // The first file opens by itself; the others wait in the list until somebody comes to them.
    if (getPageState().file === null) setPageState({ file: answer.id, part: null });
  } catch (error) {
    if (!abort.signal.aborted) change(next.key, { state: 'notSent', error: error instanceof ApiProblem ? error : new ApiProblem('unreadable', null, null) });
  } finally {
    sending = null;
  }
  void work(client);
}

async function sendPatiently(file: File, signal: AbortSignal, onSent: (share: number) => void): ReturnType<typeof sendFile> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await sendFile(file, signal, onSent);
    } catch (error) {
      if (!isBusyServer(error) || tries >= BUSY_TRIES || signal.aborted) throw error;
      await new Promise((resolve) => window.setTimeout(resolve, BUSY_WAIT));
    }
  }
}
