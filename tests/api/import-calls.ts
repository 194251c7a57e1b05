import type { ImportAnswer } from '#api/contract/imports';
import type { OpenApp } from './open-app';

/** Hands a file to the server as a page does, and answers what it answered. */
export async function postFile(api: OpenApp, fileName: string, bytes: Uint8Array | string, fields: Readonly<Record<string, string>> = {}, query = ''): Promise<{ status: number; body: ImportAnswer & { code?: string } }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  form.append('file', new Blob([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)]), fileName);
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  const response = await api.app.inject({
    method: 'POST', url: `/api/imports${query}`, headers: { 'content-type': request.headers.get('content-type') ?? '' }, payload: Buffer.from(await request.arrayBuffer()),
  });
  return { status: response.statusCode, body: response.json() };
}

/** A call about an import: the answer in JSON, or the text of a file. */
export async function callImport(api: OpenApp, method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object): Promise<{ status: number; body: ImportAnswer & { code?: string }; text: string }> {
  const response = await api.app.inject({ method, url: `/api/imports${path}`, ...(payload === undefined ? {} : { payload }) });
  return { status: response.statusCode, body: (response.body.startsWith('{') ? response.json() : null)!, text: response.body };
}
