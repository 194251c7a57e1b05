import { issue, type Issue } from '#domain/issue';
import type { ZipEntry } from './zip-entries';

/** A file of an archive, with those of the same name that belong to it (a shapefile is several). */
export interface ArchivedFile {
  readonly name: string;
  readonly entry: ZipEntry;
  /** By extension in lower case. */
  readonly beside: ReadonlyMap<string, ZipEntry>;
}

const READABLE = /\.(xlsx|xlsm|csv|tsv|ssv|txt|json|geojson|topojson|kml|gpkg|shp)$/i;
/** What programs leave in archives without anybody asking: notes of the system, hidden files, licences. */
const ASIDE = /(^|\/)(__MACOSX\/|\.[^./]|Thumbs\.db|desktop\.ini)|(^|\/)(readme|licen[cs]e|copying)(\.(txt|md))?$/i;
const LONGEST_NAME = 120;
const NAMES_SAID = 10;

/** The name of a file without its folders: what an archive says of paths is never followed. */
const baseName = (name: string): string => name.replace(/^.*\//, '').replace(/\p{C}/gu, '').slice(0, LONGEST_NAME);

/** The one readable file of an archive, or the one that `chosen` names; else why not, with the names that there are. */
export function chooseFile(entries: readonly ZipEntry[], chosen: string | undefined): ArchivedFile | { readonly issue: Issue; readonly names: readonly string[] } {
  const readable = entries.filter(({ name }) => READABLE.test(name) && !ASIDE.test(name));
  const names = readable.map(({ name }) => baseName(name));
  if (readable.length === 0) return { issue: issue('archiveEmpty', 'error', { value: entries.slice(0, NAMES_SAID).map(({ name }) => baseName(name)).join(', ') || null }), names: [] };
  const wanted = readable.length === 1 ? readable : readable.filter(({ name }) => baseName(name) === chosen);
  const [entry] = wanted;
  if (entry === undefined || wanted.length > 1) return { issue: issue('archiveSeveral', 'error', { value: names.slice(0, NAMES_SAID).join(', '), expected: '1' }), names };
  const stem = entry.name.replace(/\.[^.]*$/, '').toLowerCase();
  const beside = entries.filter(({ name }) => name.replace(/\.[^.]*$/, '').toLowerCase() === stem);
  return { name: baseName(entry.name), entry, beside: new Map(beside.map((found) => [found.name.replace(/^.*\./, '').toLowerCase(), found])) };
}
