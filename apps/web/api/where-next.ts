import { keepPreviousData, useMutation, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { ProofAnswer, WhereNextAnswer } from '#api/contract/where-next';
import { whereNextQuestion } from '../state/question';
import { usePart } from '../state/use-page-state';
import { fetchJson, sendCommand } from './client';

export const WHERE_NEXT = '/api/where-next';

const withQuery = (path: string, query: string): string => (query === '' ? path : `${path}?${query}`);

/** Which structures, made ready, close most of the gap; the last answer stays while the next one is on its way. */
export function useWhereNext(): UseQueryResult<WhereNextAnswer> {
  const query = usePart(whereNextQuestion);
  return useQuery({ queryKey: ['where-next', query], queryFn: ({ signal }) => fetchJson<WhereNextAnswer>(withQuery(WHERE_NEXT, query), signal), placeholderData: keepPreviousData });
}

/** The proof of a list: asked for by a person, ended by one, or by leaving. */
export function useProof(query: string) {
  const running = useRef<AbortController | null>(null);
  const stop = () => running.current?.abort();
  useEffect(() => stop, []);
  const { mutate, reset, ...proof } = useMutation({
    mutationFn: async (): Promise<ProofAnswer | null> => {
      running.current = new AbortController();
      return sendCommand<ProofAnswer>('POST', withQuery(`${WHERE_NEXT}/proof`, query), null, running.current.signal);
    },
  });
  return {
    ...proof,
    prove: () => mutate(),
    stop: () => {
      stop();
      reset();
    },
  };
}
