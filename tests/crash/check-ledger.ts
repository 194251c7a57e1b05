import { type Deed, type Ledger, ROWS, type State } from './deeds';

async function ask<Answer>(url: string, path: string): Promise<Answer> {
  const response = await fetch(`${url}${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${(await response.text()).slice(0, 300)}`);
  return (await response.json()) as Answer;
}

/**
 * Holds the server against the ledger: what was acknowledged is there, what was not is there whole or not at all. The ledger then knows what became of it.
 * Throws with the first thing that is not so.
 */
export async function checkLedger(url: string, ledger: Ledger): Promise<void> {
  const { items } = await ask<{ items: { id: string; state: string }[] }>(url, '/api/imports');
  const states = new Map(items.map(({ id, state }) => [id, state]));
  for (const deed of ledger.deeds) {
    const found = (states.get(deed.id) ?? 'absent') as State;
    if (found !== deed.acknowledged && found !== deed.asked) throw new Error(`${deed.kind} ${deed.word}: ${deed.acknowledged}${deed.asked === null ? '' : ` or ${deed.asked}`} expected, ${found} found`);
    deed.acknowledged = found;
    deed.asked = null;
  }
  const known = new Set(ledger.deeds.map(({ id }) => id));
  const foreign = items.find(({ id }) => !known.has(id));
  if (foreign !== undefined) throw new Error(`a load that nobody asked for: ${foreign.id}`);
  await checkRecords(url, ledger.deeds);
  await checkHealth(url, ledger);
}

async function checkHealth(url: string, ledger: Ledger): Promise<void> {
  const { status, dataVersion, rasters } = await ask<{ status: string; dataVersion: number; rasters: { title: string; state: string }[] }>(url, '/api/health');
  if (status !== 'ok' || dataVersion < ledger.dataVersion) throw new Error(`version ${ledger.dataVersion} was acknowledged; found ${dataVersion}, ${status}`);
  const lost = rasters.find(({ state }) => state === 'fileMissing' || state === 'fileDamaged');
  if (lost !== undefined) throw new Error(`raster ${lost.title}: ${lost.state}`);
  const expected = ledger.deeds.filter(({ kind, acknowledged }) => kind === 'raster' && acknowledged === 'applied').length;
  if (rasters.length !== expected) throw new Error(`${expected} rasters expected, ${rasters.length} found`);
  ledger.dataVersion = dataVersion;
}

async function checkRecords(url: string, deeds: readonly Deed[]): Promise<void> {
  const structures = countWords((await allPages(url, '/api/structures')).map(({ name }) => name));
  const missions = countWords((await ask<{ items: { title: string }[] }>(url, '/api/missions')).items.map(({ title }) => title));
  for (const { kind, word, acknowledged } of deeds) {
    if (kind === 'raster' || kind === 'areas') continue;
    const found = (kind === 'file' ? structures : missions).get(word) ?? 0;
    const whole = kind === 'file' ? ROWS : 2;
    if (found !== (acknowledged === 'applied' ? whole : 0)) throw new Error(`${kind} ${word} is ${acknowledged}, and has ${found} of ${whole} records`);
  }
}

async function allPages(url: string, path: string): Promise<{ name: string }[]> {
  const items: { name: string }[] = [];
  for (let after: string | null = ''; after !== null; ) {
    const page: { items: { name: string }[]; nextCursor: string | null } = await ask(url, `${path}?limit=500${after === '' ? '' : `&after=${after}`}`);
    items.push(...page.items);
    after = page.nextCursor;
  }
  return items;
}

/** How often each first word stands there. */
function countWords(texts: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const text of texts) {
    const word = text.split(' ')[0] ?? '';
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}
