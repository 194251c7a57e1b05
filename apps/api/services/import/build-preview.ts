import { type BatchChange, listAddedRecords, listChangedRecords, namesOfIds } from '#db/stores/batch-changes';
import type { Handle } from '#db/stores/handle';
import { listTouchedAreas } from '#db/stores/touched-areas';
import type { ContinuedRow } from '../matching/continue-initiatives';
import { describeFields, namedIds } from './describe-fields';
import type { ImportPreview } from './import-report';
import type { DeclaredPlace } from './note-placement';
import { outlinesOf } from './preview-outlines';
import type { StagedRow } from './staged-row';

const CHANGES_SHOWN = 200;
/** Of the changes shown, so many at least are kept for what is new. */
const ADDED_SHOWN = 50;
const POINTS_SHOWN = 2000;

type Change = ImportPreview['changes'][number];
type Point = ImportPreview['points'][number];

export interface PreviewInput {
  readonly batchId: string;
  readonly rows: readonly StagedRow[];
  readonly continued: readonly ContinuedRow[];
  /** Where the declared area is, of rows whose position lies outside it. */
  readonly declared: ReadonlyMap<StagedRow, DeclaredPlace>;
}

/** What a batch changes, for a person to look at before anything is kept: ask inside its transaction, after everything is saved. */
export async function buildPreview(transaction: Handle, { batchId, rows, continued, declared }: PreviewInput): Promise<ImportPreview> {
  const changed = await listChangedRecords(transaction, batchId, CHANGES_SHOWN);
  const added = await listAddedRecords(transaction, batchId, CHANGES_SHOWN);
  const shownChanged = inFileOrder(changed).slice(0, CHANGES_SHOWN - Math.min(ADDED_SHOWN, added.length));
  const names = await namesOfIds(transaction, namedIds(shownChanged));
  const matched = new Map(continued.map((row) => [row.initiativeId, row]));
  return {
    changes: [
      ...shownChanged.map((change) => describe(change, 'changed', names, matched)),
      ...inFileOrder(added).slice(0, CHANGES_SHOWN - shownChanged.length).map((change) => describe(change, 'added', names, matched)),
    ],
    points: pointsOf(rows, declared),
    areas: await listTouchedAreas(transaction, batchId),
    outlines: outlinesOf(rows),
  };
}

/** Rows of the file first, in their order; then what they only name. */
const inFileOrder = (changes: readonly BatchChange[]): BatchChange[] => [...changes].sort((a, b) => (a.sourceRow ?? Infinity) - (b.sourceRow ?? Infinity) || (a.id < b.id ? -1 : 1));

function describe(change: BatchChange, kind: Change['change'], names: ReadonlyMap<string, string>, matched: ReadonlyMap<string, ContinuedRow>): Change {
  const match = matched.get(change.id);
  return {
    change: kind,
    recordKind: change.recordKind,
    row: change.sourceRow,
    label: change.label,
    areaName: change.areaName,
    fields: describeFields(change, names),
    matchedTo: match === undefined ? null : { label: match.standing.title, source: match.standing.source, score: match.score, reasons: [...match.reasons] },
  };
}

/** Positions that the file brings; those that a person should look at first. */
function pointsOf(rows: readonly StagedRow[], declared: ReadonlyMap<StagedRow, DeclaredPlace>): Point[] {
  const flagged: Point[] = [];
  const plain: Point[] = [];
  for (const row of rows) {
    if (row.outcome === 'pending' || row.outcome === 'refused') continue;
    const flag = row.issues.find(({ code }) => code === 'outsideDeclaredArea' || code === 'outsideAllAreas')?.code ?? null;
    for (const { kind, record } of row.records) {
      if ((kind !== 'structure' && kind !== 'place') || record.lngLat === null) continue;
      const place = declared.get(row);
      const outcome = row.outcome === 'unchanged' ? 'unchanged' : (row.effect ?? 'added');
      (flag === null ? plain : flagged).push({ row: row.row, label: record.name, lngLat: record.lngLat, outcome, flag, declaredAt: place?.declaredAt ?? null, declaredName: place?.declaredName ?? null });
    }
  }
  // New and changed before unchanged: that is what will move.
  plain.sort((a, b) => Number(a.outcome === 'unchanged') - Number(b.outcome === 'unchanged'));
  return [...flagged, ...plain].slice(0, POINTS_SHOWN);
}
