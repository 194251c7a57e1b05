import { z } from 'zod';
import { templateParams, templateQuery } from '../contract/queries';
import { makeTemplate } from '../services/templates';
import { type Api, askedBy, fileAnswers, sendFile, type ServerDeps, today } from './api';

/** Workbooks to fill in and send back; for the coordination only. */
export async function templateRoutes(app: Api, deps: ServerDeps): Promise<void> {
  app.get('/api/templates/:kind.xlsx', {
    config: { action: 'takeTemplates' },
    schema: {
      tags: ['templates'], summary: 'A workbook with the current rows of an organisation, lists to choose from and instructions', params: templateParams, querystring: templateQuery,
      response: fileAnswers(z.never()),
    },
  }, async (request, reply) => {
    const { kind } = request.params;
    const { organisation, lang } = request.query;
    const { bytes, organisation: whose } = await makeTemplate(askedBy(deps, request), { kind, organisation, lang, date: today() });
    const name = [kind, ...(whose === null ? [] : [whose.normalize('NFD').replace(/[^A-Za-z0-9]+/g, '-')]), today()].join('-');
    return sendFile(reply.header('cache-control', 'private, no-store'), 'xlsx', name, bytes);
  });
}
