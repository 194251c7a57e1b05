/** What would become of a point of a file. */
export const OUTCOMES = ['unchanged', 'added', 'changed', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** The signs as the legend draws them too. */
export const OUTCOME_PATHS: Readonly<Record<Outcome, { readonly outline: string; readonly filled: string }>> = {
  added: { outline: 'M7 2.4a4.6 4.6 0 1 1 0 9.2a4.6 4.6 0 1 1 0-9.2Z', filled: 'M7 2.4a4.6 4.6 0 1 1 0 9.2a4.6 4.6 0 1 1 0-9.2Z' },
  changed: { outline: 'M7 2.4a4.6 4.6 0 1 1 0 9.2a4.6 4.6 0 1 1 0-9.2Z', filled: 'M7 2.4a4.6 4.6 0 0 0 0 9.2Z' },
  unchanged: { outline: 'M7 3.8a3.2 3.2 0 1 1 0 6.4a3.2 3.2 0 1 1 0-6.4Z', filled: '' },
  refused: { outline: 'M7 2.4a4.6 4.6 0 1 1 0 9.2a4.6 4.6 0 1 1 0-9.2ZM5.3 5.3 8.7 8.7M8.7 5.3 5.3 8.7', filled: '' },
};
