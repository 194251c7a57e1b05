import { useSyncExternalStore } from 'react';

const narrow = window.matchMedia('(max-width: 860px)');

const subscribe = (listener: () => void): (() => void) => {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
};

/** True where list, map and filters take turns: phones and small windows. The same width as in the style sheets. */
export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, () => narrow.matches);

const wide = window.matchMedia('(min-width: 1240px)');

const subscribeWide = (listener: () => void): (() => void) => {
  wide.addEventListener('change', listener);
  return () => wide.removeEventListener('change', listener);
};

/** True where a file, its dry run and a map stand beside each other. */
export const useIsWide = (): boolean => useSyncExternalStore(subscribeWide, () => wide.matches);

const subscribeOnline = (listener: () => void): (() => void) => {
  window.addEventListener('online', listener);
  window.addEventListener('offline', listener);
  return () => {
    window.removeEventListener('online', listener);
    window.removeEventListener('offline', listener);
  };
};

export const useIsOnline = (): boolean => useSyncExternalStore(subscribeOnline, () => navigator.onLine);
