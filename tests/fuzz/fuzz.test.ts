import { expect, it } from 'vitest';
import { fillByHand } from '../api/hand-made-data';
import { useApp } from '../api/open-app';
import { describeOnBothDatabases } from '../databases';
import { fuzz } from './fuzz';

/** `npx tsx tests/fuzz/run.ts --requests 10000` sends more. */
const REQUESTS = 40;

describeOnBothDatabases('hostile requests', (database) => {
  const api = useApp(database, 'coordination', fillByHand, { requestsPerMinute: 1e9, maxEventLoopDelayMs: 600_000 });

  it('are answered by a sentence: no fault of the server, nothing of its inside, no endless work', async () => {
    const { faults, statuses, requests } = await fuzz(api().app, REQUESTS, 1);
    expect(faults).toEqual([]);
    // The requests reach what lies behind the checks too: a fuzzer that is always refused at the door tries nothing.
    expect((statuses['200'] ?? 0) / requests).toBeGreaterThan(0.05);
    expect((statuses['503'] ?? 0) / requests).toBeLessThan(0.05);
  });
});
