import { useEffect, useRef, useState, type ComponentType } from 'react';
import { flushSync } from 'react-dom';
import { mapPicture } from '../../map/map-picture';

/** What goes to paper, once it has come; it is fetched when the page has nothing better to do. */
type Sheet = ComponentType<{ picture: string | null }>;

/** How long after the page stands the sheet is fetched, ms. */
const FETCH_AFTER = 4_000;

/**
 * Draws the sheet when the browser is about to print, by whichever way it was asked, and takes it away after. `print` first gets a picture
 * with the textures; a print asked of the browser itself cannot wait, and gets the map as it stands. One that is asked before the sheet
 * has come gets it as soon as it is there.
 */
export function usePrint(): { sheet: Sheet | null; picture: string | null; print: () => void } {
  const sheet = useRef<Sheet | null>(null);
  const prepared = useRef<string | null>(null);
  const [printing, setPrinting] = useState<{ sheet: Sheet; picture: string | null } | null>(null);
  useEffect(() => {
    let asked = false;
    const fetch = () => fetchSheet().then((fetched) => (sheet.current = fetched));
    const timer = window.setTimeout(() => void fetch(), FETCH_AFTER);
    const draw = (ready: Sheet) => flushSync(() => setPrinting({ sheet: ready, picture: prepared.current ?? mapPicture()?.now() ?? null }));
    const before = () => {
      asked = true;
      if (sheet.current) draw(sheet.current);
      else void fetch().then((fetched) => (asked ? draw(fetched) : undefined));
    };
    const after = () => {
      asked = false;
      prepared.current = null;
      setPrinting(null);
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  const print = async () => {
    sheet.current = await fetchSheet();
    prepared.current = (await mapPicture()?.textured()) ?? null;
    window.print();
  };
  return { sheet: printing?.sheet ?? null, picture: printing?.picture ?? null, print: () => void print() };
}

const fetchSheet = async (): Promise<Sheet> => (await import('./print-sheet')).PrintSheet;
