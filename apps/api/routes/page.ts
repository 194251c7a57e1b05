import { existsSync } from 'node:fs';
import { join, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { Api } from './api';

/**
 * Serves the built page. Files under `assets/` carry a hash in their name and never change; everything else is asked for again each time.
 * Answers whether there is a page to serve.
 */
export async function servePage(app: Api, webRoot: string | null): Promise<boolean> {
  if (webRoot === null || !existsSync(join(webRoot, 'index.html'))) return false;
  await app.register(fastifyStatic, {
    root: webRoot,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, path) => void reply.header('cache-control', path.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  return true;
}
