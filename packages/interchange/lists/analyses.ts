import { normaliseName } from '#domain/normalise-name';
import { normaliseTag } from '../hxl-tags';

/** Analyses that the tool writes: what it worked out from records, which it would only count twice if it read it as records; and lists of what was entered through forms, which is corrected there. */
export type AnalysisName = 'gaps' | 'overlaps' | 'presence' | 'reporting' | 'sessions' | 'kitMovements' | 'missions' | 'closures' | 'sessionCoverage' | 'needs' | 'lapsing' | 'refreshers' | 'compare' | 'whereNext';

/** Columns that only this analysis has: two of them tell it, under their headers, their hashtags or the names of their properties. Empty: others use that name too. */
const TELLING: Readonly<Record<AnalysisName, readonly { readonly header: string; readonly tag: string; readonly key: string }[]>> = {
  gaps: [
    { header: 'Personnes dans l’écart / People in the gap', tag: '#affected+gap', key: 'peopleInGap' },
    { header: 'Personnes, soins incertains / People, care uncertain', tag: '#affected+uncertain', key: 'peopleUncertain' },
    { header: 'Classe / Class', tag: '#status+class', key: '' },
    { header: 'Pourquoi / Why', tag: '#meta+reasons', key: '' },
  ],
  overlaps: [
    { header: 'Recoupement / Overlap', tag: '#meta+overlap', key: 'overlapKind' },
    { header: 'Jours en commun / Days in common', tag: '#meta+days', key: 'overlapDays' },
    { header: 'Force, 0 à 1 / Strength, 0 to 1', tag: '#meta+strength', key: '' },
    { header: 'Lecture / Reading', tag: '#meta+verdict', key: '' },
  ],
  // As HDX HAPI names its columns, whose own files are records of others: only what HAPI does not have tells ours.
  presence: [
    { header: 'health_zone_code', tag: '', key: 'healthZoneCode' },
    { header: 'initiatives', tag: '', key: 'initiatives' },
    { header: 'org_type_description', tag: '', key: 'orgType' },
    { header: 'reference_period_start', tag: '', key: 'periodStart' },
  ],
  reporting: [
    { header: 'Rapport du mois / Report of the month', tag: '#status+report', key: '' },
    { header: 'Initiatives ouvertes / Open initiatives', tag: '#activity+open+num', key: 'openInitiatives' },
    { header: 'Lignes rapportées dans le mois / Rows reported in the month', tag: '#activity+reported+num', key: 'reportedRows' },
  ],
  sessions: [
    { header: 'Session', tag: '#activity+session+name', key: '' },
    { header: 'État de la session / Status of the session', tag: '#status+session', key: '' },
    { header: 'Structures d’origine / Structures of origin', tag: '#loc+origin+name', key: '' },
  ],
  kitMovements: [
    { header: 'Mouvement de kits / Movement of kits', tag: '#activity+movement', key: '' },
    { header: 'Réponse à la livraison / Answer to the delivery', tag: '#status+proposal', key: '' },
  ],
  missions: [
    { header: 'Ce jour-là / On that day', tag: '#status+mission', key: '' },
    { header: 'Rayon, km / Radius, km', tag: '#geo+radius+km', key: '' },
    { header: 'Personnes soignées / People treated', tag: '#reached+treated', key: '' },
  ],
  closures: [
    { header: 'Fermeture / Closure', tag: '#event+closure+name', key: '' },
    { header: 'Effet sur les déplacements / Effect on movement', tag: '#access+effect', key: 'effect' },
    { header: 'En vigueur ce jour-là / In force on that day', tag: '#status+closure', key: 'inForce' },
  ],
  sessionCoverage: [
    { header: 'Sessions tenues / Sessions held', tag: '#activity+held+num', key: '' },
    { header: 'Sessions non comptées par sexe / Sessions not counted by sex', tag: '#reached+sex+notcounted', key: '' },
  ],
  needs: [
    { header: 'Ce qui la sépare de la préparation / What stands between it and readiness', tag: '#need+readiness', key: 'need' },
    { header: 'Personnes qui sortiraient de l’écart / People who would leave the gap', tag: '#affected+gain+gap', key: 'leaveGap' },
    { header: 'Personnes qui sortiraient de l’angle mort / People who would leave the blind spot', tag: '#affected+gain+blindspot', key: 'leaveBlindSpot' },
  ],
  lapsing: [
    { header: 'Prête jusqu’au / Ready until', tag: '#date+lapse', key: '' },
    { header: 'Jours restants / Days left', tag: '#status+lapse+days', key: 'daysLeft' },
    { header: 'Critères qui cessent, avec leur dernier jour / Criteria that run out, with their last day', tag: '#need+lapse', key: '' },
  ],
  refreshers: [
    { header: 'Formation valable jusqu’au / Training valid until', tag: '#date+training+end', key: 'validUntil' },
    { header: 'Recyclage en retard / Refresher overdue', tag: '#status+refresher+overdue', key: 'overdue' },
    { header: 'Assez d’autres personnes formées / Enough other trained staff', tag: '#status+refresher+enough', key: 'enoughWithout' },
  ],
  compare: [
    { header: 'Selon la première norme / By the first standard', tag: '#status+standard+a', key: '' },
    { header: 'Selon la seconde norme / By the second standard', tag: '#status+standard+b', key: '' },
    { header: 'Critères qui font la différence / Criteria that make the difference', tag: '#need+difference', key: '' },
  ],
  whereNext: [
    { header: 'Rang parmi les choisies / Place among the chosen', tag: '#meta+rank+together', key: '' },
    { header: 'Personnes gagnées jusque-là / People gained so far', tag: '#affected+gain+total', key: '' },
    { header: 'Personnes gagnées seule / People gained alone', tag: '#affected+gain+alone', key: 'rankAlone' },
  ],
};
/** Of presence all of them: its columns are common, one by one. */
const ENOUGH: Readonly<Record<AnalysisName, number>> = { gaps: 2, overlaps: 2, presence: 4, reporting: 2, sessions: 2, kitMovements: 2, missions: 2, closures: 2, sessionCoverage: 2, needs: 2, lapsing: 2, refreshers: 2, compare: 2, whereNext: 2 };

const names = Object.keys(TELLING) as AnalysisName[];

/** The analysis of ours that columns with these headers (in compared form) and hashtags are; null: none. */
export function analysisOf(keys: readonly string[], tags: readonly (string | null)[] | null): AnalysisName | null {
  const heads = new Set(keys);
  const tagged = new Set((tags ?? []).flatMap((tag) => (tag === null ? [] : [normaliseTag(tag)])));
  const found = (name: AnalysisName, holds: (column: (typeof TELLING)[AnalysisName][number]) => boolean): boolean => TELLING[name].filter(holds).length >= ENOUGH[name];
  return names.find((name) => found(name, ({ header }) => heads.has(normaliseName(header))) || found(name, ({ tag }) => tagged.has(normaliseTag(tag)))) ?? null;
}

/** The same for features, by the names of their properties. */
export function analysisOfProperties(properties: readonly string[]): AnalysisName | null {
  const held = new Set(properties);
  return names.find((name) => TELLING[name].filter(({ key }) => held.has(key)).length >= ENOUGH[name]) ?? null;
}
