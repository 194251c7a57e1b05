import { setFlagsFromString } from 'node:v8';
import { parseArgs } from 'node:util';
import { runInNewContext } from 'node:vm';
import { fillByHand } from '../api/hand-made-data';
import { openApp } from '../api/open-app';
import { openFresh } from '../databases';
import { fuzz } from './fuzz';

/** `npx tsx tests/fuzz/run.ts --requests 10000 [--seed 1] [--database postgis]`: hostile requests to every call; ends with 1 where one met a fault or memory grew. */
const { values } = parseArgs({ options: { requests: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' }, database: { type: 'string', default: 'pglite' } } });
/** Growth of the heap from the first half to the second that is taken for noise. */
const MOST_GROWTH = 1.2;

setFlagsFromString('--expose_gc');
const collect = runInNewContext('gc') as () => void;
const heapMb = (): number => {
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

const { database, discard } = await openFresh[values.database === 'postgis' ? 'postgis' : 'pglite']();
await fillByHand(database);
const api = await openApp(database, 'coordination', { requestsPerMinute: 1e9, maxEventLoopDelayMs: 600_000 });
const half = Math.ceil(Number(values.requests) / 2);
const say = (name: string): void => void process.stdout.write(`\r\u001b[2K${name}`);
const first = await fuzz(api.app, half, Number(values.seed), say);
const heapAfterFirst = heapMb();
const second = await fuzz(api.app, half, Number(values.seed) + 1_000_000, say);
const heapAfterSecond = heapMb();
await api.close();
await discard();

const faults = [...first.faults, ...second.faults];
for (const { operation, what, request } of faults.slice(0, 40)) console.log(`\n${operation}: ${what}\n  ${request}`);
const slowest = Object.entries(second.workMs).sort(([, a], [, b]) => b - a).slice(0, 5);
console.log(`\n${first.requests + second.requests} requests; answers: ${JSON.stringify(first.statuses)}, then ${JSON.stringify(second.statuses)}`);
console.log(`most work: ${slowest.map(([name, ms]) => `${name} ${(ms / half).toFixed(1)} ms each`).join('; ')}`);
console.log(`heap after collection: ${heapAfterFirst.toFixed(0)} MB, then ${heapAfterSecond.toFixed(0)} MB; ${faults.length} faults`);
process.exitCode = faults.length > 0 || heapAfterSecond > heapAfterFirst * MOST_GROWTH ? 1 : 0;
