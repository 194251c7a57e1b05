import type { RecordKind } from '#domain/record-kinds';
import { fieldsByKind, type TableRecordKind } from '#interchange/fields/field-names';
import { usePageState } from '../../state/use-page-state';

const hasFields = (kind: string): kind is TableRecordKind => kind in fieldsByKind;

/** A field as the templates head its column; one that no column holds keeps its own name. */
export function useFieldLabel(): (kind: RecordKind | TableRecordKind, name: string) => string {
  const language = usePageState('lang');
  return (kind, name) => {
    if (!hasFields(kind)) return name;
    const found = fieldsByKind[kind].find((field) => field.name === name) ?? fieldsByKind[kind].find((field) => field.recordField === name);
    return found?.[language] ?? name;
  };
}
