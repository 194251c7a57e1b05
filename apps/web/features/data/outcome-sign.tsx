import { OUTCOME_PATHS, type Outcome } from '../../map/outcome-paths';

/** The sign of an outcome, as the preview map draws it. */
export function OutcomeSign({ outcome }: { outcome: Outcome }) {
  const { outline, filled } = OUTCOME_PATHS[outcome];
  return (
    <svg viewBox="0 0 14 14" width={14} height={14} aria-hidden="true">
      <path d={filled} fill="#16202c" />
      <path d={outline} fill="none" stroke={outcome === 'unchanged' ? '#6a7380' : '#16202c'} strokeWidth={1.5} strokeLinecap="round" />
    </svg>
  );
}
