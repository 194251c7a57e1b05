import type { Map as MapLibre } from 'maplibre-gl';

/** The longest that frames wait, ms: shorter than a person takes for a stop. */
const LONGEST = 90;

/**
 * Lets the frames of a map wait for an answer that is on its way, so that they are drawn once, with it: the library draws a frame at every
 * press of the mouse, though nothing changes. Where the processor draws, as on old machines, that frame takes longer than the answer.
 * Whoever moves the map waits for nothing.
 */
export function frameHold(map: MapLibre): (coming: Promise<unknown>) => void {
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
  return (coming) => {
    awaited = coming;
    // What came is on the page, and so on the map, a task later.
    const after = (task: () => void) => window.setTimeout(task, 0);
    const done = () => {
      if (awaited === coming) release();
    };
    void coming.finally(() => after(() => after(done)));
    window.setTimeout(done, LONGEST);
  };
}
