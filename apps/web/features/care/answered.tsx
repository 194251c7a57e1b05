import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Problem } from '../notices/problem';
import { Skeleton } from '../notices/skeleton';

interface Props<Answer> {
  query: UseQueryResult<Answer>;
  /** What is on its way. */
  loading: string;
  children: (answer: Answer) => ReactNode;
}

/** An answer once it is there; before, words; instead, why not. */
export function Answered<Answer>({ query, loading, children }: Props<Answer>) {
  if (query.data !== undefined) return children(query.data);
  if (query.error !== null) return <Problem error={query.error} onRetry={() => void query.refetch()} />;
  return <Skeleton words={loading} rows={5} />;
}
