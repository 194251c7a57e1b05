import { findPostgis } from '../apps/cli/test-tools.mjs';
import { startCluster } from './postgis-cluster.mjs';

/** Once for all test files: a throw-away PostGIS, unless TEST_POSTGIS_URL names a server or there is none to start. */
export default async function setup() {
  if (process.env.TEST_POSTGIS_URL || findPostgis() === null) return undefined;
  const cluster = await startCluster();
  process.env.TEST_POSTGIS_URL = cluster.url;
  return cluster.stop;
}
