import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import type { GapArea, GapsAnswer, GapsSweep } from '#api/contract/gaps';
import { useFreshness, useGaps, useSweep } from '../../api/queries';
import { draftThreshold } from '../../state/moments';
import { thresholdOf } from '../../state/question';
import { useStore } from '../../state/store';
import { usePageState } from '../../state/use-page-state';
import { displayAt, isSameQuestion, rankAreas, type DisplayedGaps } from './displayed-gaps';

interface GapsOnScreen {
  readonly answer: GapsAnswer | undefined;
  readonly shown: DisplayedGaps | undefined;
  /** What the list shows, in its order. */
  readonly ranked: readonly GapArea[];
  readonly sweep: GapsSweep | undefined;
  readonly error: unknown;
  /** The server is taking in data. */
  readonly preparing: boolean;
  /** A newer answer is on its way. */
  readonly updating: boolean;
  readonly askAgain: () => void;
  /** Makes sure that the steps of the slider are on their way. */
  readonly askSweep: () => void;
}

const Context = createContext<GapsOnScreen | null>(null);

/** The areas of the screen, worked out once for the list, the figures, the legend and the map. */
export function useDisplayedGaps(): GapsOnScreen {
  const value = useContext(Context);
  if (value === null) throw new Error('useDisplayedGaps outside DisplayedGapsProvider; expected inside');
  return value;
}

/** How long the list stands before the slider’s steps are fetched unasked, ms: the map comes first. */
const SWEEP_AFTER = 2_500;

export function DisplayedGapsProvider({ children }: { children: ReactNode }) {
  const gaps = useGaps();
  const [sweepWanted, setSweepWanted] = useState(false);
  const sweep = useSweep(sweepWanted && gaps.data !== undefined && gaps.data.areas.length > 0);
  const answer = gaps.data;
  const health = useFreshness(answer?.dataVersion ?? null);
  const preparing = health?.status === 'loading';

  const ready = answer !== undefined;
  useEffect(() => {
    if (!ready) return;
    const timer = window.setTimeout(() => setSweepWanted(true), SWEEP_AFTER);
    return () => window.clearTimeout(timer);
  }, [ready]);

  const reach = usePageState('reach');
  const set = usePageState('threshold');
  const draft = useStore(draftThreshold);
  const threshold = draft ?? thresholdOf(reach, set);
  const steps = answer && sweep.data && isSameQuestion(answer, sweep.data) ? sweep.data : undefined;
  const shown = useMemo(() => (answer ? displayAt(answer, steps, threshold) : undefined), [answer, steps, threshold]);

  const off = usePageState('off');
  const search = usePageState('search');
  const sort = usePageState('sort');
  const ranked = useMemo(() => (shown ? rankAreas(shown.areas, { off, search, sort }) : []), [shown, off, search, sort]);

  const { refetch } = gaps;
  const value = useMemo<GapsOnScreen>(
    () => ({
      answer,
      shown,
      ranked,
      sweep: steps,
      error: gaps.error,
      preparing,
      updating: gaps.isFetching && gaps.isPlaceholderData,
      askAgain: () => void refetch(),
      askSweep: () => setSweepWanted(true),
    }),
    [answer, shown, ranked, steps, gaps.error, preparing, gaps.isFetching, gaps.isPlaceholderData, refetch],
  );
  return <Context value={value}>{children}</Context>;
}
