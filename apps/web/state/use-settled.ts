import { useEffect, useState } from 'react';

/** How long a value has to stay before what hangs on it is asked for, ms: while somebody clicks on, the map comes first. */
const SETTLED_AFTER = 250;

/** The value once it has stayed for a moment, and the one before until then. Null, and the first value, count at once. */
export function useSettled(value: string | null): string | null {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    if (value === null || value === settled) return undefined;
    const timer = window.setTimeout(() => setSettled(value), SETTLED_AFTER);
    return () => window.clearTimeout(timer);
  }, [value, settled]);
  return value === null ? null : settled;
}
