import type { Field } from './fields/field';
import type { TableRecordKind } from './fields/field-names';

interface About {
  readonly recordKind: TableRecordKind;
  readonly lang: 'fr' | 'en';
  readonly organisation: string | null;
  readonly date: string;
}
type Line = readonly [label: string, text: string];

const TITLES: Readonly<Record<TableRecordKind, { readonly fr: string; readonly en: string }>> = {
  initiative: { fr: 'Initiatives', en: 'Initiatives' },
  structure: { fr: 'Structures', en: 'Structures' },
  assessment: { fr: 'Évaluations', en: 'Assessments' },
  stock: { fr: 'Stocks', en: 'Stock' },
  organisation: { fr: 'Organisations', en: 'Organisations' },
  area: { fr: 'Découpage', en: 'Units' },
  population: { fr: 'Population', en: 'Population' },
};

const FORMS: Readonly<Record<Field['form'], { readonly fr: string; readonly en: string }>> = {
  text: { fr: 'Texte.', en: 'Text.' },
  longText: { fr: 'Texte. Rien qui permette de reconnaître une personne.', en: 'Text. Nothing by which a person could be recognised.' },
  date: { fr: 'Date, AAAA-MM-JJ.', en: 'Date, YYYY-MM-DD.' },
  whole: { fr: 'Nombre entier. Vide\u202f: non connu\u202f; 0\u202f: compté, et il n’y en a pas.', en: 'Whole number. Empty: not known; 0: counted, and there is none.' },
  amount: { fr: 'Nombre, 0 ou plus.', en: 'Number, 0 or more.' },
  coordinate: { fr: 'Degrés décimaux, par exemple -1,6585.', en: 'Decimal degrees, for example -1.6585.' },
  list: { fr: 'À choisir dans la liste.', en: 'Chosen from the list.' },
  area: { fr: 'À choisir dans la liste, du plus grand au plus petit. Seul le niveau le plus fin compte.', en: 'Chosen from the list, from the largest to the smallest. Only the finest level counts.' },
};

const GENERAL = {
  fr: (whose: string, date: string): Line[] => [
    ['Ce classeur', `${whose}, état du ${date}. Corrigez les lignes, ajoutez-en dessous, renvoyez le fichier\u202f: seul ce qui a changé sera chargé.`],
    ['Identifiant', 'Ne le modifiez pas\u202f: il dit quelle ligne est corrigée. Une nouvelle ligne n’en a pas.'],
    ['Lignes 1 à 3', 'Gardez la marque, les titres et les étiquettes HXL. Les colonnes peuvent être déplacées\u202f; une colonne supprimée ne change rien à ce qui est connu.'],
    ['Une ligne supprimée', 'ne supprime rien. Pour dire qu’une activité est terminée, changez son état.'],
    ['Plusieurs valeurs', 'dans une cellule\u202f: séparées par un point-virgule.'],
    ['Ne jamais écrire', 'de nom de personne, de téléphone, de cas, de survivante. Un tel fichier est refusé en entier.'],
  ],
  en: (whose: string, date: string): Line[] => [
    ['This workbook', `${whose}, as of ${date}. Correct the rows, add others below, send the file back: only what changed will be loaded.`],
    ['Identifier', 'Do not change it: it says which row is corrected. A new row has none.'],
    ['Rows 1 to 3', 'Keep the mark, the headers and the HXL tags. Columns may be moved; a column that was deleted changes nothing of what is known.'],
    ['A deleted row', 'deletes nothing. To say that an activity has ended, change its status.'],
    ['Several values', 'in one cell: separated by a semicolon.'],
    ['Never write', 'the name of a person, a telephone number, a case, a survivor. Such a file is refused whole.'],
  ],
} as const;

/** What stands on the sheet of instructions, and the name of the sheet of rows. */
export function instructionsOf({ recordKind, lang, organisation, date }: About, fields: readonly Field[]): { readonly sheetName: string; readonly lines: readonly Line[] } {
  const title = TITLES[recordKind][lang];
  const required = lang === 'fr' ? 'Obligatoire. ' : 'Required. ';
  const lines = [
    ...GENERAL[lang](organisation === null ? title : `${title} – ${organisation}`, date),
    ['', ''] as const,
    ...fields.map((field): Line => [field[lang], `${field.required ? required : ''}${FORMS[field.form][lang]}`]),
  ];
  return { sheetName: title, lines };
}
