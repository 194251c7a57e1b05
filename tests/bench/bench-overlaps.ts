import { overlapPairs, prepareInitiatives, type OverlapPairs } from '#analysis/overlap-sweep';
import { sameRecordPairs } from '#analysis/same-record';
import { dayNumber } from '#domain/dates';
import { compare } from './compare';
import { makeInitiatives } from './make-country';
import { overlapsByArea } from './rivals-in-rules';

const ASOF = dayNumber('2025-05-31');

/** Overlaps among initiatives, prepared and from nothing. */
export function benchmarkOverlaps(): void {
  for (const [count, zoneCount] of [[10_000, 519], [100_000, 5190]] as const) {
    const initiatives = makeInitiatives(count, zoneCount, 21);
    const areaKm2 = Array.from({ length: zoneCount }, (_, area) => (area % 50 === 0 ? null : 1000 + area));
    const prepared = prepareInitiatives(initiatives, areaKm2);
    const pairs = overlapPairs(prepared, ASOF);
    console.log(`\n${count} initiatives in ${zoneCount} zones: ${pairs.count} pairs, ${pairs.areas.length} shared areas`);
    const once = count === 10_000;
    compare({
      task: `Overlaps among ${count} initiatives`, ...(once ? { goalMs: 30 } : {}), rounds: once ? 15 : 3,
      ours: { name: 'sweep per kind and area', run: () => overlapPairs(prepared, ASOF) },
    });
    compare({
      task: 'the same with the preparation, the pairs written out as text for comparison', rounds: once ? 5 : 2,
      ours: { name: 'prepared, swept', run: () => writeLines(overlapPairs(prepareInitiatives(initiatives, areaKm2), ASOF)) },
      rival: { name: 'all pairs that meet in an area', run: () => overlapsByArea(initiatives) },
      check: (ours, rival) => {
        if (ours.join('\n') !== rival.join('\n')) throw new Error(`overlaps differ: ${ours.length} pairs against ${rival.length}`);
      },
    });
    compare({ task: `Preparation of ${count} initiatives, once per data version`, rounds: 5, ours: { name: 'prepareInitiatives', run: () => prepareInitiatives(initiatives, areaKm2) } });
    compare({ task: `Same record twice among ${count} initiatives`, rounds: 5, ours: { name: 'by key, then trigrams', run: () => sameRecordPairs(initiatives) } });
  }
}

function writeLines(pairs: OverlapPairs): string[] {
  return Array.from(pairs.a, (a, i) => `${a} ${pairs.b[i]} ${pairs.areas.slice(pairs.areaStart[i], pairs.areaStart[i + 1]).join(',')}`).sort();
}
