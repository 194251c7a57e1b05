import { randomUUID } from 'node:crypto';
import type { EntriesAnswer, EntriesBody, EntriesProblem, Entry } from '#api/contract/entries';
import type { OpenApp } from './open-app';

export interface EntryOutcome {
  readonly status: number;
  readonly body: EntriesAnswer & EntriesProblem;
}

/** Sends entries as a form does. Questions are answered with them once the watch has settled. */
export async function postEntries(api: OpenApp, entries: readonly unknown[], more: Partial<Omit<EntriesBody, 'entries'>> = {}): Promise<EntryOutcome> {
  const payload = { key: randomUUID(), enteredBy: 'Bureau de la zone', source: null, entries, ...more };
  const response = await api.app.inject({ method: 'POST', url: '/api/entries', payload });
  return { status: response.statusCode, body: response.json() };
}

type EntryOf<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>;
type Movement = EntryOf<'kitMovement'>['record'];

/** Ten kits for adults, good until 31 July 2025. */
export const delivery = (structureId: string, more: Partial<Movement> = {}): EntryOf<'kitMovement'> => ({
  kind: 'kitMovement', structureId,
  record: { kind: 'delivery', on: '2025-05-20', lines: [{ item: 'pepKitAdult', batch: 'D1', quantity: 10, expiry: '2025-07-31' }], organisation: 'Fournisseur', ...more },
});

export const assessment = (structureId: string, more: Partial<EntryOf<'assessment'>['record']> = {}): EntryOf<'assessment'> => ({
  kind: 'assessment', structureId,
  record: {
    assessedOn: '2025-05-10', assessedBy: null, functionality: 'full', accessibility: 'full', protocol: 'unknown', privateRoom: 'unknown', referralPath: 'unknown',
    services: [], trainedStaff: [{ service: 'cmr', cadre: 'nurse', number: 2, women: 1, men: 1, trainedOn: '2024-06-10', protocolVersion: null }],
    stockLines: [{ item: 'pepKitAdult', batch: null, quantity: 0, expiry: null, countedOn: '2025-05-10' }], ...more,
  },
});

type Session = EntryOf<'trainingSession'>['record'];
/** Two nurses of one structure, trained on 10 May 2025. */
export const training = (structureId: string, more: Partial<Session> = {}): EntryOf<'trainingSession'> => ({
  kind: 'trainingSession',
  record: {
    title: 'Prise en charge du viol', topic: 'cmr', audience: 'healthStaff', areaCode: 'XAZS03', start: '2025-05-08', end: '2025-05-10', status: 'completed', planned: 2, women: 1, men: 1, total: 2,
    protocolVersion: '2023', organisations: [], origins: [{ structureId, cadre: 'nurse', number: 2, women: 1, men: 1 }], tier: 'public', ...more,
  },
});

type MissionRecord = EntryOf<'mission'>['record'];
/** Two weeks of rape care at D, where zone 3 lives. */
export const mission = (more: Partial<MissionRecord> = {}, hostStructureId: string | null = null): EntryOf<'mission'> => ({
  kind: 'mission', hostStructureId,
  record: {
    title: 'Équipe mobile à Trois', service: 'cmr', lngLat: [22.5, 0.5], areaCode: 'XAZS03', locality: 'D', radiusKm: 5, start: '2025-06-02', end: '2025-06-15', status: 'completed',
    capacity: 40, treated: { women: null, men: null, girls: null, boys: null, total: null }, organisations: [], tier: 'public', ...more,
  },
});

/** An answer to a proposal as the list gives it. */
export const answerTo = (proposal: { readonly subject: 'trainingSession' | 'kitMovement'; readonly subjectId: string; readonly structure: { readonly id: string }; readonly digest: string }, verdict: 'accepted' | 'rejected' = 'accepted', decidedOn = '2025-05-21'): EntryOf<'proposalVerdict'> => ({
  kind: 'proposalVerdict', subject: proposal.subject, subjectId: proposal.subjectId, structureId: proposal.structure.id, digest: proposal.digest, verdict, reason: null, decidedOn,
});
