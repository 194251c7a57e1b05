import type { Map as MapLibre } from 'maplibre-gl';

/** The longest that frames wait, ms: shorter than a person takes for a stop. */
const LONGEST = 90;

export interface FrameHold {
  /** Frames wait until this has come, or somebody moves the map. */
  readonly awaiting: (coming: Promise<unknown>) => void;
  /** What was awaited is on the map: the next frame shows it. */
  readonly release: () => void;
}

/**
 * Lets the frames of a map wait for an answer that is on its way, so that they are drawn once, with it: the library draws a frame at every
 * press of the mouse, though nothing changes. Where the processor draws, as on old machines, that frame takes longer than the answer.
 * Whoever moves the map waits for nothing.
 */
export function frameHold(map: MapLibre): FrameHold {
  const draw = map.triggerRepaint.bind(map);
  let awaited: Promise<unknown> | null = null;
  let wanted = false;
  const release = () => {
    if (awaited === null) return;
    awaited = null;
    if (wanted) draw();
    wanted = false;
  };
  map.triggerRepaint = () => {
    if (awaited === null) draw();
    else wanted = true;
  };
  map.on('mousemove', release);
  map.on('touchmove', release);
  return {
    release,
    awaiting(coming) {
      awaited = coming;
      // Where it changes nothing on the map, nobody releases: what came is on the page a task later.
      const after = (task: () => void) => window.setTimeout(task, 0);
      const done = () => {
        if (awaited === coming) release();
      };
      void coming.finally(() => after(() => after(done)));
      window.setTimeout(done, LONGEST);
    },
  };
}
