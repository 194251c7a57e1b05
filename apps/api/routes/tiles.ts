import { z } from 'zod';
import { tileParams, tileQuery } from '../contract/queries';
import { problemAt } from '../problem';
import { toJudgedBy } from '../services/gap-question';
import { type Api, isUnchanged, jsonAnswers, sendBytes, type ServerDeps, viewerIn } from './api';

/** Vector tiles of every level of areas, of the structures and of the missions, as this server's viewer may see them. */
export async function tileRoutes(app: Api, deps: ServerDeps): Promise<void> {
  app.get('/api/tiles/:layer/:z/:x/:y.mvt', {
    config: { action: 'readRegister' },
    schema: {
      tags: ['tiles'],
      summary: 'A vector tile (MVT): areas by code, structures with their readiness, missions',
      params: tileParams,
      querystring: tileQuery,
      response: { ...jsonAnswers(z.unknown()), 200: { description: 'Mapbox Vector Tile', content: { 'application/vnd.mapbox-vector-tile': { schema: z.string().meta({ format: 'binary' }) } } } },
    },
  }, async (request, reply) => {
    const { layer, z: zoom, x, y } = request.params;
    const last = 2 ** zoom - 1;
    for (const [name, value] of [['x', x], ['y', y]] as const) if (value > last) throw problemAt('parameterInvalid', name, String(value), `0–${last}`);
    if (isUnchanged(deps, request, reply)) return reply;
    const tile = await deps.engine.ask(viewerIn(request), 'tile', { layer, z: zoom, x, y, ...toJudgedBy(request.query) });
    return sendBytes(reply, 'application/vnd.mapbox-vector-tile', tile);
  });
}
