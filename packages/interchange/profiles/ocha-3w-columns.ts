/** What a 3W workbook says in columns; the headers differ by year and hand. */
export interface Ocha3wColumns {
  readonly title: number;
  readonly cluster: number;
  readonly targetGroup: number;
  readonly status: number;
  readonly donor: number;
  readonly budget: number;
  readonly start: number;
  readonly end: number;
  readonly people: number;
  readonly comment: number;
  readonly provinceCode: number;
  readonly provinceName: number;
  readonly territoryCode: number;
  readonly territoryName: number;
  readonly zoneCode: number;
  readonly zoneName: number;
  readonly organisation: number;
  readonly organisationType: number;
  readonly acronym: number;
  readonly projectId: number;
}
type Field = keyof Ocha3wColumns;

/** Known wordings of each header, in compared form. `exact`: more words make it another column (`Province_ZS` is not `Province`). */
const WORDINGS: Readonly<Record<Field, { readonly words: readonly string[]; readonly exact?: true }>> = {
  title: { words: ['nom activite', 'nom de l activite', 'nom du projet', 'nom projet', 'titre du projet', 'project title', 'project name', 'activity name'] },
  cluster: { words: ['cluster'] },
  targetGroup: { words: ['type de beneficiaires', 'type beneficiaires', 'beneficiary type'] },
  status: { words: ['etat projet', 'etat du projet', 'statut du projet', 'statut projet', 'statut', 'project status', 'status'] },
  donor: { words: ['bailleur', 'bailleurs', 'donor'] },
  budget: { words: ['budget'] },
  start: { words: ['date debut', 'date de debut', 'start date'] },
  end: { words: ['date fin', 'date de fin', 'end date'] },
  people: { words: ['nombre beneficiaires directs', 'nombre beneficiaires', 'nombre de beneficiaires', 'number of beneficiaries'] },
  comment: { words: ['commentaire', 'commentaires', 'comments', 'comment', 'observations'] },
  provinceCode: { words: ['code province', 'pcode province', 'code de la province', 'admin1 pcode'] },
  provinceName: { words: ['province'], exact: true },
  territoryCode: { words: ['code territoire', 'pcode territoire', 'admin2 pcode'] },
  territoryName: { words: ['territoire'], exact: true },
  zoneCode: { words: ['pcode zs', 'pcode zone de sante', 'code zs', 'code zone de sante'] },
  zoneName: { words: ['zone de sante', 'zone sante'], exact: true },
  organisation: { words: ['nom organization', 'nom organisation', 'nom de l organisation', 'organisation', 'organization name'] },
  organisationType: { words: ['type organisation', 'type organization', 'type d organisation', 'organization type'] },
  acronym: { words: ['acronyme', 'acronym', 'sigle'] },
  projectId: { words: ['id projet', 'project id'] },
};

/** Number of letters to change, add or drop to turn one text into the other. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      current.push(Math.min((previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}

const NO_MATCH = Infinity;
/** One slip of the pen in about eight letters: `code terrtoire` is meant for `code territoire`, `date fin` is not for `date debut`. */
const LETTERS_PER_SLIP = 8;

/** How well a header fits a wording: 0 word for word, 1 with an explanation after it, more with misspellings. */
function fit(key: string, words: string, exact: boolean): number {
  if (key === words) return 0;
  if (!exact && key.startsWith(`${words} `)) return 1;
  const start = exact ? key : key.split(' ').slice(0, words.split(' ').length).join(' ');
  const distance = editDistance(start, words);
  return distance <= Math.floor(words.length / LETTERS_PER_SLIP) ? 1 + distance : NO_MATCH;
}

/** Finds the columns of a 3W workbook, the best fit first; -1 where there is none. A header serves one field only. */
export function findOcha3wColumns(keys: readonly string[]): Ocha3wColumns {
  const fits = (Object.keys(WORDINGS) as Field[]).flatMap((field) => {
    const { words, exact } = WORDINGS[field];
    return keys.map((key, column) => ({ field, column, score: Math.min(...words.map((wording) => fit(key, wording, exact === true))) }));
  });
  const columns: Record<Field, number> = { title: -1, cluster: -1, targetGroup: -1, status: -1, donor: -1, budget: -1, start: -1, end: -1, people: -1, comment: -1, provinceCode: -1, provinceName: -1, territoryCode: -1, territoryName: -1, zoneCode: -1, zoneName: -1, organisation: -1, organisationType: -1, acronym: -1, projectId: -1 };
  const taken = new Set<number>();
  for (const { field, column } of fits.filter((candidate) => candidate.score < NO_MATCH).sort((a, b) => a.score - b.score || a.column - b.column)) {
    if (columns[field] >= 0 || taken.has(column)) continue;
    columns[field] = column;
    taken.add(column);
  }
  return columns;
}

/** Whether the headers are those of a 3W: who, what, where by code or name, and when or in which state. */
export function recognisesOcha3w(keys: readonly string[]): boolean {
  const columns = findOcha3wColumns(keys);
  const has = (...fields: Field[]): boolean => fields.some((field) => columns[field] >= 0);
  return has('title') && has('organisation') && has('provinceCode', 'territoryCode', 'zoneCode', 'provinceName', 'territoryName', 'zoneName') && has('start', 'end', 'status');
}
