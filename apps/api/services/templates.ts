import { askTypescriptWorker } from '#db/drivers/typescript-worker';
import { areaIndex } from '#db/stores/areas';
import type { Handle } from '#db/stores/handle';
import { type ReadableKind, readRecordsByKey, type RecordOfKind, type RecordReader } from '#db/stores/read-records';
import { structureId } from '#db/stores/structures';
import { getTemplateOrganisation, templateKeys, type TemplateOrganisation } from '#db/stores/template-rows';
import type { AssessmentRecord } from '#domain/records';
import type { TableRecordKind } from '#interchange/fields/field-names';
import { assessmentCells, type CellWriter, initiativeCells, type RecordCells, stockCells, structureCells } from '#interchange/write-record-cells';
import type { TemplateContent } from '#interchange/write-template';
import type { TemplateKind } from '../contract/queries';
import { Problem } from '../problem';
import { areaPlaces } from './exports/area-places';
import type { ListSources } from './lists';

const RECORD_KINDS: Readonly<Record<TemplateKind, TableRecordKind>> = { initiatives: 'initiative', structures: 'structure', assessments: 'assessment', stock: 'stock' };

export interface TemplateQuestion {
  readonly kind: TemplateKind;
  /** Id of the organisation; undefined: an empty template. */
  readonly organisation: string | undefined;
  readonly lang: 'fr' | 'en';
  readonly date: string;
}

/** A workbook of the rows of one organisation, to correct, continue and send back. Only for the coordination: it holds whole records. */
export async function makeTemplate(sources: ListSources, { kind, organisation, lang, date }: TemplateQuestion): Promise<{ readonly bytes: Uint8Array; readonly organisation: string | null }> {
  const { viewer } = sources;
  if (viewer === 'public') throw new Problem('forbidden');
  const db = sources.database.kysely;
  const whose = organisation === undefined ? null : await getTemplateOrganisation(db, viewer, organisation);
  if (organisation !== undefined && whose === null) throw new Problem('notFound');
  const areas = await areaIndex(db);
  const rows = whose === null ? [] : await rowsOf(db, viewer, kind, whose, { lang, ...areaPlaces(areas) });
  const name = whose === null ? null : (whose.acronym ?? whose.name);
  const content: TemplateContent = { recordKind: RECORD_KINDS[kind], lang, rows, areas: areas.map(({ codes: _, ...area }) => area), organisation: whose?.name ?? null, date, exercise: sources.watch.state().exercise };
  return { bytes: await writeInThread(content), organisation: name };
}

async function rowsOf(db: Handle, viewer: RecordReader, kind: TemplateKind, whose: TemplateOrganisation, writer: CellWriter): Promise<RecordCells[]> {
  if (kind === 'initiatives') return inOrder('initiative', await templateKeys.initiatives(db, viewer, whose), (record) => [initiativeCells(record, writer)]);
  if (kind === 'structures') return inOrder('structure', await templateKeys.structures(db, viewer, whose), (record) => [structureCells(record, writer)]);
  const keys = await templateKeys.assessments(db, viewer, whose, kind === 'stock');
  const assessments = await readRecordsByKey(db, viewer, 'assessment', keys);
  const about = ({ structureScheme, structureExternalId }: AssessmentRecord): string => structureId(structureScheme, structureExternalId);
  const structures = await readRecordsByKey(db, viewer, 'structure', [...assessments.values()].map(about));
  return keys.flatMap((key) => {
    const record = assessments.get(key);
    if (record === undefined) return [];
    const structure = structures.get(about(record)) ?? null;
    return kind === 'stock' ? stockCells(record, structure, writer) : [assessmentCells(record, structure, writer)];
  });

  async function inOrder<Kind extends ReadableKind>(recordKind: Kind, ids: readonly string[], cells: (record: RecordOfKind<Kind>) => RecordCells[]): Promise<RecordCells[]> {
    const records = await readRecordsByKey(db, viewer, recordKind, ids);
    return ids.flatMap((id) => {
      const record = records.get(id);
      return record === undefined ? [] : cells(record);
    });
  }
}

/** In a thread of its own: the lists of a country are 8,000 areas. */
const writeInThread = (content: TemplateContent): Promise<Uint8Array> => askTypescriptWorker(new URL('./exports/write-template-worker.ts', import.meta.url), content);
