import type { StructureRecord, StructureType } from '#domain/records';
import type { OrganisationKey } from './organisation-table';

/** What is invented about the care in a structure; `assessments.ts` makes the findings from it. */
export type Condition =
  | 'ready' | 'readyPartly' | 'readySinceMarch' | 'lapsesIn20Days' | 'refresherInJuly'
  | 'noKits' | 'kitsExpired' | 'neverTrained' | 'refresherDue' | 'neither' | 'notFunctioning' | 'notAccessible'
  | 'expiryUnknown' | 'trainingDateUnknown' | 'countStale' | 'assessmentStale' | 'functioningUnknown' | 'notAssessed' | 'shelter';

export interface ExerciseStructure {
  readonly type: StructureType;
  /** Number of the settlement in its zone: 0 is the town. Null: known by area only. */
  readonly settlement: number | null;
  readonly condition: Condition;
  readonly ownership: StructureRecord['ownership'];
  readonly tier: StructureRecord['tier'];
  readonly supportedBy: readonly OrganisationKey[];
  readonly name: string | null;
  readonly typeAsGiven: string | null;
}

type Options = Partial<Omit<ExerciseStructure, 'type' | 'settlement' | 'condition'>>;

const OWNERSHIP: Readonly<Record<StructureType, StructureRecord['ownership']>> = { HGR: 'public', CSR: 'public', CS: 'faithBased', PS: 'public', CISM: 'public', mobile: 'ngo', nonClinical: 'private', other: 'ngo' };

const structure = (type: StructureType, settlement: number | null, condition: Condition, options: Options = {}): ExerciseStructure => ({ type, settlement, condition, ownership: OWNERSHIP[type], tier: 'public', supportedBy: [], name: null, typeAsGiven: null, ...options });

