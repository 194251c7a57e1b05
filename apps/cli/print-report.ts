import type { ImportOutcome, ImportProgress, ImportReport, IssueGroup } from '#api/services/import/import-report';
import type { Issue } from '#domain/issue';
import { issueMessages } from '#domain/issue-codes';
import type { RecordKind } from '#domain/record-kinds';
import type { ProfileName } from '#interchange/read-result';

const PROFILES: Readonly<Record<ProfileName, string>> = {
  areas: 'contours de zones / area outlines',
  areaTable: 'table de zones / table of areas',
  population: 'population par zone / population by area',
  structuresKwtrp: 'structures de santé, liste KWTRP/OMS / health structures, KWTRP/WHO list',
  structuresHealthsites: 'structures de santé, healthsites.io / health structures, healthsites.io',
  structuresDhis2: 'structures de santé, unités d’organisation DHIS2 / health structures, DHIS2 organisation units',
  structuresFhir: 'structures de santé, FHIR mCSD Location / health structures, FHIR mCSD Location',
  organisationAliases: 'noms d’organisations / names of organisations',
  ocha3w: 'classeur 3W d’OCHA / OCHA 3W workbook',
  hxl: 'table à balises HXL / table with HXL tags',
  template: 'modèle prérempli / pre-filled template',
  ownList: 'liste exportée par l’outil / list exported by the tool',
  assessmentsHerams: 'évaluation de services, HeRAMS / service assessment, HeRAMS',
  stockCounts: 'comptage de stocks / stock count',
  kobo: 'export KoboToolbox ou ODK / KoboToolbox or ODK export',
  mapped: 'table à colonnes désignées / table with mapped columns',
  rasterPopulation: 'grille de population / population raster',
  rasterFriction: 'grille de friction / friction raster',
  exercise: 'données d’exercice / exercise data',
  form: 'saisie dans l’outil / entered in the tool',
};

export const RECORD_KINDS: Readonly<Record<RecordKind, string>> = {
  area: 'zones / areas', population: 'populations', place: 'lieux / places', organisation: 'organisations', structure: 'structures',
  assessment: 'évaluations / assessments', initiative: 'initiatives', decision: 'décisions / decisions',
  trainingSession: 'sessions de formation / training sessions', kitMovement: 'mouvements de kits / movements of kits', mission: 'missions mobiles / mobile missions',
  proposalVerdict: 'réponses à des propositions / answers to proposals', careStandard: 'normes de soins / care standards',
  raster: 'grilles / rasters', movementClosure: 'zones fermées aux déplacements / areas closed to movement', scenario: 'scénarios / scenarios',
};

const OUTCOMES: Readonly<Record<ImportOutcome, string>> = {
  applied: 'Chargé. / Loaded.',
  unchanged: 'Tout était déjà là ; rien n’a changé. / All of it was there already; nothing changed.',
  dryRun: 'Essai à blanc : rien n’a changé. / Dry run: nothing changed.',
  refused: 'REFUSÉ : rien n’a changé. / REFUSED: nothing changed.',
};

const SIGNS = { error: '✗', warning: '!', info: '·' } as const;
const number = new Intl.NumberFormat('fr-FR');
/** Narrow no-break spaces of the locale show as boxes on some consoles. */
export const count = (value: number): string => number.format(value).replaceAll(/\s/g, ' ');

/** The account of one file in words, French then English. `refusedPath` is where the refused rows were written. */
export function describeReport(report: ImportReport, refusedPath: string | null): string {
  const lines = [
    report.fileName,
    `  ${report.profile === null ? 'contenu non reconnu / content not recognised' : PROFILES[report.profile]}${report.reportedOn === null ? '' : ` · ${report.reportedOn}`}`,
    `  lignes / rows ${count(report.rows)} = acceptées / accepted ${count(report.accepted)} + inchangées / unchanged ${count(report.unchanged)} + refusées / refused ${count(report.refused)}`,
    ...(report.raster === null ? [] : describeRaster(report.raster)),
    ...report.records.map(describeRecords),
    ...report.issues.flatMap(describeGroup),
    ...(report.missing.count === 0 ? [] : [describeMissing(report)]),
  ];
  if (refusedPath !== null) lines.push(`  Lignes refusées, à corriger et recharger / Refused rows, to correct and load again: ${refusedPath}`);
  lines.push(`  ${OUTCOMES[report.outcome]} (${(report.durationMs / 1000).toFixed(1)} s)`);
  if (report.outcome === 'refused') lines.push(...adviseRefused(report));
  if (report.besideExercise) {
    lines.push(
      '  Attention : cette base contient aussi les données d’exercice, fictives. Pour des données réelles seules : un autre DATA_DIR, avec EXERCISE=0.',
      '  Mind: this database also holds the exercise data, which are fictional. For real data alone: another DATA_DIR, with EXERCISE=0.',
    );
  }
  return lines.join('\n');
}

