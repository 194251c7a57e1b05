import { statements as provenance } from './2026-11-24-1-provenance';
import { statements as areas } from './2026-11-24-2-areas';
import { statements as organisations } from './2026-11-24-3-organisations';
import { statements as structures } from './2026-11-24-4-structures';
import { statements as assessments } from './2026-11-24-5-assessments';
import { statements as initiatives } from './2026-11-24-6-initiatives';
import { statements as decisions } from './2026-11-24-7-decisions';
import { statements as groupsAndSignals } from './2026-11-24-8-groups-and-signals';
import { statements as initiativeSector } from './2026-11-24-9-initiative-sector';
import { statements as importJournal } from './2026-11-24-10-import-journal';
import { statements as matching } from './2026-11-24-11-matching';
import { statements as columnMappings } from './2026-11-24-12-column-mappings';
import { statements as confirmations } from './2026-11-24-13-confirmations';
import { statements as whatLoadsSaid } from './2026-11-24-14-what-loads-said';
import { statements as programmes } from './2026-11-28-1-programmes';
import { statements as reach } from './2026-11-30-1-reach';
import { statements as journal } from './2026-11-30-3-journal';
import { statements as editReviews } from './2026-11-30-4-edit-reviews';

/** Every migration, in order. A file that has landed never changes; a change is a new file. */
export const migrations: readonly { readonly name: string; readonly statements: readonly string[] }[] = [
  { name: '2026-11-24-1-provenance', statements: provenance },
  { name: '2026-11-24-2-areas', statements: areas },
  { name: '2026-11-24-3-organisations', statements: organisations },
  { name: '2026-11-24-4-structures', statements: structures },
  { name: '2026-11-24-5-assessments', statements: assessments },
  { name: '2026-11-24-6-initiatives', statements: initiatives },
  { name: '2026-11-24-7-decisions', statements: decisions },
  { name: '2026-11-24-8-groups-and-signals', statements: groupsAndSignals },
  { name: '2026-11-24-9-initiative-sector', statements: initiativeSector },
  { name: '2026-11-24-10-import-journal', statements: importJournal },
  { name: '2026-11-24-11-matching', statements: matching },
  { name: '2026-11-24-12-column-mappings', statements: columnMappings },
  { name: '2026-11-24-13-confirmations', statements: confirmations },
  { name: '2026-11-24-14-what-loads-said', statements: whatLoadsSaid },
  { name: '2026-11-28-1-programmes', statements: programmes },
  { name: '2026-11-30-1-reach', statements: reach },
  { name: '2026-11-30-3-journal', statements: journal },
  { name: '2026-11-30-4-edit-reviews', statements: editReviews },
];
