import { kitMovementKinds } from '#domain/vocabularies/programmes';
import { stockItems } from '#domain/vocabularies/structures';
import { useEntryStart } from '../../api/entries';
import { useKitMovements, type KitMovementItem } from '../../api/programmes';
import { useCareWords } from '../../i18n/care-words';
import { useTerm } from '../../i18n/terms';
import { BatchFields } from '../assessment/stock-part';
import { Answered } from '../care/answered';
import { EntryFrame, FormSection } from '../forms/entry-frame';
import { DateField, Remarks, SelectField, TextField } from '../forms/fields';
import { LineList } from '../forms/line-list';
import { StructurePicker, type PickedStructure } from '../forms/structure-picker';
import { today } from '../forms/today';
import { useDraft } from '../forms/use-draft';
import { blankLine, blankMovement, readMovement, typedMovement, type MovementKind, type TypedMovement } from './typed-movement';

interface Props {
  kind: MovementKind;
  /** The structure that the form was opened from; null: to be chosen. */
  structureId: string | null;
  /** The movement to correct; null: a new one. */
  record: string | null;
  onClose: () => void;
}

/** Kits that came in, were given out, or were lost, batch by batch. */
export default function MovementForm({ kind, structureId, record, onClose }: Props) {
  const { t } = useCareWords();
  const movements = useKitMovements();
  if (record !== null) {
    return (
      <Answered query={movements} loading={t('form.loading')}>
        {({ items }) => <Filled kind={kind} structure={null} item={items.find(({ id }) => id === record) ?? null} onClose={onClose} />}
      </Answered>
    );
  }
  return structureId === null ? <Filled kind={kind} structure={null} item={null} onClose={onClose} /> : <OfStructure kind={kind} id={structureId} onClose={onClose} />;
}

function OfStructure({ kind, id, onClose }: { kind: MovementKind; id: string; onClose: () => void }) {
  const { t } = useCareWords();
  return (
    <Answered query={useEntryStart(id)} loading={t('form.loading')}>
      {({ structure }) => <Filled kind={kind} structure={{ id: structure.id, name: structure.name }} item={null} onClose={onClose} />}
    </Answered>
  );
}

function Filled({ kind, structure, item, onClose }: { kind: MovementKind; structure: PickedStructure | null; item: KitMovementItem | null; onClose: () => void }) {
  const { t } = useCareWords();
  const term = useTerm();
  const draft = useDraft<TypedMovement>(`${kind}.${item?.id ?? structure?.id ?? 'new'}`, item === null ? blankMovement(structure, today()) : typedMovement(item));
  const { value: typed, change } = draft;
  return (
    <EntryFrame
      draft={draft}
      place={{ form: kind, structure: structure?.id ?? null, record: item?.id ?? null }}
      title={t(`kit.form.${kind}`)}
      about={<p className="note">{t(`kit.formNote.${kind}`)}</p>}
      reading={readMovement(typed, kind, item?.id ?? null, today())}
      onClose={onClose}
    >
      <FormSection title={t('programme.whenWhere')}>
        <StructurePicker path="structureId" value={typed.structure} onChange={(chosen) => change({ structure: chosen })} />
        <DateField path="on" label={term(kitMovementKinds, kind)} value={typed.on} onChange={(on) => change({ on })} />
        {kind === 'delivery' ? <TextField path="organisation" label={t('kit.supplier')} placeholder={t('form.unknown')} value={typed.organisation} onChange={(organisation) => change({ organisation })} /> : null}
      </FormSection>
      <FormSection title={t('kit.lines')} note={t('kit.linesNote')}>
        <LineList label={t('kit.lines')} lines={typed.lines} blank={blankLine} addWords={t('kit.addLine')} onChange={(lines) => change({ lines })}>
          {(line, set, index) => (
            <>
              <SelectField wide path={`lines.${String(index)}.item`} label={t('kit.item')} value={line.item} options={stockItems.codes.map((code) => ({ code, label: term(stockItems, code) }))} onChange={(chosen) => set({ item: chosen })} />
              <BatchFields line={line} path={`lines.${String(index)}`} onChange={set} />
            </>
          )}
        </LineList>
        <Remarks path="lines" />
      </FormSection>
    </EntryFrame>
  );
}
