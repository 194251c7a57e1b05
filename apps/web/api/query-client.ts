import { QueryClient } from '@tanstack/react-query';
import { ApiProblem } from './client';

/** Worth asking again by itself: nobody answered, or the server is not ready. A refusal stays a refusal. */
const mayPass = (error: unknown): boolean => error instanceof ApiProblem && (error.status === null || error.status >= 500 || error.status === 429);

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 60_000,
      gcTime: 30 * 60_000,
      retry: (failures, error) => mayPass(error) && failures < 2,
      retryDelay: (failures) => 800 * 2 ** failures,
      // The service worker answers from what it kept; the client must not wait for the line by itself.
      networkMode: 'always',
      refetchOnWindowFocus: false,
    },
  },
});
