import type { AssessmentRecord, StockLine, TrainedStaff } from '#domain/records';
import { addDays, type IsoDate } from '#domain/dates';
import { Random } from './random';
import type { Condition, ExerciseStructure } from './structure-table';

/** What an assessment finds, without who, where and from what. */
export type Finding = Omit<AssessmentRecord, 'externalId' | 'structureScheme' | 'structureExternalId' | 'assessedBy' | 'source' | 'sourceRow'>;

type Level = Finding['functionality'];
type Availability = Finding['services'][number]['availability'];
type Barrier = Finding['services'][number]['barriers'][number];

/** One visit: what was true that day. `kits` null: not counted; `staff` null: not asked. */
interface Visit {
  readonly on: IsoDate;
  readonly functionality?: Level;
  readonly accessibility?: Level;
  readonly staff?: { readonly number: number; readonly trainedOn: IsoDate | null } | null;
  readonly kits?: { readonly quantity: number; readonly expiry: IsoDate | null } | null;
}

const FAR: IsoDate = '2026-10-31';
const TRAINED = { number: 3, trainedOn: '2024-06-14' };
/** Valid until 7 July 2025. */
const FORMER = { number: 2, trainedOn: '2023-07-07' };
const NOBODY = { number: 0, trainedOn: null };
const STOCKED = { quantity: 24, expiry: FAR };
const EMPTY = { quantity: 0, expiry: FAR };
/** 20 days of use are left on 31 May: 18 July − 28 days of treatment = 20 June. */
const SHORT = { quantity: 11, expiry: '2025-07-18' };

/** Who repairs fistulas in the hospital for them. */
const SURGEONS: TrainedStaff[] = [
  { service: 'fistulaRepair', cadre: 'doctor', number: 2, women: 1, men: 1, trainedOn: '2024-03-15', protocolVersion: null },
  { service: 'fistulaRepair', cadre: 'nurse', number: 3, women: 2, men: 1, trainedOn: '2024-03-15', protocolVersion: null },
];

const WELL = { staff: TRAINED, kits: STOCKED } as const;

/** The visits behind each condition, oldest first. The last ones make the picture of 31 May 2025; the others give the months before. */
const VISITS: Readonly<Record<Condition, readonly Visit[]>> = {
  ready: [{ on: '2024-11-12', ...WELL }, { on: '2025-02-05', ...WELL }, { on: '2025-05-06', ...WELL }],
  readyPartly: [{ on: '2024-11-19', ...WELL, functionality: 'partial' }, { on: '2025-02-11', ...WELL, functionality: 'partial', accessibility: 'partial' }, { on: '2025-05-13', ...WELL, functionality: 'partial', accessibility: 'partial' }],
  readySinceMarch: [{ on: '2024-11-20', staff: NOBODY, kits: EMPTY }, { on: '2025-03-18', staff: { number: 2, trainedOn: '2025-02-14' }, kits: STOCKED }, { on: '2025-05-20', staff: { number: 2, trainedOn: '2025-02-14' }, kits: STOCKED }],
  lapsesIn20Days: [{ on: '2024-11-14', staff: TRAINED, kits: { quantity: 31, expiry: '2025-07-18' } }, { on: '2025-02-06', staff: TRAINED, kits: { quantity: 22, expiry: '2025-07-18' } }, { on: '2025-05-15', staff: TRAINED, kits: SHORT }],
  refresherInJuly: [{ on: '2024-11-21', staff: FORMER, kits: STOCKED }, { on: '2025-05-14', staff: FORMER, kits: STOCKED }],
  noKits: [{ on: '2024-11-07', staff: TRAINED, kits: { quantity: 5, expiry: FAR } }, { on: '2025-01-23', staff: TRAINED, kits: EMPTY }, { on: '2025-05-08', staff: TRAINED, kits: EMPTY }],
  kitsExpired: [{ on: '2024-12-03', staff: TRAINED, kits: { quantity: 17, expiry: '2025-05-12' } }, { on: '2025-02-19', staff: TRAINED, kits: { quantity: 12, expiry: '2025-05-12' } }, { on: '2025-04-22', staff: TRAINED, kits: { quantity: 9, expiry: '2025-05-12' } }],
  neverTrained: [{ on: '2024-10-30', staff: NOBODY, kits: STOCKED }, { on: '2025-04-16', staff: NOBODY, kits: STOCKED }],
  refresherDue: [{ on: '2024-11-26', staff: { number: 4, trainedOn: '2023-03-10' }, kits: STOCKED }, { on: '2025-02-12', staff: { number: 4, trainedOn: '2023-03-10' }, kits: STOCKED }, { on: '2025-05-07', staff: { number: 4, trainedOn: '2023-03-10' }, kits: STOCKED }],
  neither: [{ on: '2025-03-27', staff: NOBODY, kits: EMPTY }],
  notFunctioning: [{ on: '2024-10-22', ...WELL }, { on: '2025-04-29', ...WELL, functionality: 'none' }],
  notAccessible: [{ on: '2024-11-28', ...WELL }, { on: '2025-05-02', ...WELL, accessibility: 'none' }],
  expiryUnknown: [{ on: '2025-04-10', staff: TRAINED, kits: { quantity: 15, expiry: null } }],
  trainingDateUnknown: [{ on: '2025-04-24', staff: { number: 2, trainedOn: null }, kits: STOCKED }],
  countStale: [{ on: '2024-11-05', ...WELL }, { on: '2025-01-14', ...WELL }],
  assessmentStale: [{ on: '2024-03-19', ...WELL }],
  functioningUnknown: [{ on: '2025-05-09', ...WELL, functionality: 'unknown', accessibility: 'unknown' }],
  notAssessed: [],
  shelter: [{ on: '2025-03-12', staff: null, kits: null }],
};

