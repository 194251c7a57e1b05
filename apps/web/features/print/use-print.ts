import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { mapPicture } from '../../map/map-picture';

/** What is printed: nothing yet, or a sheet with the picture of the map if there is one. */
type Printing = { readonly picture: string | null } | null;

/**
 * Draws the sheet when the browser is about to print, by whichever way it was asked, and takes it away after. `print` first gets a picture
 * with the textures; a print asked of the browser itself cannot wait, and gets the map as it stands.
 */
export function usePrint(): { printing: Printing; print: () => void } {
  const [printing, setPrinting] = useState<Printing>(null);
  const prepared = useRef<string | null>(null);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting({ picture: prepared.current ?? mapPicture()?.now() ?? null }));
    const after = () => {
      prepared.current = null;
      setPrinting(null);
    };
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  const print = async () => {
    prepared.current = (await mapPicture()?.textured()) ?? null;
    window.print();
  };
  return { printing, print: () => void print() };
}
