import { useIsMutating, useMutation, useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query';
import type { z } from 'zod';
import type { ImportAnswer, importAnswersBody, importApplyBody, importMappingBody, importOptionsBody, importsAnswer, importUndoBody, mappingsAnswer, undoConflict } from '#api/contract/imports';
import { ApiProblem, fetchJson, sendCommand } from './client';

export type ImportsAnswer = z.infer<typeof importsAnswer>;
export type ImportListItem = ImportsAnswer['items'][number];
export type UndoConflict = z.infer<typeof undoConflict>;
export type RecordChange = ImportAnswer['preview']['changes'][number];
export type ImportQuestion = ImportAnswer['questions'][number];
export type IssueOfValue = ImportAnswer['issuesByValue']['listed'][number];
type ImportOptions = z.infer<typeof importOptionsBody>;

/** How often a running import is asked how far it is, ms. */
const ASK_EVERY = 700;
const RUNNING: readonly ImportAnswer['state'][] = ['reading', 'applying', 'undoing'];

export const isRunning = (state: ImportAnswer['state']): boolean => RUNNING.includes(state);

/** All files: those that wait, and the history. The server refuses it to whoever may not load data; then the page offers no import. */
export function useImports(enabled: boolean): UseQueryResult<ImportsAnswer> {
  return useQuery({
    queryKey: ['imports'],
    queryFn: ({ signal }) => fetchJson<ImportsAnswer>('/api/imports', signal),
    enabled,
    staleTime: 0,
    refetchOnReconnect: 'always',
    refetchInterval: (query) => (query.state.data?.items.some(({ state }) => isRunning(state)) === true ? ASK_EVERY * 2 : false),
  });
}

/** A server that is too busy refuses before it does anything: asking again is safe. Tries, and ms between them. */
export const BUSY_TRIES = 8;
export const BUSY_WAIT = 3_000;
export const isBusyServer = (error: unknown): boolean => error instanceof ApiProblem && (error.code === 'overloaded' || error.status === 429);

const addressOf = (id: string): string => `/api/imports/${encodeURIComponent(id)}`;

/** While a command runs, the file is asked how far it is. */
const commandKey = (id: string): readonly string[] => ['importCommand', id];

/** The rows that could not be taken, as a file that the partner can correct. */
export const refusedRowsAddress = (id: string): string => `${addressOf(id)}/issues?format=csv`;

/** One file with its dry run, asked again while something runs. */
export function useImport(id: string | null): UseQueryResult<ImportAnswer> {
  const client = useQueryClient();
  const commanded = useIsMutating({ mutationKey: commandKey(id ?? '') }) > 0;
  return useQuery({
    queryKey: ['import', id],
    queryFn: async ({ signal }) => {
      const answer = await fetchJson<ImportAnswer>(addressOf(id ?? ''), signal);
      const known = client.getQueryData<ImportAnswer>(['import', id]);
      // While it is stored or taken back the server sends the places not again and again: what was read stays on the screen.
      return known !== undefined && (answer.state === 'applying' || answer.state === 'undoing') ? { ...answer, preview: known.preview } : answer;
    },
    enabled: id !== null,
    staleTime: 0,
    // The line may have broken after the server did what it was asked: the state of the file says it.
    refetchOnReconnect: 'always',
    refetchInterval: (query) => (commanded || (query.state.data !== undefined && isRunning(query.state.data.state)) ? ASK_EVERY : false),
  });
}

export type ImportCommand =
  | { readonly kind: 'apply'; readonly body: z.input<typeof importApplyBody> }
  | { readonly kind: 'undo'; readonly body: z.input<typeof importUndoBody> }
  | { readonly kind: 'options'; readonly body: ImportOptions }
  | { readonly kind: 'mapping'; readonly body: z.input<typeof importMappingBody> }
  | { readonly kind: 'answers'; readonly body: z.input<typeof importAnswersBody> }
  | { readonly kind: 'forget' };

const send = (id: string, command: ImportCommand): Promise<ImportAnswer | null> =>
  command.kind === 'forget' ? sendCommand<ImportAnswer>('DELETE', addressOf(id), null) : sendCommand<ImportAnswer>('POST', `${addressOf(id)}/${command.kind}`, command.body);

/** Does something with one file. Whatever became of it, list and file are asked for anew, and after a change of the data everything else. */
export function useImportCommand(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationKey: commandKey(id),
    // Without a line it fails at once and says so: nothing is stored behind a person’s back when the line returns.
    networkMode: 'always',
    mutationFn: (command: ImportCommand) => send(id, command),
    retry: (failures, error) => isBusyServer(error) && failures < BUSY_TRIES,
    retryDelay: BUSY_WAIT,
    onSuccess: (answer, command) => {
      if (command.kind === 'forget') client.removeQueries({ queryKey: ['import', id] });
      else if (answer !== null) client.setQueryData(['import', id], answer);
    },
    onSettled: (_answer, _error, command) => {
      if (command.kind === 'apply' || command.kind === 'undo') void client.invalidateQueries();
      else void client.invalidateQueries({ queryKey: ['imports'] });
      if (command.kind === 'mapping') void client.invalidateQueries({ queryKey: ['mappings'] });
    },
  });
}

/** The later edits that stand in the way of an undo, from the 409, and how many there are in all; null: the error is another one. */
export function conflictsOf(error: unknown): { readonly shown: readonly UndoConflict[]; readonly total: number } | null {
  if (!(error instanceof ApiProblem) || error.status !== 409) return null;
  const { conflicts, conflictCount } = (error.body ?? {}) as { conflicts?: unknown; conflictCount?: unknown };
  if (!Array.isArray(conflicts)) return null;
  return { shown: conflicts as UndoConflict[], total: typeof conflictCount === 'number' ? conflictCount : conflicts.length };
}

export type SavedMapping = z.infer<typeof mappingsAnswer>['items'][number];

/** Mappings of columns that people saved, the newest first. */
export function useMappings(): UseQueryResult<readonly SavedMapping[]> {
  return useQuery({ queryKey: ['mappings'], queryFn: async ({ signal }) => (await fetchJson<z.infer<typeof mappingsAnswer>>('/api/mappings', signal)).items, staleTime: 0 });
}

/** Forgets a saved mapping: the next such table asks again. What was stored by it stays. */
export function useForgetMapping() {
  const client = useQueryClient();
  return useMutation({
    networkMode: 'always',
    mutationFn: (id: string) => sendCommand('DELETE', `/api/mappings/${encodeURIComponent(id)}`, null),
    onSettled: () => client.invalidateQueries({ queryKey: ['mappings'] }),
  });
}
