import { afterAll, beforeAll } from 'vitest';
import { openHarness, type Harness } from './harness';
import { access } from './screens/access';
import { theAddress } from './screens/address';
import { bothLanguages } from './screens/language';
import { theLenses } from './screens/lenses';
import { lineAndPaper } from './screens/line-and-paper';
import { theList } from './screens/list';
import { theMapAndTheThreshold } from './screens/map-and-threshold';
import { overlapsAndStructures } from './screens/overlaps-and-structures';
import { onAPhone } from './screens/phone';
import { readinessByServiceAndDay } from './screens/readiness';

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
overlapsAndStructures(running);
readinessByServiceAndDay(running);
theLenses(running);
onAPhone(running);
lineAndPaper(running);
access(running);
