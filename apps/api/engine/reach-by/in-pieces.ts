/** Work that takes long, in pieces of some 50 ms: between two of them others can be answered. What is done is remembered, so that whoever asks the same goes on from there. */
export type InPieces<Found = void> = Generator<void, Found>;

/** All pieces at once, for whoever cannot wait. */
export function wholeOf<Found>(pieces: InPieces<Found>): Found {
  let next = pieces.next();
  while (next.done !== true) next = pieces.next();
  return next.value;
}
