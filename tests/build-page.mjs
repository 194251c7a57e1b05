import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureWebBuilt } from '../apps/cli/build-web.mjs';

/** Once for all test files: each starts a server, and two that found the page missing would build it over one another. */
export default function setup() {
  return ensureWebBuilt(dirname(dirname(fileURLToPath(import.meta.url))));
}
