import { noQuery } from '../contract/queries';
import { health, vocabulariesAnswer } from '../contract/records';
import { allVocabularies } from '#domain/vocabularies/all';
import { permissionOf } from '#domain/permissions';
import type { Backups } from '../services/backup/backups';
import { type Api, jsonAnswers, type ServerDeps, viewerIn } from './api';

export interface HealthRouteDeps extends ServerDeps {
  readonly backups: Pick<Backups, 'state'>;
}

/** Is the server up, and at which version of the data? From memory: it answers while the database is busy with a load. */
export async function healthRoutes(app: Api, { database, watch, backups }: HealthRouteDeps): Promise<void> {
  app.get('/api/health', {
    schema: { tags: ['server'], summary: 'State of the server and version of the data', querystring: noQuery, response: jsonAnswers(health) },
    config: { action: 'readRegister', rateLimit: false },
  }, async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const state = watch.of(viewerIn(request)).state();
    const mayKnow = permissionOf(request.actor, 'readBackups') !== 'no';
    return { database: database.kind, postgisVersion: database.postgisVersion, ...state, rasters: state.rasters.map(({ sha256: _, ...raster }) => raster), ...(mayKnow ? { backup: backups.state() } : {}) };
  });
}

const vocabularies = Object.values(allVocabularies).map(({ name, fr, en, source, codes, terms }) => ({
  name, fr, en, source,
  terms: codes.flatMap((code) => {
    const term = terms[code];
    return term === undefined ? [] : [{ code, fr: term.fr, en: term.en, definitionFr: term.definitionFr, definitionEn: term.definitionEn, tag: term.tag ?? null }];
  }),
}));

/** Every code list: what the words of all other answers mean. */
export async function vocabularyRoutes(app: Api): Promise<void> {
  app.get('/api/vocabularies', {
    config: { action: 'readRegister' },
    schema: { tags: ['terms'], summary: 'Every code list with French and English labels and definitions', querystring: noQuery, response: jsonAnswers(vocabulariesAnswer) },
  }, async () => ({ vocabularies }));
}
