import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { CheckAnswer } from '#api/contract/check';
import { fetchJson } from './client';

/** What a plan would meet; null: there is no plan to ask about yet. The last answer stays while the next one is on its way. */
export const useCheck = (question: string | null): UseQueryResult<CheckAnswer> =>
  useQuery({ queryKey: ['check', question], queryFn: ({ signal }) => fetchJson<CheckAnswer>(`/api/check?${question ?? ''}`, signal), enabled: question !== null, placeholderData: keepPreviousData });
