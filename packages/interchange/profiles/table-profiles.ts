import { profileNames, type ProfileName } from '../read-result';
import type { ProfileReading, ReadContext } from '../row-draft';
import type { Table, TableHead } from '../table';
import { readAreaTable, recognisesAreaTable } from './area-table';
import { readOcha3w } from './ocha-3w';
import { recognisesOcha3w } from './ocha-3w-columns';
import { readPopulation, recognisesPopulation } from './population';
import { readKwtrp, recognisesKwtrp } from './structures-kwtrp';

/** One way to read a table: by which headers (in compared form), hashtags or marks it is known, and how its rows become records. */
export interface TableProfile {
  readonly name: ProfileName;
  readonly recognises: (keys: readonly string[], head: TableHead) => boolean;
  readonly read: (table: Table, context: ReadContext) => ProfileReading;
}

/** Tables in the order in which they are tried: the most particular headers first. */
export const TABLE_PROFILES: readonly TableProfile[] = [
  { name: 'ocha3w', recognises: recognisesOcha3w, read: readOcha3w },
  { name: 'structuresKwtrp', recognises: recognisesKwtrp, read: readKwtrp },
  { name: 'areaTable', recognises: recognisesAreaTable, read: readAreaTable },
  { name: 'population', recognises: recognisesPopulation, read: readPopulation },
];

/** For a person who has to name one. */
export const PROFILE_WORDS = profileNames.join(', ');
