import { createContext, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { addDays } from '#domain/calendar';
import type { GapArea, GapsAnswer, GapsSweep } from '#api/contract/gaps';
import { useForecast, useFreshness, useGaps, useSweep } from '../../api/queries';
import { draftAhead, draftThreshold } from '../../state/moments';
import { forecastDay, thresholdOf } from '../../state/question';
import { useStore } from '../../state/store';
import { usePart, usePageState } from '../../state/use-page-state';
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
  /** The same for the slider of days ahead. */
  readonly askForecast: () => void;
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
  const [forecastWanted, setForecastWanted] = useState(false);
  const answer = gaps.data;
  const someAreas = answer !== undefined && answer.areas.length > 0;
  const sweep = useSweep(sweepWanted && someAreas);
  const forecast = useForecast(forecastWanted && someAreas);
  const health = useFreshness(answer?.dataVersion ?? null);
  const preparing = health?.status === 'loading';

  const ready = answer !== undefined;
  useEffect(() => {
    if (!ready) return;
    const timer = window.setTimeout(() => {
      setSweepWanted(true);
      setForecastWanted(true);
    }, SWEEP_AFTER);
    return () => window.clearTimeout(timer);
  }, [ready]);

  const reach = usePageState('reach');
  const set = usePageState('threshold');
  const draft = useStore(draftThreshold);
  const threshold = draft ?? thresholdOf(reach, set);
  const steps = answer && sweep.data && isSameQuestion(answer, sweep.data, 'threshold') ? sweep.data : undefined;
  const days = answer && forecast.data && isSameQuestion(answer, forecast.data, 'at') ? forecast.data : undefined;
  const day = usePart(forecastDay);
  const draftDays = useStore(draftAhead);
  const foretold = draftDays === null || answer === undefined ? day : draftDays === 0 ? null : addDays(answer.parameters.asOf, draftDays);
  const shown = useMemo(() => (answer ? displayAt(answer, { sweep: steps, forecast: days }, { threshold, foretold }) : undefined), [answer, steps, days, threshold, foretold]);

  const off = usePageState('off');
  const search = usePageState('search');
  const sort = usePageState('sort');
  const ranked = useMemo(() => (shown ? rankAreas(shown.areas, { off, search, sort, reach }) : []), [shown, off, search, sort, reach]);

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
      askForecast: () => setForecastWanted(true),
    }),
    [answer, shown, ranked, steps, gaps.error, preparing, gaps.isFetching, gaps.isPlaceholderData, refetch],
  );
  return <Context value={value}>{children}</Context>;
}
