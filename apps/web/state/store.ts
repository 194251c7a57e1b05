import { useSyncExternalStore } from 'react';

/** A value outside React that components follow: for what changes on every pointer move, or comes from the address. */
export interface Store<Value> {
  readonly get: () => Value;
  readonly set: (next: Value) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function createStore<Value>(initial: Value): Store<Value> {
  let value = initial;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Follows a store. */
export const useStore = <Value>(store: Store<Value>): Value => useSyncExternalStore(store.subscribe, store.get);

/** Follows one part of a store. `select` must give the same object for the same value, or the component draws for ever. */
export const useStorePart = <Value, Part>(store: Store<Value>, select: (value: Value) => Part): Part => useSyncExternalStore(store.subscribe, () => select(store.get()));
