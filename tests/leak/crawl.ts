import { unzipSync } from 'fflate';
import type { OpenApp } from '../api/open-app';
import { COMMON_WORD, type Secret } from './secret-register';

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema: { readonly enum?: readonly string[] };
}
interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly parameters?: readonly Parameter[] }>>>>;
}

/** What a request was answered, without what is of the run: ids and times of requests, and the marks of caches. */
export interface Crawled {
  readonly status: number;
  /** What a person or a program can read of it: the headers, and the body, a workbook part by part. */
  readonly text: string;
}

/** Of a list of codes; of formats, all. */
const CODES_TRIED = 2;

const NOBODY = '00000000-0000-5000-8000-000000000000';

/** Values to try for each parameter of the interface that is not a list of codes, the first where one is required. Throws for a parameter that nobody thought of. */
function valuesOf(name: string, path: string, { id, texts: [word = ''], lngLat }: Secret): readonly string[] {
  const [lng, lat] = lngLat ?? [20.1, 0.1];
  const known: Readonly<Record<string, readonly string[]>> = {
    id: [id, NOBODY], code: ['LAZS01', 'LAZS07', 'LA'], search: [word, word.toLowerCase(), 'causeries 10'], ids: [id], organisation: [id], structure: [id, NOBODY], changes: [`r:${id}`, `r:${NOBODY}`, 'c:LAZS01'], healthZone: ['LAZS01'], territory: ['LA'],
    province: ['LA', 'LB'], area: ['LAZS01', 'LA'], areas: ['LAZS01,LAZS02'], kind: ['awareness'], after: [Buffer.from(id).toString('base64url')], limit: ['500'], lng: [String(lng)], lat: [String(lat)],
    from: ['2025-01-01'], to: ['2025-12-31'], asOf: ['2025-07-07'], at: ['2025-09-01'], month: ['2025-07'], period: ['2025-01/2025-12'], months: ['6'], days: ['90'], a: ['cmr-minimum@1'], b: ['cmr-minimum@1'],
    z: ['9'], x: [String(Math.floor(((lng + 180) / 360) * 2 ** 9))], y: ['255'], k: ['3'], threshold: ['20'], theta: ['0.1'], awarenessMonths: ['12'], people: ['100'], groups: ['womenAndGirls'], nearbyKm: ['200'], targetGroup: ['womenAndGirls'], minutes: ['60'],
    standard: ['cmr-minimum'], outline: [`${lng} ${lat},${lng + 0.1} ${lat},${lng} ${lat + 0.1}`], toReview: ['true'], decided: ['false'], readiness: ['ready'], type: ['CS'], ownership: ['public'], status: ['ongoing'], topic: ['sexualViolence'], domain: ['protectionAndPrevention'],
    audience: ['healthStaff'], overlapKind: ['possibleOverlap'], verdict: ['complementary'], state: ['open'], service: ['cmr'], whom: ['noReadyCare'], layer: ['structures'], needs: ['train,equip'], costs: ['train:5000,equip:12000'], budget: ['40000'],
  };
  const values = known[name];
  if (values === undefined) throw new Error(`${path}: a value to try for “${name}” expected`);
  return values;
}

/** Every call of the description that only asks, with each value of each parameter by turns; and tiles around the secret at several zooms. */
export async function everyQuestion(api: OpenApp, secret: Secret): Promise<string[]> {
  const { paths } = await api.json<Document>('/api/openapi.json');
  const urls = new Set<string>();
  for (const [path, calls] of Object.entries(paths)) {
    const parameters = calls['get']?.parameters;
    if (calls['get'] === undefined || path === '/api/where-next/proof') continue;
    const valuesFor = ({ name, schema }: Parameter): readonly string[] => (name === 'format' ? schema.enum : schema.enum?.slice(0, CODES_TRIED)) ?? valuesOf(name, path, secret);
    const required = new Map((parameters ?? []).filter((one) => one.in === 'path' || one.required === true).map((one) => [one.name, valuesFor(one)[0] ?? '']));
    const ask = (one?: Parameter, value = ''): void => {
      const given = new Map(one === undefined ? required : [...required, [one.name, value]]);
      // A plan needs a place, one way or the other.
      if (path === '/api/check' && one?.name !== 'outline') given.set('areas', 'LAZS01,LAZS07');
      const query = [...given].filter(([name]) => !path.includes(`{${name}}`)).map(([name, text]) => `${name}=${encodeURIComponent(text)}`).join('&');
      urls.add(`${path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(given.get(name) ?? ''))}${query === '' ? '' : `?${query}`}`);
    };
    ask();
    for (const one of parameters ?? []) for (const value of valuesFor(one)) ask(one, value);
  }
  const [lng] = secret.lngLat ?? [20];
  for (const layer of ['structures', 'missions', 'healthZone']) for (const z of [0, 6, 11, 14]) urls.add(`/api/tiles/${layer}/${z}/${Math.floor(((lng + 180) / 360) * 2 ** z)}/${Math.max(0, 2 ** z / 2 - 1)}.mvt`);
  return [...urls, '/api/structures?format=csv&search=Maison', '/api/nothing-here', '/'];
}