/** What a raster holds, and where its people are. */
function describeRaster({ width, height, crs, cellsKnown, min, max, people, peopleOutside, provinces, coarsened }: NonNullable<ImportReport['raster']>): string[] {
  const lines = [`  mailles / cells ${count(width)} × ${count(height)}, ${crs} · ${count(cellsKnown)} avec une valeur / with a value, ${min.toPrecision(3)} – ${max.toPrecision(3)}`];
  if (people !== null) lines.push(`  personnes / people ${count(people)}, dont hors des zones / of whom in no area ${count(peopleOutside ?? 0)}`);
  if (coarsened > 1) lines.push(`  calculée par blocs de / computed by blocks of ${String(coarsened)} × ${String(coarsened)}`);
  return [...lines, ...provinces.map(({ name, people: here, before }) => `    ${name} : ${count(here)} personnes / people${before === null ? '' : ` (jusqu’ici / until now ${count(before)})`}`)];
}

const describeRecords = ({ recordKind, added, changed, unchanged }: ImportReport['records'][number]): string =>
  `    ${RECORD_KINDS[recordKind]} : ${count(added)} nouvelles / new, ${count(changed)} modifiées / changed, ${count(unchanged)} inchangées / unchanged`;

const describeMissing = ({ missing: { count: missing, closed } }: ImportReport): string =>
  closed
    ? `  ${count(missing)} initiatives ne sont plus dans ce fichier ; celles qui étaient ouvertes sont closes. / ${count(missing)} initiatives are no longer in this file; those that were open are closed.`
    : `  ${count(missing)} initiatives d’un fichier précédent ne sont pas dans celui-ci (--complete les clôt). / ${count(missing)} initiatives of an earlier file are not in this one (--complete closes them).`;

function describeGroup(group: IssueGroup): string[] {
  const { fr, en } = issueMessages[group.code];
  return [`  ${SIGNS[group.severity]} ${count(group.count)} × ${group.code} — ${fr} / ${en}`, ...(group.severity === 'info' ? [] : group.examples.slice(0, 3).map((example) => `      ${describeIssue(example)}`))];
}

function describeIssue({ row, column, value, expected }: Issue): string {
  const parts = [];
  if (row !== null) parts.push(`ligne / row ${row}`);
  if (column !== null) parts.push(column.replaceAll(/\s+/g, ' '));
  if (value !== null) parts.push(`« ${value.length > 80 ? `${value.slice(0, 77)}…` : value} »`);
  if (expected !== null) parts.push(`attendu / expected: ${expected}`);
  return parts.join(', ');
}

/** How to go on after a refusal. */
function adviseRefused(report: ImportReport): string[] {
  const lines = [];
  const fileFault = report.issues.some(({ severity, examples }) => severity === 'error' && examples.some(({ row }) => row === null));
  if (!fileFault) {
    lines.push(
      `  Corrigez les lignes refusées, ou ajoutez --accept-partial pour charger les ${count(report.accepted + report.unchanged)} autres.`,
      `  Correct the refused rows, or add --accept-partial to load the other ${count(report.accepted + report.unchanged)}.`,
    );
  }
  if (report.issues.some(({ code, severity }) => severity === 'error' && (code === 'areaCodeUnknown' || code === 'areaNameUnknown')) && report.accepted + report.unchanged === 0) {
    lines.push('  Aucune zone ne correspond : chargez d’abord les zones (provinces, zones de santé). / No area fits: load the areas first (provinces, health zones).');
  }
  return lines;
}

const STEPS: Readonly<Record<ImportProgress['step'], string>> = { read: 'lecture / reading', check: 'contrôle / checking', save: 'enregistrement / saving', place: 'placement des structures / placing structures' };

export const describeProgress = ({ step, done, total }: ImportProgress): string => `${STEPS[step]}${done === 0 ? '' : ` ${count(done)}`}${total === null ? '' : ` / ${count(total)}`}`;
