import type { Database } from '#db/database';
import { saveAreas } from '#db/stores/areas';
import { saveAssessments } from '#db/stores/assessments';
import { bumpDataVersion } from '#db/stores/data-version';
import { finishBatch, startBatch } from '#db/stores/import-batches';
import { initiativeId } from '#db/stores/identity';
import { saveInitiatives } from '#db/stores/initiatives';
import { ensureOrganisations } from '#db/stores/organisations';
import { programmeId, type ProgrammeEntry, saveProgrammes } from '#db/stores/programmes';
import { aMission, aMovement, anArea, anAssessment, anInitiative, aSession, aStructure, box, byOrganisation, fromStructure } from '#db/stores/sample-records';
import { assignStructureAreas, saveStructures, structureId } from '#db/stores/structures';
import type { AssessmentRecord, InitiativeRecord, StructureRecord } from '#domain/records';
import type { Tier } from '#domain/viewer';
import { seededRandom } from '../bench/seeded-random';

/*
 * Two provinces of twelve zones, half a degree square each: LA on the equator, LB north of it. Structures stand on a lattice of 0.04° (4.4 km), so that
 * each is more than 1 km from every other. 2,000 are public; then some of every other tier, and around each hidden one an organisation, a campaign, a
 * session, a delivery, a mission, a closed area and a scenario of its own. All hidden ones lie in LA, but for campaigns across both provinces.
 */
const PUBLIC_STRUCTURES = 2000;
const HIDDEN_STRUCTURES = 20;
const OTHERS_OF_A_TIER = 5;

const ZONES = Array.from({ length: 24 }, (_, at) => ({ province: at < 12 ? 'LA' : 'LB', code: `${at < 12 ? 'LA' : 'LB'}ZS${String((at % 12) + 1).padStart(2, '0')}`, west: 20 + (at % 12) * 0.5, south: at < 12 ? 0 : 0.5 }));
const AREAS = [
  anArea({ type: 'province', code: 'LA', name: 'Province A', geometry: box(20, 0, 26, 0.5) }),
  anArea({ type: 'province', code: 'LB', name: 'Province B', geometry: box(20, 0.5, 26, 1) }),
  ...ZONES.map(({ province, code, west, south }, at) =>
    anArea({ type: 'healthZone', code, name: `Zone ${code}`, parentCode: province, geometry: box(west, south, west + 0.5, south + 0.5), population: { value: 50_000 + 1000 * at, year: 2024, source: 'Recensement' } })),
];

/** Everything that one secret says of itself, in whatever answer: its word first, which is in each of its names. */
export interface Secret {
  readonly tier: Tier;
  readonly id: string;
  readonly texts: readonly string[];
  readonly lngLat: readonly [number, number] | null;
}

interface Register {
  readonly structures: readonly StructureRecord[];
  readonly assessments: readonly AssessmentRecord[];
  readonly initiatives: readonly InitiativeRecord[];
  readonly programmes: readonly ProgrammeEntry[];
  readonly secrets: readonly Secret[];
}

/** In the name of every secret, and of nothing else. */
export const COMMON_WORD = 'zafarani';

/** A shorter number may be part of another; pairs of them are looked at as places. */
const LONG_NUMBER = '20.12345'.length;

const TIERS: readonly Tier[] = ['public', 'partners', 'coordination', 'hidden'];
const equipped = { functionality: 'full', accessibility: 'full', services: [{ service: 'cmr', availability: 'available', barriers: [] }], trainedStaff: [{ service: 'cmr', cadre: 'nurse', number: 7, women: null, men: null, trainedOn: '2025-01-10', protocolVersion: null }], stockLines: [{ item: 'pepKitAdult', batch: 'L', quantity: 9, expiry: '2027-01-31', countedOn: '2025-05-01' }] } satisfies Partial<AssessmentRecord>;