const OF_THE_RUN: ReadonlySet<string> = new Set(['etag', 'date', 'x-ratelimit-remaining', 'x-ratelimit-reset', 'x-ratelimit-limit', 'content-length']);

export async function askAs(api: OpenApp, viewer: string, url: string): Promise<Crawled> {
  const { statusCode, headers, rawPayload } = await api.app.inject({ url, headers: { 'x-viewer': viewer } });
  const said = Object.entries(headers).filter(([name]) => !OF_THE_RUN.has(name)).map(([name, value]) => `${name}: ${String(value)}`).join('\n');
  const body = rawPayload.subarray(0, 2).toString('latin1') === 'PK'
    ? Object.entries(unzipSync(rawPayload)).filter(([name]) => !name.startsWith('docProps/')).map(([name, part]) => `${name}\n${Buffer.from(part).toString('utf8')}`).join('\n')
    : rawPayload.toString(url.includes('.mvt') ? 'latin1' : 'utf8');
  return { status: statusCode, text: `${said}\n${body}` };
}

/** The same without what a zone may say of care that is not shown (decision 0037), and without which load brought a record and when. */
export const withoutWithheldCare = (text: string): string =>
  text.replaceAll(/,?\{"code":"careWithheld"[^}]*\}/g, '').replaceAll(/(; )?careWithheld/g, '').replaceAll(/"(importId|at)":"[^"]*"/g, '"$1":""');

/** What a text says of secrets: their words, ids and long numbers, and pairs of numbers within a kilometre of one, in either order and of any digits. Finds each once. */
export class SecretsToFind {
  readonly #known = new Set<string>();
  readonly #words: readonly string[];
  readonly #near = new Map<string, [number, number][]>();

  constructor(secrets: readonly Secret[]) {
    this.#words = secrets.flatMap(({ texts: [word = ''] }) => word.toLowerCase());
    for (const { texts, lngLat } of secrets) {
      texts.forEach((text) => this.#known.add(text.toLowerCase()));
      // Cells of a hundredth of a degree, 1.1 km: what is near lies in the cell or one around it.
      if (lngLat !== null) for (const east of [-1, 0, 1]) for (const north of [-1, 0, 1]) this.#remember(cellOf(lngLat[0] + east / 100, lngLat[1] + north / 100), [...lngLat]);
    }
  }

  in(text: string): string[] {
    const lower = text.toLowerCase();
    const found = new Set(this.#words.length > 0 && lower.includes(COMMON_WORD) ? this.#words.filter((word) => new RegExp(`${word}(?![0-9a-z])`).test(lower)) : []);
    for (const [token] of lower.matchAll(/[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+\.\d{5,}/g)) if (this.#known.has(token)) found.add(token);
    let [before, end] = [NaN, 0];
    for (const match of lower.matchAll(/-?\d{1,3}\.\d+/g)) {
      const number = Number(match[0]);
      if (match.index - end < 30 && (this.#isNear(before, number) || this.#isNear(number, before))) found.add(`${before}, ${number}`);
      [before, end] = [number, match.index + match[0].length];
    }
    return [...found];
  }

  #remember(cell: string, place: [number, number]): void {
    this.#near.set(cell, [...(this.#near.get(cell) ?? []), place]);
  }

  #isNear(lng: number, lat: number): boolean {
    return (this.#near.get(cellOf(lng, lat)) ?? []).some(([a, b]) => Math.hypot(lng - a, lat - b) * 111.2 < 1);
  }
}

const cellOf = (lng: number, lat: number): string => `${Math.floor(lng * 100)} ${Math.floor(lat * 100)}`;