/** Structures by the town of their zone. */
export const structuresByTown: Readonly<Record<string, readonly ExerciseStructure[]>> = {
  Aru: [structure('HGR', 0, 'ready', { supportedBy: ['SNS'] }), structure('CSR', 2, 'readyPartly')],
  Mahagi: [structure('HGR', 0, 'noKits', { supportedBy: ['DPS'] }), structure('CSR', 1, 'neverTrained')],
  Mongbwalu: [structure('HGR', 0, 'assessmentStale'), structure('CS', 1, 'notAssessed', { ownership: 'private' }), structure('CSR', 2, 'countStale')],
  Bunia: [structure('HGR', 0, 'ready', { supportedBy: ['SNS', 'APO'] }), structure('CISM', 0, 'ready', { supportedBy: ['DPS'] }), structure('CSR', 1, 'readySinceMarch')],
  Komanda: [structure('HGR', 0, 'notAccessible'), structure('CS', 1, 'notFunctioning'), structure('CS', 2, 'noKits', { ownership: 'public' })],
  Mambasa: [structure('HGR', 0, 'notAssessed'), structure('CS', 0, 'neverTrained')],
  Oicha: [structure('HGR', 0, 'kitsExpired', { supportedBy: ['APO'] }), structure('CS', 1, 'noKits'), structure('CSR', 2, 'neverTrained')],
  Beni: [structure('HGR', 0, 'lapsesIn20Days', { supportedBy: ['SSR', 'DPS'] }), structure('CSR', 1, 'ready'), structure('CS', 2, 'expiryUnknown'), structure('CISM', 0, 'countStale', { tier: 'partners' })],
  Butembo: [structure('HGR', 0, 'ready', { supportedBy: ['SSR'] }), structure('CISM', 0, 'readySinceMarch'), structure('CSR', 1, 'ready', { ownership: 'faithBased' })],
  Lubero: [structure('HGR', 0, 'refresherDue'), structure('CSR', 1, 'refresherDue'), structure('nonClinical', 0, 'notAssessed', { name: 'Pharmacie d’exercice Lubero', typeAsGiven: 'Pharmacie' })],
  Kayna: [structure('HGR', 0, 'countStale'), structure('CSR', 1, 'trainingDateUnknown', { ownership: 'faithBased' }), structure('CS', 2, 'assessmentStale')],
  Rutshuru: [structure('HGR', 0, 'noKits', { supportedBy: ['SSR'] }), structure('CSR', 1, 'neverTrained'), structure('CS', 2, 'ready'), structure('mobile', null, 'notAssessed', { supportedBy: ['SSR'], tier: 'partners' })],
  Masisi: [structure('HGR', 0, 'notFunctioning'), structure('CS', 1, 'noKits'), structure('CSR', 2, 'neither'), structure('PS', 3, 'notAccessible')],
  Goma: [structure('HGR', 0, 'ready', { supportedBy: ['SSR'] }), structure('CISM', 0, 'ready', { supportedBy: ['DPS'] }), structure('CSR', 1, 'readyPartly'), structure('other', 0, 'shelter', { tier: 'hidden', name: 'Maison d’accueil d’exercice', typeAsGiven: 'Maison d’accueil', supportedBy: ['RSC'] })],
  Walikale: [structure('HGR', 0, 'noKits', { supportedBy: ['SSR'] }), structure('CS', 0, 'expiryUnknown')],
  Kalehe: [structure('HGR', 0, 'expiryUnknown', { supportedBy: ['CIV'] }), structure('CSR', 1, 'trainingDateUnknown'), structure('CS', null, 'notAssessed', { ownership: 'unknown' })],
  Idjwi: [structure('HGR', 0, 'neverTrained', { ownership: 'faithBased' }), structure('CS', 1, 'neither')],
  Bukavu: [structure('HGR', 0, 'ready', { supportedBy: ['APO'] }), structure('CISM', 0, 'ready', { supportedBy: ['DPS'] }), structure('other', 0, 'ready', { name: 'Hôpital d’exercice des fistules', typeAsGiven: 'Hôpital spécialisé', ownership: 'faithBased', supportedBy: ['SSR'] }), structure('CSR', 2, 'ready')],
  Kamituga: [structure('HGR', 0, 'ready', { supportedBy: ['SSR'] }), structure('CSR', 1, 'readySinceMarch')],
  Shabunda: [structure('HGR', 0, 'noKits', { supportedBy: ['CIV'] }), structure('CS', 0, 'neverTrained')],
  Uvira: [structure('HGR', 0, 'ready', { supportedBy: ['APO'] }), structure('CSR', 1, 'refresherInJuly'), structure('CISM', 0, 'neverTrained'), structure('CS', 2, 'functioningUnknown')],
  Baraka: [structure('HGR', 0, 'kitsExpired', { supportedBy: ['CIV'] }), structure('CS', 1, 'neverTrained'), structure('mobile', 0, 'notAssessed', { supportedBy: ['CIV'] })],
  Lulenge: [structure('CS', null, 'noKits')],
  Punia: [structure('HGR', null, 'notAssessed')],
  Kindu: [structure('HGR', 0, 'ready', { supportedBy: ['DPS'] }), structure('CSR', 0, 'refresherInJuly'), structure('CS', 1, 'noKits')],
  Kasongo: [structure('HGR', 0, 'assessmentStale'), structure('CS', 1, 'notAssessed'), structure('CSR', 2, 'functioningUnknown')],
  Kabambare: [structure('HGR', 0, 'neverTrained'), structure('PS', 0, 'neither')],
  Kongolo: [structure('HGR', 0, 'noKits', { supportedBy: ['CIV'] }), structure('CSR', 1, 'kitsExpired'), structure('CS', 2, 'ready')],
  Nyunzu: [structure('HGR', 0, 'neither'), structure('CSR', 1, 'kitsExpired'), structure('PS', 2, 'noKits')],
  Kalemie: [structure('HGR', 0, 'ready', { supportedBy: ['DPS'] }), structure('CSR', 1, 'ready'), structure('CS', 0, 'refresherDue', { ownership: 'private' })],
  Manono: [structure('HGR', 0, 'countStale'), structure('CS', 1, 'notAssessed'), structure('PS', 2, 'notAssessed')],
  Moba: [structure('HGR', 0, 'notAssessed'), structure('CS', 1, 'assessmentStale'), structure('CSR', 2, 'expiryUnknown')],
};
