import { issue, type Issue } from '#domain/issue';
import type { RawGeometry } from '../geometry-checks';
import { decodeText } from './detect-container';
import { MAX_ROWS, tooManyRows } from './limits';
import type { FeatureFile, RawFeature } from './read-features';
import { storableText, withoutSections, xmlAttribute, xmlText } from './xml-text';

const LONGEST_VALUE = 1_000_000;
const LONGEST_CLOSING = 40;

/** Places of a KML file: names, extended data, points, polygons. Links to other files are not followed, entities not expanded. */
export function readKml(bytes: Uint8Array): FeatureFile | Issue {
  const text = withoutSections(decodeText(bytes), '<!--', '-->');
  if (!/<(?:\w+:)?kml[\s>]/.test(text)) return issue('contentNotAsNamed', 'error', { value: 'HTML/XML', expected: '.kml' });
  if (!/<\/(?:\w+:)?kml>$/.test(text.trimEnd().slice(-LONGEST_CLOSING))) return issue('fileTruncated', 'error', { value: 'KML' });
  const features: RawFeature[] = [];
  for (const placemark of elements(text, 'Placemark')) {
    if (features.length >= MAX_ROWS) return tooManyRows();
    const id = xmlAttribute(placemark.tag, 'id');
    features.push({ row: features.length + 1, id, properties: propertiesOf(placemark.content), geometry: geometryOf(placemark.content) });
  }
  return { container: 'kml', layer: null, crs: null, features };
}

interface Element { readonly tag: string; readonly content: string }

/** Elements of a name that do not stand inside one another. */
function* elements(text: string, name: string): Generator<Element> {
  const opening = new RegExp(`<(?:\\w+:)?${name}(\\s[^<>]*)?(/?)>`, 'g');
  const closing = new RegExp(`</(?:\\w+:)?${name}\\s*>`, 'g');
  for (let open = opening.exec(text); open !== null; open = opening.exec(text)) {
    if (open[2] === '/' || open[1]?.endsWith('/') === true) continue;
    closing.lastIndex = opening.lastIndex;
    const close = closing.exec(text);
    if (close === null) return;
    yield { tag: open[1] ?? '', content: text.slice(opening.lastIndex, close.index) };
    opening.lastIndex = closing.lastIndex;
  }
}

function first(text: string, name: string): Element | null {
  for (const element of elements(text, name)) return element;
  return null;
}
const valueOf = (content: string): string => storableText(xmlText(content).trim()).slice(0, LONGEST_VALUE);

function propertiesOf(content: string): Record<string, string> {
  // The name of the place itself, not of what stands inside of it.
  const own = ['ExtendedData', 'MultiGeometry', 'Style'].reduce((text, name) => withoutSections(text, `<${name}`, `</${name}>`), content);
  const properties: Record<string, string> = {};
  const name = first(own, 'name');
  const description = first(own, 'description');
  if (name !== null) properties['name'] = valueOf(name.content);
  if (description !== null) properties['description'] = valueOf(description.content);
  const extended = first(content, 'ExtendedData')?.content ?? '';
  for (const { tag, content: inside } of elements(extended, 'Data')) set(properties, xmlAttribute(tag, 'name'), valueOf(first(inside, 'value')?.content ?? ''));
  for (const { tag, content: inside } of elements(extended, 'SimpleData')) set(properties, xmlAttribute(tag, 'name'), valueOf(inside));
  return properties;
}

function set(properties: Record<string, string>, name: string | null, value: string): void {
  if (name !== null && name !== '' && name !== '__proto__') properties[name] = value;
}

/** One point, or all polygons as one. Null: none of them. Lines say where a road runs, not where a place lies. */
function geometryOf(content: string): RawGeometry | null {
  const polygons = [...elements(content, 'Polygon')].map(({ content: polygon }) => {
    const outer = [...elements(polygon, 'outerBoundaryIs')].map(ringOf);
    return [...outer, ...[...elements(polygon, 'innerBoundaryIs')].map(ringOf)];
  });
  if (polygons.length > 0) return polygons.length === 1 ? { type: 'Polygon', coordinates: polygons[0] ?? [] } : { type: 'MultiPolygon', coordinates: polygons };
  const point = first(content, 'Point');
  const position = point === null ? undefined : positions(point.content)[0];
  return position === undefined ? null : { type: 'Point', coordinates: position };
}

const ringOf = ({ content }: Element): number[][] => positions(content);

function positions(content: string): number[][] {
  const text = first(content, 'coordinates')?.content ?? '';
  return text.trim().split(/\s+/).filter((tuple) => tuple !== '').map((tuple) => tuple.split(',').slice(0, 2).map(Number));
}
