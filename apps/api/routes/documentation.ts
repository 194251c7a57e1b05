import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { noQuery } from '../contract/queries';
import { type Api, jsonAnswers, sendJson } from './api';

/** OpenAPI 3.1 from the same schemas that check the queries. Register before the routes, or they are not in it. */
export async function documentApi(app: Api): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Jonction',
        version: '0.1.0',
        description: 'Where awareness runs without ready care, and where actors overlap. Errors are application/problem+json with a code; lists page by `after` = `nextCursor`.',
      },
      tags: ['server', 'terms', 'areas', 'structures', 'organisations', 'initiatives', 'gaps', 'whatIf', 'plans', 'overlaps', 'tiles'].map((name) => ({ name })),
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  await app.register(swaggerUi, { routePrefix: '/api/docs', uiConfig: { validatorUrl: null } });
}

export async function openapiRoute(app: Api): Promise<void> {
  app.get('/api/openapi.json', {
    config: { action: 'readRegister' },
    schema: { tags: ['server'], summary: 'This document', querystring: noQuery, response: jsonAnswers(z.record(z.string(), z.unknown())) },
  }, async (_request, reply) => sendJson(reply, Buffer.from(JSON.stringify(app.swagger()))));
}
