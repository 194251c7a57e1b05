/** A sum of counts of which some may be unknown: null where none is known. Unknown is not zero, so a sum over some only is never more than what is known. */
export function sumKnown(counts: readonly (number | null)[]): number | null {
  const known = counts.filter((count) => count !== null);
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
}
