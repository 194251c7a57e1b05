import type { KitMovement, Mission } from '#domain/programme-records';
import type { PeopleCounts } from '#domain/records';
import type { OrganisationKey } from './organisation-table';

/** Kits of one structure that came, went or were lost: item, batch, quantity, expiry. */
export interface MovementRow {
  readonly structure: number;
  readonly kind: KitMovement['kind'];
  readonly on: string;
  readonly by: OrganisationKey | null;
  readonly lines: readonly (readonly [item: KitMovement['lines'][number]['item'], batch: string | null, quantity: number, expiry: string | null])[];
  /** What was said of a delivery; left out: nobody has answered yet. */
  readonly verdict?: readonly ['accepted' | 'rejected', reason: string | null, on: string];
}

export const movementRows: readonly MovementRow[] = [
  { structure: 40, kind: 'delivery', on: '2025-04-15', by: 'DPS', lines: [['pepKitAdult', 'PPE-A-411', 30, '2026-09-30'], ['pepKitChild', 'PPE-E-207', 6, '2026-06-30'], ['emergencyContraception', 'CU-118', 40, '2027-03-31']], verdict: ['accepted', null, '2025-04-18'] },
  { structure: 68, kind: 'delivery', on: '2025-05-12', by: 'DPS', lines: [['pepKitAdult', 'PPE-A-418', 24, '2026-11-30'], ['stiTreatment', 'IST-052', 60, '2026-12-31']], verdict: ['accepted', null, '2025-05-15'] },
  { structure: 16, kind: 'delivery', on: '2025-05-28', by: 'SSR', lines: [['pepKitAdult', 'PPE-A-423', 20, '2026-08-31'], ['pepKitChild', 'PPE-E-211', 4, '2026-08-31'], ['emergencyContraception', 'CU-121', 20, '2027-01-31']] },
  { structure: 3, kind: 'delivery', on: '2025-05-26', by: 'SNS', lines: [['pepKitAdult', null, 15, null]], verdict: ['rejected', 'Le bordereau n’est pas signé : la structure dit n’avoir rien reçu.', '2025-05-29'] },
  { structure: 40, kind: 'consumption', on: '2025-02-28', by: null, lines: [['pepKitAdult', null, 4, null]] },
  { structure: 40, kind: 'consumption', on: '2025-03-31', by: null, lines: [['pepKitAdult', null, 5, null]] },
  { structure: 40, kind: 'consumption', on: '2025-04-30', by: null, lines: [['pepKitAdult', null, 3, null]] },
  { structure: 19, kind: 'consumption', on: '2025-03-31', by: null, lines: [['pepKitAdult', null, 6, null]] },
  { structure: 19, kind: 'consumption', on: '2025-04-30', by: null, lines: [['pepKitAdult', null, 5, null]] },
  { structure: 63, kind: 'loss', on: '2025-05-13', by: null, lines: [['pepKitAdult', null, 9, '2025-05-12']] },
];

/** A team sent for a limited time. `host`: number of the structure; `at`: a bare point. */
export interface MissionRow extends Pick<Mission, 'title' | 'service' | 'radiusKm' | 'status' | 'capacity' | 'locality'> {
  readonly host?: number;
  readonly at?: readonly [number, number];
  readonly where: string;
  readonly from: string;
  readonly to: string;
  readonly treated?: Partial<PeopleCounts>;
  readonly by: readonly OrganisationKey[];
  readonly fund: OrganisationKey;
}

export const missionRows: readonly MissionRow[] = [
  { title: 'Mission fistules de Shabunda', service: 'fistulaRepair', host: 57, where: 'Shabunda', locality: 'Shabunda', radiusKm: 40, from: '2025-05-05', to: '2025-05-18', status: 'completed', capacity: 40, treated: { women: 38, total: 38 }, by: ['SSR', 'DPS'], fund: 'FED' },
  { title: 'Mission fistules de Mambasa', service: 'fistulaRepair', host: 14, where: 'Mambasa', locality: 'Mambasa', radiusKm: 40, from: '2025-05-26', to: '2025-06-08', status: 'completed', capacity: 30, treated: { women: 11, total: 11 }, by: ['SSR'], fund: 'AES' },
  { title: 'Équipe mobile de Nyunzu, site de déplacés', service: 'cmr', at: [28.3616, -6.1471], where: 'Nyunzu', locality: 'Site d’exercice Nyunzu', radiusKm: 60, from: '2025-06-16', to: '2025-06-29', status: 'planned', capacity: 25, by: ['CIV'], fund: 'CFN' },
  { title: 'Mission fistules de Kindu', service: 'fistulaRepair', host: 68, where: 'Kindu', locality: 'Kindu', radiusKm: 40, from: '2025-08-11', to: '2025-08-24', status: 'planned', capacity: 45, by: ['SSR'], fund: 'CFN' },
];
