import type { RecordKind } from '#domain/record-kinds';
import type { Field } from '#interchange/fields/field';
import { fieldsByKind, type TableRecordKind } from '#interchange/fields/field-names';
import { useDataWords } from '../../i18n/data-words';
import { useFormat } from '../../i18n/format';
import { termIn } from '../../i18n/terms';
import { usePageState } from '../../state/use-page-state';

const hasFields = (kind: string): kind is TableRecordKind => kind in fieldsByKind;
/** What a record holds as one thing, and tables say in several columns or in none. */
const WHOLE = ['geometry', 'lngLat', 'areaCode', 'areaName', 'codes', 'services', 'trainedStaff', 'stockLines', 'population', 'functionality', 'accessibility'] as const;

const exactField = (kind: RecordKind | TableRecordKind, name: string): Field | undefined => (hasFields(kind) ? fieldsByKind[kind].find((field) => field.name === name) : undefined);
const filledField = (kind: RecordKind | TableRecordKind, name: string): Field | undefined => (hasFields(kind) ? fieldsByKind[kind].find((field) => field.recordField === name) : undefined);

/** A field as the templates head its column; one that no column holds keeps its own name. */
export function useFieldLabel(): (kind: RecordKind | TableRecordKind, name: string) => string {
  const { t } = useDataWords();
  const language = usePageState('lang');
  return (kind, name) => {
    const exact = exactField(kind, name);
    if (exact !== undefined) return exact[language];
    const whole = WHOLE.find((one) => one === name);
    return whole === undefined ? (filledField(kind, name)?.[language] ?? name) : t(`fields.${whole}`);
  };
}

/** A value of a field as people read it: terms for codes, dates and numbers of the language; what is neither stays as it stands in the file. */
export function useFieldValue(): (kind: RecordKind | TableRecordKind, name: string, value: string) => string {
  const format = useFormat();
  const language = usePageState('lang');
  return (kind, name, value) => {
    const found = exactField(kind, name) ?? filledField(kind, name);
    if (found === undefined) return value;
    const { form, list } = found;
    if (form === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return format.shortDate(value);
    if ((form === 'whole' || form === 'amount') && /^\d+$/.test(value)) return format.count(Number(value));
    if (form !== 'list' || list === null) return value;
    return value
      .split('; ')
      .map((code) => (list.codes.includes(code) ? termIn(language, list, code) : code))
      .join('; ');
  };
}
