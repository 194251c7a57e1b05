import { createStore } from '../../state/store';

/** Ids of the files of which a person says that the partner calls them complete; kept while the page is open, sent with `apply`. */
export const completeFiles = createStore<ReadonlySet<string>>(new Set());

export function setComplete(id: string, complete: boolean): void {
  const next = new Set(completeFiles.get());
  if (complete) next.add(id);
  else next.delete(id);
  completeFiles.set(next);
}
