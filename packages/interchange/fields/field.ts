import type { AreaType } from '#domain/records';
import type { Vocabulary } from '#domain/vocabulary';

/** How the cells of a field are written: `list` takes the French or English label or the code of a vocabulary. */
export type FieldForm = 'text' | 'longText' | 'date' | 'whole' | 'amount' | 'coordinate' | 'list' | 'area';

/** One thing that a column of a table can say of a record. */
export interface Field {
  /** Unique among the fields of its kind of record; what a column mapping names. */
  readonly name: string;
  /** Header of its column. */
  readonly fr: string;
  readonly en: string;
  /** HXL tag and attributes, for writing; reading matches looser (`hxl-fields.ts`). Unique among the fields of its kind of record. */
  readonly tag: string;
  readonly form: FieldForm;
  /** The code list of a `list`. */
  readonly list: Vocabulary | null;
  /** Several values in one cell, written and read by `list-cells.ts` (`; ` between them). */
  readonly several: boolean;
  /** Level and part of an `area` field: the code, or the name. A name cell may also hold `Name (CODE)`: then the code counts. */
  readonly area: { readonly level: AreaType; readonly part: 'code' | 'name' } | null;
  /** Key of the record that it fills, alone or with others, for `only`; null: it identifies or places the record. */
  readonly recordField: string | null;
  /** A row without it is refused. */
  readonly required: boolean;
  /** Stands in the template by default. */
  readonly template: boolean;
}

type Options = Partial<Pick<Field, 'list' | 'several' | 'recordField' | 'required' | 'template' | 'area'>>;

/** Declares a field; it fills the key of its own name unless said otherwise. */
export const field = (name: string, fr: string, en: string, tag: string, form: FieldForm, options: Options = {}): Field => ({
  name, fr, en, tag, form, list: null, several: false, area: null, recordField: name, required: false, template: true, ...options,
});

/** The same for a value of a code list. */
export const listField = (name: string, fr: string, en: string, tag: string, list: Vocabulary, options: Options = {}): Field => field(name, fr, en, tag, 'list', { list, ...options });

const LEVELS: readonly (readonly [key: string, level: AreaType, fr: string, en: string, tag: string])[] = [
  ['country', 'country', 'Pays', 'Country', '#country'],
  ['province', 'province', 'Province', 'Province', '#adm1'],
  ['territory', 'territory', 'Territoire', 'Territory', '#adm2'],
  ['healthZone', 'healthZone', 'Zone de santé', 'Health zone', '#adm3'],
  ['healthArea', 'healthArea', 'Aire de santé', 'Health area', '#adm4'],
];

/** Where: two fields a level, `provinceName` and `provinceCode`, coarsest first. `several`: a record may lie in more than one. */
export const areaFields = (recordField: string | null, several: boolean): Field[] =>
  LEVELS.flatMap(([key, level, fr, en, tag]) => [
    field(`${key}Name`, fr, en, `${tag}+name`, 'area', { area: { level, part: 'name' }, recordField, several, template: level !== 'country' }),
    field(`${key}Code`, `Code ${fr.toLowerCase()}`, `${en} code`, `${tag}+code`, 'area', { area: { level, part: 'code' }, recordField, several, template: false }),
  ]);

const PEOPLE = [
  ['Women', 'femmes', 'women', '+f+adults'],
  ['Men', 'hommes', 'men', '+m+adults'],
  ['Girls', 'filles', 'girls', '+f+children'],
  ['Boys', 'garçons', 'boys', '+m+children'],
  ['Total', 'total', 'total', ''],
] as const;

/** People by group: `targetedWomen` … `targetedTotal`. Empty is not zero. */
export const peopleFields = (key: 'targeted' | 'reached', fr: string, en: string): Field[] =>
  PEOPLE.map(([group, groupFr, groupEn, attributes]) => field(`${key}${group}`, `${fr}\u202f: ${groupFr}`, `${en}: ${groupEn}`, `#${key}${attributes}`, 'whole', { recordField: key }));
