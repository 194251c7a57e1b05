import type { InjectOptions } from 'fastify';
import type { HostileValues } from './hostile-values';
import type { Operation, Parameter } from './operations';

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Half of a surrogate pair cannot be written in an address: it goes there as the bytes that a careless program would send. */
const encode = (text: string): string => encodeURIComponent(Buffer.from(text).toString());

/** A request that is valid in most of its parts and hostile in some: parameters, address, body, type of the body. */
export function makeRequest(operation: Operation, values: HostileValues): InjectOptions {
  const { method, path, parameters, bodies } = operation;
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encode(asText(values.value(parameters.find((one) => one.in === 'path' && one.name === name)?.schema ?? {}))) || 'x');
  const types = Object.keys(bodies);
  const type = types.length === 0 ? null : values.oneOf(types);
  const url = `${filled}${queryOf(parameters.filter((one) => one.in === 'query'), values)}`;
  const headers = hostileHeaders(values);
  if (method === 'GET' || (type === null && !values.chance(0.2))) return { method, url, headers };
  const { payload, contentType } = type === 'multipart/form-data' ? multipartBody(values) : jsonBody(operation, type, values);
  return { method, url, payload, headers: { ...headers, 'content-type': contentType } };
}

function queryOf(parameters: readonly Parameter[], values: HostileValues): string {
  const pairs = parameters.filter(() => values.chance(0.35)).flatMap(({ name, schema }) => {
    const pair = `${encode(name)}=${values.chance(0.03) ? '%ff%fe%' : encode(asText(values.value(schema)))}`;
    return values.chance(0.05) ? [pair, pair] : [pair];
  });
  if (values.chance(0.05)) pairs.push(`${encode(values.text())}=${encode(values.text())}`);
  if (values.chance(0.02)) pairs.push(...Array.from({ length: 500 }, (_, at) => `a[${at}]=1`));
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}

/** Headers that claim things. Line breaks cannot be sent in a header; everything else can. */
function hostileHeaders(values: HostileValues): Record<string, string> {
  const claims: readonly (readonly [string, string])[] = [
    ['x-forwarded-for', '127.0.0.1'], ['x-forwarded-host', 'evil.example'], ['x-real-ip', '::1'], ['if-none-match', 'W/"\'"'], ['range', 'bytes=0-1,5-9999999999'], ['accept-encoding', 'br;q=nonsense, *;q=-1'],
    ['authorization', 'Bearer ../../etc/passwd'], ['cookie', '__proto__=1; session=%00; a=; =b'], ['accept-language', 'xx,'.repeat(200)], ['x-http-method-override', 'DELETE'], ['accept', 'application/x-unknown'],
  ];
  return Object.fromEntries(values.chance(0.3) ? [values.oneOf(claims)] : []);
}

function jsonBody({ bodies }: Operation, type: string | null, values: HostileValues): { payload: string; contentType: string } {
  const whole = JSON.stringify(values.value((type === null ? undefined : bodies[type]) ?? {}));
  const spoilt: readonly (() => string)[] = [() => whole.slice(0, Math.floor(whole.length / 2)), () => `${whole}}`, () => '[',  () => '['.repeat(20_000), () => '{"a":'.repeat(5000), () => `{"__proto__":{"x":1},${whole.slice(1)}`, () => '', () => 'null', () => '\0', () => '"\\ud800"', () => `"${'a'.repeat(1_200_000)}"`];
  const payload = values.chance(0.2) ? values.oneOf(spoilt)() : whole;
  const contentType = values.chance(0.1) ? values.oneOf(['text/plain', 'application/xml', 'multipart/form-data', 'application/json; charset=utf-16', 'application/x-www-form-urlencoded', 'nonsense', 'application/octet-stream']) : 'application/json';
  return { payload, contentType };
}

/** A file with its fields, broken in the ways in which senders break them. */
function multipartBody(values: HostileValues): { payload: string; contentType: string } {
  const boundary = 'x-boundary';
  const part = (name: string, content: string, fileName?: string): string => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"`}\r\n\r\n${content}\r\n`;
  const name = values.text().replaceAll(/["\r\n]/g, '');
  const file = part('file', values.oneOf(['', 'a,b\n1,2\n', '{"type":"FeatureCollection","features":[]}', '\0\0\0\0', 'PK\u0003\u0004broken', 'II*\0broken', values.text()]), name);
  const ways: readonly (() => string)[] = [
    () => `${file}--${boundary}--\r\n`, () => file, () => `--${boundary}--\r\n`, () => '', () => file.slice(0, Math.floor(file.length / 2)), () => `${file}${file}--${boundary}--\r\n`, () => `${part('profile', values.text())}${file}--${boundary}--\r\n`, () => `${part('__proto__', 'x')}${file}--${boundary}--`, () => `${part('other', 'x', 'x.csv')}--${boundary}--\r\n`,
    () => `${Array.from({ length: 60 }, (_, at) => part(`f${at}`, 'x')).join('')}--${boundary}--\r\n`,
  ];
  return { payload: values.oneOf(ways)(), contentType: values.chance(0.1) ? 'multipart/form-data' : `multipart/form-data; boundary=${values.chance(0.05) ? 'other' : boundary}` };
}
