export interface Cluster {
  /** Makes a database of that name; answers its address. */
  createDatabase: (name: string) => Promise<string>;
  stop: () => Promise<void>;
}

/** Plain JavaScript, because the tests start it before anything is compiled. */
const CLUSTER = new URL('../postgis-cluster.mjs', import.meta.url).href;

/** A PostgreSQL server with PostGIS of its own, on a free port of this machine. */
export async function startCluster(): Promise<Cluster> {
  const { startCluster: start } = (await import(CLUSTER)) as { startCluster: () => Promise<Cluster> };
  return start();
}
