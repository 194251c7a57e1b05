import { afterAll, beforeAll, describe } from 'vitest';
import { openHarness, type Harness } from './harness';
import { desksAndFormsInOrder } from './screens/desks-in-order';
import { formsLoseNothing } from './screens/form-behaviour';
import { kitsCloseAGap } from './screens/walk-kits';
import { missionGivesCareOnItsDays, trainingMeetsACriterion } from './screens/walk-programmes';
import { standardChangesWhatIsReady } from './screens/walk-standards';

// One server with the exercise data for every walk: each takes back what it stored.
let harness: Harness;
beforeAll(async () => {
  harness = await openHarness();
});
afterAll(() => harness.close());
const running = (): Harness => harness;

describe('what changes care, from the form to the map', () => {
  kitsCloseAGap(running);
  trainingMeetsACriterion(running);
  missionGivesCareOnItsDays(running);
  standardChangesWhatIsReady(running);
  formsLoseNothing(running);
  desksAndFormsInOrder(running);
});