/** Findings of a structure, oldest first; empty if nobody ever went there. */
export function findingsOf(structure: ExerciseStructure, id: string): Finding[] {
  return VISITS[structure.condition].map((visit, number) => findingOf(structure, visit, new Random(`${id} ${number}`)));
}

function findingOf({ type, condition, name }: ExerciseStructure, visit: Visit, random: Random): Finding {
  const isHospital = type === 'HGR' || type === 'CISM' || type === 'other';
  const isReady = visit.functionality !== 'none' && (visit.staff?.number ?? 0) > 0 && (visit.kits?.quantity ?? 0) > 0;
  return {
    assessedOn: visit.on,
    functionality: visit.functionality ?? 'full',
    accessibility: visit.accessibility ?? 'full',
    protocol: condition === 'functioningUnknown' ? 'unknown' : isReady ? 'yes' : random.pick(['yes', 'no', 'unknown']),
    privateRoom: isHospital ? 'yes' : random.pick(['yes', 'no', 'unknown']),
    referralPath: random.pick(['yes', 'yes', 'no']),
    services: condition === 'shelter' ? [{ service: 'psychosocial', availability: 'available', barriers: [] }] : servicesOf(type, name?.includes('fistules') ?? false, visit),
    trainedStaff: visit.staff ? [...staffOf(visit.staff, isHospital, random), ...(name?.includes('fistules') ? SURGEONS : [])] : [],
    stockLines: visit.kits ? stockOf(visit.kits, visit.on, isHospital, name?.includes('fistules') ?? false, random) : [],
  };
}

/** Availability as HeRAMS words it, with barriers in order of weight. */
function servicesOf(type: ExerciseStructure['type'], isFistulaHospital: boolean, { functionality, staff, kits }: Visit): Finding['services'] {
  const barriers: Barrier[] = [];
  if ((staff?.number ?? 0) === 0) barriers.push('training');
  if ((kits?.quantity ?? 0) === 0) barriers.push('supplies');
  if (functionality === 'none') barriers.push('equipment', 'staff');
  if (functionality === 'partial') barriers.push('finances');
  const cmr: Availability = functionality === 'unknown' ? 'unknown' : barriers.includes('training') || functionality === 'none' ? 'unavailable' : barriers.length > 0 ? 'partial' : 'available';
  const services: Finding['services'] = [{ service: 'cmr', availability: cmr, barriers: barriers.slice(0, 3) }];
  if (type === 'CISM') services.push({ service: 'psychosocial', availability: 'available', barriers: [] }, { service: 'legalAid', availability: 'partial', barriers: ['finances', 'staff'] });
  if (isFistulaHospital) services.push({ service: 'fistulaRepair', availability: 'available', barriers: [] });
  else services.push({ service: 'fistulaRepair', availability: type === 'HGR' ? 'unavailable' : 'notNormallyProvided', barriers: type === 'HGR' ? ['staff', 'equipment'] : [] });
  return services;
}

function staffOf({ number, trainedOn }: { number: number; trainedOn: IsoDate | null }, isHospital: boolean, random: Random): TrainedStaff[] {
  const line = (cadre: TrainedStaff['cadre'], people: number, service: TrainedStaff['service'] = 'cmr'): TrainedStaff => {
    const women = random.whole(0, people);
    return { service, cadre, number: people, women, men: people - women, trainedOn, protocolVersion: trainedOn === null ? null : trainedOn < '2024-01-01' ? 'Protocole d’exercice 2020' : 'Protocole d’exercice 2024' };
  };
  if (number === 0) return [line('nurse', 0)];
  const staff = number > 1 ? [line('nurse', number - 1), line('midwife', 1)] : [line('nurse', 1)];
  if (isHospital) staff.push(line('doctor', 1), line('psychologist', 1, 'psychosocial'));
  return staff;
}

/** The adult kits of the visit, and what usually lies beside them. */
function stockOf({ quantity, expiry }: { quantity: number; expiry: IsoDate | null }, on: IsoDate, isHospital: boolean, isFistulaHospital: boolean, random: Random): StockLine[] {
  const lot = (prefix: string): string => `${prefix}-${random.whole(1000, 9999)}`;
  const line = (item: StockLine['item'], count: number, until: IsoDate | null): StockLine => ({ item, batch: until === null ? null : lot('LOT'), quantity: count, expiry: until, countedOn: on });
  const later = addDays(on, random.whole(300, 620));
  const lines = [line('pepKitAdult', quantity, expiry), line('emergencyContraception', random.whole(0, 40), later), line('stiTreatment', random.whole(0, 60), later)];
  if (quantity === 0 || !isHospital) return lines;
  lines.push(line('pepKitChild', random.whole(2, 6), expiry), line('hepatitisB', random.whole(0, 20), addDays(on, 200)), line('tetanus', random.whole(10, 50), addDays(on, 400)), line('pregnancyTest', random.whole(20, 80), later), line('iarhKit3', random.whole(0, 3), addDays(on, 700)));
  if (isFistulaHospital) lines.push(line('fistulaRepairSet', 6, '2028-06-30'));
  return lines;
}
