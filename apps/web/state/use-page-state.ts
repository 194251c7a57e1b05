import { createStore, useStorePart } from './store';
import { readPageState, writePageState, type PageState } from './page-state';

const store = createStore<PageState>(readPageState(window.location.search));
window.addEventListener('popstate', () => store.set(readPageState(window.location.search)));

/** Changes that a person would undo with “back”; sliders and map moves only rewrite the address. */
const STEPS: readonly (keyof PageState)[] = ['lens', 'view', 'tab', 'area', 'structure', 'mission', 'from', 'pair', 'about', 'desk', 'file', 'part', 'matchKind', 'care', 'form', 'planPage', 'funding', 'whatIf'];

export function setPageState(change: Partial<PageState>): void {
  const before = store.get();
  const after: PageState = { ...before, ...change };
  store.set(after);
  const address = `${window.location.pathname}${writePageState(after)}`;
  if (address === `${window.location.pathname}${window.location.search}`) return;
  if (STEPS.some((key) => before[key] !== after[key])) window.history.pushState(null, '', address);
  else window.history.replaceState(null, '', address);
}

export const getPageState = (): PageState => store.get();

/** One field of the state, followed. */
export function usePageState<Key extends keyof PageState>(key: Key): PageState[Key] {
  return useStorePart(store, (state) => state[key]);
}

export const usePart = <Part>(select: (state: PageState) => Part): Part => useStorePart(store, select);
