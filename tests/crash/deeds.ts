import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pick } from '../bench/seeded-random';
import { writeTiff } from '../write-tiff';

export type State = 'absent' | 'applied' | 'undone';
type Kind = 'areas' | 'entry' | 'file' | 'raster';

/** Something that was asked of the server. */
export interface Deed {
  /** Id of its load. */
  readonly id: string;
  readonly kind: Kind;
  /** Word by which its records are found. */
  readonly word: string;
  /** What the server acknowledged last. */
  acknowledged: State;
  /** What was asked for and not answered; null: nothing. */
  asked: State | null;
}

/** What the server was asked, and what it said to it. */
export interface Ledger {
  readonly deeds: Deed[];
  /** The newest version that an answer named. */
  dataVersion: number;
}

export const copyOf = ({ deeds, dataVersion }: Ledger): Ledger => ({ deeds: deeds.map((deed) => ({ ...deed })), dataVersion });

/** Structures in each file. */
export const ROWS = 25;
let lastWord = 0;
/** No word is the beginning of another. */
const nextWord = (): string => `Mot${String((lastWord += 1)).padStart(6, '0')}x`;

interface Answer {
  readonly id: string;
  readonly state: string;
  readonly dataVersion: number;
  readonly issues?: readonly unknown[];
}

async function call(url: string, path: string, init: RequestInit): Promise<Answer> {
  const response = await fetch(`${url}${path}`, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text.slice(0, 300)}`);
  return JSON.parse(text) as Answer;
}
const post = (body: unknown): RequestInit => ({ method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

async function attempt(ledger: Ledger, deed: Deed, asked: State, request: () => Promise<{ readonly dataVersion: number }>): Promise<void> {
  deed.asked = asked;
  const { dataVersion } = await request();
  deed.acknowledged = asked;
  deed.asked = null;
  ledger.dataVersion = Math.max(ledger.dataVersion, dataVersion);
}

const mission = (title: string) => ({
  kind: 'mission', hostStructureId: null,
  record: { title, service: 'cmr', lngLat: [29.1, -1.3], areaCode: null, locality: null, radiusKm: 5, start: '2025-06-02', end: '2025-06-15', status: 'completed', capacity: 40, treated: { women: null, men: null, girls: null, boys: null, total: null }, organisations: [], tier: 'public' },
});

/** Two missions under one key: both or neither. */
async function enter(url: string, ledger: Ledger): Promise<void> {
  const deed: Deed = { id: randomUUID(), kind: 'entry', word: nextWord(), acknowledged: 'absent', asked: null };
  ledger.deeds.push(deed);
  await attempt(ledger, deed, 'applied', () => call(url, '/api/entries', post({ key: deed.id, enteredBy: 'Bureau', source: null, entries: [mission(`${deed.word} un`), mission(`${deed.word} deux`)] })));
}

async function load(url: string, ledger: Ledger, kind: Kind, fileName: string, content: BlobPart, word: string): Promise<Deed> {
  const form = new FormData();
  form.append('file', new Blob([content]), fileName);
  const { id, state, issues } = await call(url, '/api/imports', { method: 'POST', body: form });
  if (state !== 'ready') throw new Error(`${fileName}: ready expected, not ${state} ${JSON.stringify(issues)}`);
  const deed: Deed = { id, kind, word, acknowledged: 'absent', asked: null };
  ledger.deeds.push(deed);
  await attempt(ledger, deed, 'applied', () => call(url, `/api/imports/${id}/apply`, post({})));
  return deed;
}

/** A list of structures; every other time it is taken back at once. */
async function loadFile(url: string, ledger: Ledger, random: () => number): Promise<void> {
  const word = nextWord();
  // Places of their own, so that none is taken for another.
  const latitude = -1 - pick(random, 4000) / 1000;
  const rows = Array.from({ length: ROWS }, (_, i) => `Pays,Province,${word} poste ${i},Poste de Santé,Publique,${latitude.toFixed(4)},${(27 + i * 0.08 + random() * 0.01).toFixed(4)},GPS,XXX`);
  const deed = await load(url, ledger, 'file', `${word}.csv`, ['Country,Admin1,Facility name,Facility type,Ownership,Lat,Long,LL source,iso3c', ...rows].join('\n'), word);
  if (pick(random, 2) === 0) await attempt(ledger, deed, 'undone', () => call(url, `/api/imports/${deed.id}/undo`, post({ laterChanges: 'keep' })));
}

async function loadRaster(url: string, ledger: Ledger, random: () => number): Promise<void> {
  const cells = Array.from({ length: 400 }, () => pick(random, 50) + 475);
  const word = nextWord();
  await load(url, ledger, 'raster', `pop_${word}_2020.tif`, writeTiff({ crs: 'EPSG:4326', width: 20, height: 20, west: 29, north: -1, cellX: 0.02, cellY: 0.02 }, cells), word);
}

/** Outlines come before rasters, whose values are shared out among them. */
export async function loadAreas(url: string, ledger: Ledger): Promise<void> {
  await load(url, ledger, 'areas', 'areas.geojson', readFileSync(new URL('../fixtures/areas-good.geojson', import.meta.url)), 'areas');
}

/** Asks one thing after the other until the server is gone; three ways of asking, side by side. `mayFail`: its database was taken from it. */
export async function keepAsking(url: string, ledger: Ledger, random: () => number, gone: () => boolean, mayFail: () => boolean): Promise<void> {
  const loop = async (ask: () => Promise<unknown>): Promise<void> => {
    while (!gone()) {
      try {
        await ask();
      } catch (error) {
        if (!gone() && !mayFail()) throw error;
      }
    }
  };
  await Promise.all([loop(() => enter(url, ledger)), loop(() => loadFile(url, ledger, random)), loop(() => loadRaster(url, ledger, random))]);
}
