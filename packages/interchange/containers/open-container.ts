import type { IsoDate } from '#domain/dates';
import { issue, type Issue } from '#domain/issue';
import type { Container } from '../read-result';
import type { Sheet } from '../table';
import { chooseFile, type ArchivedFile } from './choose-file';
import { detectContainer } from './detect-container';
import { tooManyBytes } from './limits';
import { readCsv } from './read-csv';
import type { FeatureFile } from './read-features';
import { readGeopackage } from './read-geopackage';
import { readJson } from './read-json';
import { readKml } from './read-kml';
import { readShapefile } from './read-shapefile';
import { isWorkbook, readWorkbook } from './read-workbook';
import { UnpackBudget, unpackWhole, zipEntries, ZipFault } from './zip-entries';

/** What the bytes hold, whichever container they came in. `sheets`: names of the files of an archive, where one of them is to be chosen. */
export type Content =
  | { readonly kind: 'sheets'; readonly container: Container; readonly sheets: readonly Sheet[]; readonly modifiedOn: IsoDate | null }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'features'; readonly file: FeatureFile }
  | { readonly kind: 'refused'; readonly container: Container | null; readonly sheets: readonly string[]; readonly issue: Issue };

const refused = (found: Issue, container: Container | null = null, sheets: readonly string[] = []): Content => ({ kind: 'refused', container, sheets, issue: found });
const isIssue = (value: object): value is Issue => 'severity' in value;

/** Tells what the bytes are and opens them. An archive has to hold one readable file, or `chosen` names it. Faults are answered as an issue. */
export function openContainer(bytes: Uint8Array, fileName: string, chosen: string | undefined, inArchive = false): Content {
  const detected = detectContainer(bytes, fileName);
  switch (detected.kind) {
    case 'refused':
      return refused(detected.issue);
    case 'zip':
      return openArchive(bytes, chosen, inArchive);
    case 'geotiff':
      return refused(issue('rasterPacked', 'error'), 'geotiff');
    case 'csv': {
      const sheet = readCsv(bytes);
      return isIssue(sheet) ? refused(sheet, 'csv') : { kind: 'sheets', container: 'csv', sheets: [sheet], modifiedOn: null };
    }
    case 'json': {
      const json = readJson(bytes);
      return isIssue(json) ? refused(json) : { kind: 'json', value: json.value };
    }
    case 'kml': {
      const file = readKml(bytes);
      return isIssue(file) ? refused(file, 'kml') : { kind: 'features', file };
    }
    case 'geopackage': {
      const file = readGeopackage(bytes, chosen);
      return 'issue' in file ? refused(file.issue, 'geopackage', file.layers) : { kind: 'features', file };
    }
  }
}

function openArchive(bytes: Uint8Array, chosen: string | undefined, inArchive: boolean): Content {
  try {
    const entries = zipEntries(bytes);
    if (isWorkbook(entries)) {
      const workbook = readWorkbook(entries);
      return isIssue(workbook) ? refused(workbook, 'xlsx') : { kind: 'sheets', container: 'xlsx', ...workbook };
    }
    if (inArchive) return refused(issue('archiveEmpty', 'error', { value: 'ZIP' }));
    const file = chooseFile(entries, chosen);
    return 'issue' in file ? refused(file.issue, null, file.names) : openArchived(file);
  } catch (error) {
    if (!(error instanceof ZipFault)) throw error;
    return refused(archiveFault(error));
  }
}

const archiveFault = (fault: ZipFault): Issue => (fault.kind === 'tooLarge' ? tooManyBytes() : issue(fault.kind === 'locked' ? 'archiveLocked' : 'fileTruncated', 'error', { value: 'ZIP' }));

function openArchived({ entry, beside, name }: ArchivedFile): Content {
  const budget = new UnpackBudget();
  const bytes = unpackWhole(entry, budget);
  if (!/\.shp$/i.test(name)) return openContainer(bytes, name, undefined, true);
  const part = (extension: string): Uint8Array | null => {
    const found = beside.get(extension);
    return found === undefined ? null : unpackWhole(found, budget);
  };
  const file = readShapefile({ shp: bytes, dbf: part('dbf'), prj: part('prj'), cpg: part('cpg') });
  return isIssue(file) ? refused(file, 'shapefile') : { kind: 'features', file };
}
