import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react';
import { addDays } from '#domain/calendar';
import { writeChanges } from '#domain/what-if';
import type { GapArea, GapsAnswer, GapsSweep } from '#api/contract/gaps';
import type { WhatIfAnswer } from '#api/contract/what-if';
import { useForecast, useFreshness, useGaps, useSweep } from '../../api/queries';
import { isNoAnswer } from '../../api/client';
import { useTriedAreas, useWhatIf } from '../../api/what-if';
import { comparingToday, draftAhead, draftThreshold } from '../../state/moments';
import { forecastDay, thresholdOf } from '../../state/question';
import { useSettled } from '../../state/use-settled';
import { useStore } from '../../state/store';
import { usePart, usePageState } from '../../state/use-page-state';
import { changesAsked } from '../../state/tried';
import { displayAt, displayTried, isSameQuestion, isTriedOn, rankAreas, sayTried, type DisplayedGaps } from './displayed-gaps';

interface GapsOnScreen {
  readonly answer: GapsAnswer | undefined;
  readonly shown: DisplayedGaps | undefined;
  /** What the list shows, in its order. */
  readonly ranked: readonly GapArea[];
  readonly sweep: GapsSweep | undefined;
  /** What the server says of the changes that are tried out; of the changes before, while the next answer is on its way. */
  readonly tried: WhatIfAnswer | undefined;
  /** The changes that the screen shows, as text; null: it shows today. */
  readonly triedNow: string | null;
  readonly triedError: unknown;
  readonly askTriedAgain: () => void;
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
  const { tried, triedError, askTriedAgain } = useTried(answer);
  const asked = usePart((state) => changesAsked(state.whatIf)) !== null;
  const comparing = useStore(comparingToday);
  const failed = triedError !== null;
  const shown = useMemo(() => {
    if (answer === undefined) return undefined;
    if (asked && tried !== undefined && !comparing && !failed) return displayTried(answer, tried);
    const today = displayAt(answer, { sweep: steps, forecast: days }, { threshold, foretold });
    return asked ? { ...today, tried: failed ? ('failed' as const) : tried === undefined ? ('waiting' as const) : ('today' as const) } : today;
  }, [answer, steps, days, threshold, foretold, asked, tried, comparing, failed]);
  useEffect(() => {
    if (shown?.tried === 'shown') performance.mark('whatIf.shown');
  }, [shown]);

  const off = usePageState('off');
  const search = usePageState('search');
  const sort = usePageState('sort');
  const triedNow = shown?.tried === 'shown' && tried !== undefined ? writeChanges(tried.changes) : null;
  const said = useTriedAreas(useSettled(triedNow)).data;
  const ranked = useMemo(() => (shown ? rankAreas(shown.tried === 'shown' ? sayTried(shown, said) : shown.areas, { off, search, sort, reach }) : []), [shown, said, off, search, sort, reach]);

  const { refetch } = gaps;
  const value = useMemo<GapsOnScreen>(
    () => ({
      answer,
      shown,
      ranked,
      sweep: steps,
      tried,
      triedNow,
      triedError,
      askTriedAgain,
      error: gaps.error,
      preparing,
      updating: gaps.isFetching && gaps.isPlaceholderData,
      askAgain: () => void refetch(),
      askSweep: () => setSweepWanted(true),
      askForecast: () => setForecastWanted(true),
    }),
    [answer, shown, ranked, steps, tried, triedNow, triedError, askTriedAgain, gaps.error, preparing, gaps.isFetching, gaps.isPlaceholderData, refetch],
  );
  return <Context value={value}>{children}</Context>;
}

/** The answer to the changes that are tried out, if it is about what is shown. */
function useTried(answer: GapsAnswer | undefined) {
  const { data, error, failureReason, refetch } = useWhatIf();
  const tried = answer !== undefined && data !== undefined && isTriedOn(answer, data) ? data : undefined;
  const askTriedAgain = useCallback(() => void refetch(), [refetch]);
  // Where nobody answers, that is said at the first try, while the others go on: not the answer to other changes.
  const triedError = error ?? (isNoAnswer(failureReason) ? failureReason : null);
  return { tried, triedError, askTriedAgain };
}
