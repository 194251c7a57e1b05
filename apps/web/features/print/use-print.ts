import { useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { takeMapPicture } from '../../map/map-picture';

/** What is printed: nothing yet, or a sheet with the picture of the map if there is one. */
type Printing = { readonly picture: string | null } | null;

/** Draws the sheet when the browser is about to print, by whichever way it was asked, and takes it away after. */
export function usePrint(): Printing {
  const [printing, setPrinting] = useState<Printing>(null);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting({ picture: takeMapPicture() }));
    const after = () => setPrinting(null);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}
