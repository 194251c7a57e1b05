import { listProgrammes } from '#db/stores/programme-reading';
import { isCoordination } from '#domain/viewer';
import type { ScenariosAnswer } from '../../contract/what-if';
import type { StructureSources } from '../structure-lists';
import { enteredOf } from './shown-programme';

/** Scenarios that this viewer may see, the latest first. Of one that changes what a viewer may not see, that viewer learns nothing. */
export async function scenarioList({ database, engine, viewer, watch }: StructureSources): Promise<ScenariosAnswer> {
  const { dataVersion, exercise } = watch.state();
  const stored = await listProgrammes(database.kysely, viewer, 'scenario');
  const known = await engine.ask(viewer, 'changesKnown', { changes: stored.map(({ record }) => record.changes) });
  const items = stored.map((item, at): ScenariosAnswer['items'][number] => {
    const { name, question, changes, savedOn, tier } = item.record;
    return { id: item.id, name, question, changes, savedOn, tier, entered: enteredOf(item), known: known[at] === true };
  });
  return { dataVersion, exercise, items: isCoordination(viewer) ? items : items.filter((one) => one.known) };
}
