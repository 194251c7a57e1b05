import type { Vocabulary } from '../vocabulary';
import * as accounts from './accounts';
import * as flags from './flags';
import * as initiatives from './initiatives';
import * as journal from './journal';
import * as matches from './match-reasons';
import * as organisations from './organisations';
import * as plans from './plans';
import * as programmes from './programmes';
import * as places from './places';
import * as reach from './reach';
import * as siting from './siting';
import * as structures from './structures';

/** Every code list of the project, by name: the glossary, `/api/vocabularies` and the SQL checks read this. */
export const allVocabularies: Readonly<Record<string, Vocabulary>> = {
  ...places,
  ...organisations,
  ...structures,
  ...initiatives,
  ...flags,
  ...matches,
  ...programmes,
  ...reach,
  ...siting,
  ...plans,
  ...accounts,
  ...journal,
};
