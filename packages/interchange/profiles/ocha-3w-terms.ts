import type { InitiativeKind, InitiativeRecord, InitiativeStatus, OrganisationType, TargetGroup, Topic } from '#domain/records';
import { normaliseName } from '#domain/normalise-name';

/**
 * States of a project as the 3W lists them. `Déboursement` says that money flows, not whether the work has begun:
 * it stays unknown, and the dates decide.
 */
const STATUSES: readonly (readonly [RegExp, InitiativeStatus])[] = [
  [/^en cours|^mise en oeuvre|^ongoing|^on going|^implementation|^active$|^en (?:curso|ejecucion|implementacion)|^em (?:curso|andamento|execucao)/, 'ongoing'],
  [/^cloture|^termine|^acheve|^fini|^complet(?:ed|e|ad)|^closed|^finaliz|^terminad|^concluid|^sous rapportage final|^rapportage final/, 'completed'],
  [/^autorisation|^planifi|^planead|^prevu|^planned|^pipeline|^en attente|^non demarre/, 'planned'],
  [/^suspendu|^interrompu|^suspend|^on hold/, 'suspended'],
  [/^annule|^cancel/, 'cancelled'],
];

/** Status of a state as given; null: not in the list. */
export const statusOf = (given: string): InitiativeStatus | null => STATUSES.find(([pattern]) => pattern.test(normaliseName(given)))?.[1] ?? null;

const ORGANISATION_TYPES: readonly (readonly [RegExp, OrganisationType])[] = [
  [/^ong internationale|^ingo\b|^international ngo/, 'internationalNgo'],
  [/^ong nationale|^ong locale|^national ngo|^nngo\b|^local ngo/, 'nationalNgo'],
  [/nations unies|^un$|^un agency|^united nations|^agence un\b|^agence onu\b|^snu\b/, 'unAgency'],
  [/croix rouge|croissant rouge|red cross/, 'redCross'],
  [/^gouvernement|^government|^etat\b|^ministere/, 'government'],
  [/^bailleur|^donor/, 'donor'],
  [/^organisation (communautaire|a base communautaire|de base)|^obc\b|^osc\b|^community/, 'communityOrganisation'],
];

/** Codes of organisation types as HDX has them; academic, private and other bodies are none of ours. */
export const ORGANISATION_TYPE_CODES: Readonly<Record<string, OrganisationType>> = { '433': 'donor', '435': 'government', '437': 'internationalNgo', '441': 'nationalNgo', '445': 'redCross', '447': 'unAgency' };

/** Type of organisation as given; null: not in the list. */
export const organisationTypeOf = (given: string): OrganisationType | null => ORGANISATION_TYPES.find(([pattern]) => pattern.test(normaliseName(given)))?.[1] ?? (Object.hasOwn(ORGANISATION_TYPE_CODES, given.trim()) ? (ORGANISATION_TYPE_CODES[given.trim()] ?? null) : null);

/** Words of the column of beneficiaries, French and English. FEFA: pregnant and breast-feeding women. */
const TARGET_GROUPS: readonly (readonly [TargetGroup, RegExp])[] = [
  ['communityAtLarge', /\btoute la population\b|\bpopulations? (hotes?|locales?|autochtones?)\b|\bcommunautes?( (hotes?|locales?))?\b|\bfamilles? (hotes?|d acc?ueil|d acceuil)\b|\bhost communit(y|ies)\b|\bcommunity\b/],
  ['displaced', /\bdeplacee?s?\b|\bpdis?\b|\bidps?\b|\binternally displaced\b/],
  ['returnees', /\bretournee?s?\b|\breturnees?\b|\brapatriee?s?\b/],
  ['refugees', /\brefugiee?s?\b|\brefugees?\b/],
  ['womenAndGirls', /\bfemmes?\b|\bfilles?\b|\bfefa\b|\bwomen\b|\bgirls\b/],
  ['menAndBoys', /\bhommes?\b|\bgarcons?\b|\bmen\b|\bboys\b/],
  ['communityLeaders', /\bleaders?\b|\bautorites? locales?\b/],
  ['pupilsAndTeachers', /\beleves?\b|\benseignante?s?\b|\bpupils?\b|\bteachers?\b/],
  ['healthStaff', /\bpersonnels? (de sante|soignants?)\b|\bprestataires? de soins\b|\bhealth (staff|workers?)\b/],
  ['armedForces', /\bfardc\b|\bmilitaires?\b|\barmed forces\b/],
  ['police', /\bpolice\b|\bpoliciers?\b|\bpnc\b/],
  ['exCombatants', /\bex combattants?\b|\bex combatants?\b/],
];

/** Target groups that a text names, and whether words are left over that the list does not hold. */
export function targetGroupsOf(given: string): { groups: TargetGroup[]; complete: boolean } {
  const plain = normaliseName(given).replace(/^\d+ /, '');
  const groups = TARGET_GROUPS.filter(([, pattern]) => pattern.test(plain)).map(([group]) => group);
  let rest = plain;
  for (const [, pattern] of TARGET_GROUPS) rest = rest.replace(new RegExp(pattern, 'g'), ' ');
  const filler = /\b(internes?|et|and|ou|les|la|des|d|de|people|personnes?|familles?|population|autochtone|communautaires?|community|religieux|traditionnels)\b/g;
  return { groups, complete: groups.length > 0 && rest.replace(filler, ' ').trim() === '' };
}

/** The working group’s domain follows from the kind by the definitions of the vocabularies; kinds that several groups share have none. */
const DOMAINS: Readonly<Partial<Record<InitiativeKind, NonNullable<InitiativeRecord['domain']>>>> = {
  awareness: 'protectionAndPrevention',
  protection: 'protectionAndPrevention',
  medicalCare: 'multisectoralAssistance',
  medicalTraining: 'multisectoralAssistance',
  mobileMission: 'multisectoralAssistance',
  kitSupply: 'multisectoralAssistance',
  psychosocial: 'multisectoralAssistance',
  caseManagement: 'multisectoralAssistance',
  legalAid: 'multisectoralAssistance',
  socioEconomic: 'multisectoralAssistance',
  dataMapping: 'dataAndMapping',
};

/** Domain of an initiative, if all its kinds point to one; null otherwise, and for rows on another topic. */
export function domainOf(kinds: readonly InitiativeKind[], topic: Topic): InitiativeRecord['domain'] {
  const domains = new Set(kinds.map((kind) => DOMAINS[kind] ?? null));
  const [only = null] = domains;
  return topic !== 'other' && domains.size === 1 ? only : null;
}