/** The same register for the same seed. */
export function makeRegister(seed = 61): Register {
  const random = seededRandom(seed);
  const places = ZONES.flatMap(({ west, south, province }) => Array.from({ length: 144 }, (_, at) => ({ province, lngLat: [west + 0.03 + 0.04 * (at % 12), south + 0.03 + 0.04 * Math.floor(at / 12)] as [number, number], order: random() }))).sort((a, b) => a.order - b.order);
  const structures: StructureRecord[] = [];
  const assessments: AssessmentRecord[] = [];
  const initiatives: InitiativeRecord[] = [];
  const programmes: ProgrammeEntry[] = [];
  const secrets: Secret[] = [];
  const take = (tier: Tier): [number, number] => {
    const at = places.findIndex(({ province }) => tier !== 'hidden' || province === 'LA');
    const [lng, lat] = places.splice(at, 1)[0]?.lngLat ?? [NaN, NaN];
    // Digits of its own, some 500 m off the lattice at most.
    return [Number((lng + 0.004 * random()).toFixed(5)), Number((lat + 0.004 * random()).toFixed(5))];
  };
  for (let at = 0; at < PUBLIC_STRUCTURES; at += 1) {
    structures.push(aStructure({ externalId: `open-${at}`, name: `Centre ${at}`, lngLat: take('public'), supportedBy: at % 50 === 0 ? ['Appui public'] : [] }));
    if (at % 3 === 0) assessments.push(anAssessment({ structureExternalId: `open-${at}`, assessedOn: '2025-05-01', ...(at % 60 === 0 ? equipped : { functionality: 'none' }) }));
    if (at % 10 === 0) initiatives.push(anInitiative({ externalId: `open-${at}`, title: `Causeries ${at}`, kinds: [{ kind: at % 20 === 0 ? 'awareness' : 'psychosocial', confidence: 'high', rule: null, words: [] }], areaCodes: [ZONES[(at / 10) % 24]?.code ?? ''], organisations: [byOrganisation('Appui public')], start: '2025-01-01', end: '2025-12-31', reportedOn: '2025-05-31' }));
  }
  for (const tier of TIERS.slice(1)) {
    for (let at = 0; at < (tier === 'hidden' ? HIDDEN_STRUCTURES : OTHERS_OF_A_TIER); at += 1) {
      const name = `Zafarani${tier}${at}`;
      const lngLat = take(tier);
      const [ref, by] = [`${name}-ref`, `Cercle ${name}`];
      const zone = ZONES.find(({ west, south }) => lngLat[0] >= west && lngLat[0] < west + 0.5 && lngLat[1] >= south && lngLat[1] < south + 0.5);
      const areaCode = zone?.code ?? '';
      const dated = { tier, source: `Liste ${name}`, sourceRow: 4000 + at };
      structures.push(aStructure({ externalId: ref, name: `Maison ${name}`, lngLat, supportedBy: [by], ...dated }));
      assessments.push(anAssessment({ structureExternalId: ref, assessedOn: '2025-06-20', assessedBy: by, ...equipped, source: `Visite ${name}` }));
      const campaign = anInitiative({ externalId: ref, title: `Accueil ${name}`, areaCodes: at % 5 === 0 ? [areaCode, 'LBZS01'] : [areaCode], organisations: [byOrganisation(by)], start: '2025-02-02', end: '2025-11-11', reportedOn: '2025-07-07', ...dated });
      initiatives.push(campaign);
      const around: ProgrammeEntry[] = [
        { kind: 'trainingSession', record: aSession({ externalId: ref, title: `Session ${name}`, areaCode, origins: [fromStructure(ref, 8)], total: 8, ...dated }) },
        { kind: 'mission', record: aMission({ externalId: ref, title: `Mission ${name}`, service: 'cmr', host: { structureScheme: 'test', structureExternalId: ref }, lngLat, areaCode, locality: `Lieu ${name}`, start: '2025-05-01', end: '2025-12-31', ...dated }) },
        { kind: 'movementClosure', record: { scheme: 'test', externalId: ref, title: `Fermeture ${name}`, areaCodes: [areaCode], outline: null, effect: 'blocked', factor: null, start: '2025-01-01', end: null, ...dated } },
        { kind: 'scenario', record: { scheme: 'test', externalId: ref, name: `Essai ${name}`, question: '', changes: `n:${structureId('test', ref)}`, savedOn: '2025-06-01', ...dated } },
      ];
      const { tier: _, ...untiered } = dated;
      const delivery: ProgrammeEntry = { kind: 'kitMovement', record: aMovement({ externalId: ref, structureExternalId: ref, organisation: by, ...untiered }) };
      programmes.push(...around, delivery);
      secrets.push({ tier, id: structureId('test', ref), lngLat, texts: [name, ref, structureId('test', ref), initiativeId('test', ref), ...[...around, delivery].map(programmeId), ...lngLat.map(String).filter((digits) => digits.length >= LONG_NUMBER)] });
    }
  }
  return { structures, assessments, initiatives, programmes, secrets };
}

/** Fills an empty database with what is of these tiers, and nothing of what is not. Answers the data version. */
export async function fillRegister({ kysely }: Database, register: Register, tiers: readonly Tier[]): Promise<number> {
  const isIn = ({ tier }: { readonly tier: Tier }): boolean => tiers.includes(tier);
  const structures = register.structures.filter(isIn);
  const known = new Set(structures.map(({ externalId }) => externalId));
  return kysely.transaction().execute(async (transaction) => {
    const batch = await startBatch(transaction, { fileName: 'register.json', sha256: '0'.repeat(64), profile: 'exercise', source: 'Registre', exercise: false });
    await saveAreas(transaction, batch, AREAS);
    await saveStructures(transaction, batch, structures);
    await assignStructureAreas(transaction);
    await saveAssessments(transaction, batch, register.assessments.filter(({ structureExternalId }) => known.has(structureExternalId)));
    const initiatives = register.initiatives.filter(isIn);
    const named = initiatives.flatMap(({ organisations, source, sourceRow }) => organisations.map(({ organisation }) => ({ ...organisation, source, sourceRow })));
    await saveInitiatives(transaction, batch, initiatives, await ensureOrganisations(transaction, batch, named));
    await saveProgrammes(transaction, batch, register.programmes.filter(({ record }) => ('tier' in record ? isIn(record) : 'structureExternalId' in record && known.has(record.structureExternalId))));
    await finishBatch(transaction, batch, { rows: 1, accepted: 1, unchanged: 0, refused: 0 });
    return bumpDataVersion(transaction);
  });
}
