/** A position, degrees of WGS 84: longitude, latitude. */
type Position = readonly number[];

/**
 * The borders of areas as lines, each stretch once: what two areas share stands in the line of the first. `outlines`: multipolygons, degrees;
 * null: an area without an outline, which has no border. Two stretches are the same where both ends are, to the last digit; neighbours
 * that were digitised apart keep a line each.
 */
export function bordersOnce(outlines: readonly (readonly (readonly (readonly Position[])[])[] | null)[]): Position[][] {
  const drawn = new Set<string>();
  const lines: Position[][] = [];
  for (const ring of outlines.flatMap((outline) => outline?.flat() ?? [])) {
    let line: Position[] = [];
    const end = () => {
      if (line.length > 0) lines.push(line);
      line = [];
    };
    for (let at = 1; at < ring.length; at++) {
      const [from, to] = [ring[at - 1], ring[at]];
      if (from === undefined || to === undefined) continue;
      const stretch = stretchKey(from, to);
      if (drawn.has(stretch)) end();
      else if (line.length === 0) line = [from, to];
      else line.push(to);
      drawn.add(stretch);
    }
    end();
  }
  return lines;
}

/** The same whichever way it is walked. */
function stretchKey(from: Position, to: Position): string {
  const [one, other] = [from.join(), to.join()];
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}
