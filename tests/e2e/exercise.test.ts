import { afterAll, beforeAll } from 'vitest';
import { openHarness, type Harness } from './harness';
import { theAddress } from './screens/address';
import { bothLanguages } from './screens/language';
import { theList } from './screens/list';
import { theMapAndTheThreshold } from './screens/map-and-threshold';

// One server with the exercise data for all screens: starting one costs more than any test here.
let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness.close());
const running = (): Harness => harness;

theList(running);
theMapAndTheThreshold(running);
theAddress(running);
bothLanguages(running);
