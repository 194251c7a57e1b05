import { describe, expect, it } from 'vitest';
import { openFresh } from '../../tests/databases';
import { openApp } from '../../tests/api/open-app';

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema?: unknown }[];
  readonly responses: Readonly<Record<string, { readonly description?: string; readonly content?: Readonly<Record<string, { readonly schema?: unknown }>> }>>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** Every call of the public contract that this server offers. */
const CALLS = [
  '/api/areas', '/api/facets', '/api/gaps', '/api/gaps/sweep', '/api/gaps/{code}', '/api/health', '/api/initiatives', '/api/initiatives/{id}', '/api/openapi.json', '/api/organisations', '/api/overlaps',
  '/api/structures', '/api/structures/{id}', '/api/tiles/{layer}/{z}/{x}/{y}.mvt', '/api/vocabularies',
];

function* referencesIn(value: unknown): Generator<string> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === '$ref' && typeof inner === 'string') yield inner;
    else yield* referencesIn(inner);
  }
}

describe('the OpenAPI document', () => {
  it('is of version 3.1, covers every call, and is sound in itself', async () => {
    const { database, discard } = await openFresh.pglite();
    const api = await openApp(database, 'public');
    const document = await api.json<Document>('/api/openapi.json');
    expect(document.openapi).toBe('3.1.0');
    expect(Object.keys(document.paths).sort()).toEqual(CALLS);

    for (const [path, operations] of Object.entries(document.paths)) {
      expect(Object.keys(operations), path).toEqual(['get']);
      const operation = operations['get'];
      expect(operation?.summary, path).toBeTruthy();
      const parameters = operation?.parameters ?? [];
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      expect(parameters.filter((one) => one.in === 'path').map(({ name }) => name).sort(), path).toEqual(inPath);
      expect(parameters.every((one) => one.schema !== undefined && (one.in !== 'path' || one.required === true)), path).toBe(true);
      expect(new Set(parameters.map((one) => `${one.in} ${one.name}`)).size, path).toBe(parameters.length);
      for (const status of ['200', '400', '404', '429', '500', '503']) expect(operation?.responses[status]?.description, `${path} ${status}`).toBeTruthy();
      expect(operation?.responses['400']?.content?.['application/problem+json']?.schema, path).toBeDefined();
    }
    for (const reference of referencesIn(document)) {
      const name = /^#\/components\/schemas\/(\w+)$/.exec(reference)?.[1] ?? '';
      expect(document.components.schemas, reference).toHaveProperty([name]);
    }
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(['Problem', 'GapArea', 'StructureItem', 'OverlapPair']));

    // Each query parameter of the document is known to the server: asking with a wrong value names it as invalid, never as unknown.
    for (const [path, { get }] of Object.entries(document.paths)) {
      for (const { name } of get?.parameters?.filter((one) => one.in === 'query') ?? []) {
        const response = await api.app.inject(`${path.replace('{layer}', 'healthZone').replace(/\{[zxy]\}/g, '0').replace(/\{\w+\}/g, 'a')}?${name}=`);
        expect(response.body, `${path} ${name}`).not.toContain('parameterUnknown');
      }
    }
    await api.close();
    await discard();
  });
});
