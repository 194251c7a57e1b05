import type { DecisionRecord } from '#domain/records';

type Verdict = Pick<DecisionRecord, 'verdict' | 'reason' | 'decidedBy' | 'decidedOn'> & { readonly titles: readonly [string, string] };

/** What the invented working groups said about pairs that the tool flags, by the titles of the two initiatives. */
export const decisions: readonly Verdict[] = [
  { titles: ['Campagne porte-à-porte « Soins gratuits, sans délai » à Butembo', 'Information des ménages sur les soins après un viol, ville de Butembo'], verdict: 'duplication', reason: 'Mêmes ménages visités deux fois en trois semaines ; partage des communes demandé aux deux acteurs.', decidedBy: 'Groupe de travail protection et prévention, Nord-Kivu (exercice)', decidedOn: '2025-05-14' },
  { titles: ['Établissements scolaires de Bukavu : connaître ses droits et les soins', 'Bukavu : étudiants et élèves informent leurs pairs'], verdict: 'complementary', reason: 'Écoles différentes : liste échangée le 6 mai.', decidedBy: 'Groupe de travail protection et prévention, Sud-Kivu (exercice)', decidedOn: '2025-05-07' },
  { titles: ['Suivi individuel des survivantes de Bukavu', 'Référencement des survivantes de Bukavu et Kalehe'], verdict: 'notOverlap', reason: 'L’un suit, l’autre oriente seulement.', decidedBy: 'Groupe de travail assistance multisectorielle, Sud-Kivu (exercice)', decidedOn: '2025-04-23' },
];
