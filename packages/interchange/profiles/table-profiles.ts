import { profileNames, type ProfileName } from '../read-result';
import type { ProfileReading, ReadContext } from '../row-draft';
import type { Table, TableHead } from '../table';
import { readAreaTable, recognisesAreaTable } from './area-table';
import { kindByHeaders, readByHeaders } from './by-headers';
import { readHxl, recognisesHxl, recognisesHxlAreas } from './hxl';
import { readKobo, recognisesKobo } from './kobo';
import { readOcha3w } from './ocha-3w';
import { recognisesOcha3w } from './ocha-3w-columns';
import { readOrganisationAliases, recognisesOrganisationAliases } from './organisation-aliases';
import { readOwnList, recognisesOwnList } from './own-list';
import { readPopulation, recognisesPopulation } from './population';
import { readDhis2Table, recognisesDhis2Table } from './structures-dhis2';
import { readHealthsitesTable, recognisesHealthsitesTable } from './structures-healthsites';
import { readKwtrp, recognisesKwtrp } from './structures-kwtrp';
import { readTemplate, recognisesTemplate } from './template';

/** One way to read a table: by which headers (in compared form), hashtags or marks it is known, and how its rows become records. */
export interface TableProfile {
  readonly name: ProfileName;
  /** How sure it is that a table which it recognises is what it says. */
  readonly certainty: 'sure' | 'likely';
  /** Its rows are facilities of a public list: their telephone numbers make no case data, and are not read. */
  readonly facilities?: true;
  readonly recognises: (keys: readonly string[], head: TableHead) => boolean;
  readonly read: (table: Table, context: ReadContext) => ProfileReading;
}

/** Tables in the order in which they are tried: marks and hashtags, then the most particular headers first. */
export const TABLE_PROFILES: readonly TableProfile[] = [
  { name: 'template', certainty: 'sure', recognises: recognisesTemplate, read: readTemplate },
  { name: 'ownList', certainty: 'sure', recognises: recognisesOwnList, read: readOwnList },
  { name: 'hxl', certainty: 'sure', recognises: recognisesHxl, read: readHxl },
  { name: 'kobo', certainty: 'likely', recognises: recognisesKobo, read: readKobo },
  { name: 'ocha3w', certainty: 'sure', recognises: recognisesOcha3w, read: readOcha3w },
  { name: 'structuresKwtrp', certainty: 'sure', facilities: true, recognises: recognisesKwtrp, read: readKwtrp },
  { name: 'structuresHealthsites', certainty: 'sure', facilities: true, recognises: recognisesHealthsitesTable, read: readHealthsitesTable },
  { name: 'organisationAliases', certainty: 'sure', recognises: recognisesOrganisationAliases, read: readOrganisationAliases },
  { name: 'structuresDhis2', certainty: 'sure', facilities: true, recognises: recognisesDhis2Table, read: readDhis2Table },
  { name: 'areaTable', certainty: 'sure', recognises: recognisesAreaTable, read: readAreaTable },
  { name: 'population', certainty: 'likely', recognises: recognisesPopulation, read: readPopulation },
  { name: 'hxl', certainty: 'sure', recognises: recognisesHxlAreas, read: readHxl },
  // By the words of their headers alone.
  { name: 'stockCounts', certainty: 'likely', recognises: (_, head) => kindByHeaders(head) === 'stock', read: (table, context) => readByHeaders(table, 'stock', 'stock', context) },
  { name: 'assessmentsHerams', certainty: 'likely', recognises: (_, head) => kindByHeaders(head) === 'assessment', read: (table, context) => readByHeaders(table, 'assessment', 'herams', context) },
  // Who does what where in other countries, years and hands: names without codes too.
  { name: 'ocha3w', certainty: 'likely', recognises: (_, head) => kindByHeaders(head) === 'initiative', read: (table, context) => readByHeaders(table, 'initiative', 'ocha3w', context) },
];

const MAX_COLUMNS = 1000;
/** No table of the field is wider: what is, is not worth the time to look at. */
export const fitsColumnLimit = (keys: readonly string[]): boolean => keys.length <= MAX_COLUMNS;

/** For a person who has to name one. */
export const PROFILE_WORDS = profileNames.join(', ');
