import { normaliseName } from '#domain/normalise-name';
import type { AssessmentRecord, Service, StockItem, StructureRecord, StructureType } from '#domain/records';
import type { barriers } from '#domain/vocabularies/structures';

/** Wordings of the field for terms of our lists, in compared form; the labels and codes of the lists themselves are tried before. */
type Wordings<Code extends string> = readonly (readonly [RegExp, Code])[];

/** The term that a text means; null: none, and nothing is guessed. */
export const wordedAs = <Code extends string>(wordings: Wordings<Code>, given: string): Code | null => {
  const plain = normaliseName(given);
  return wordings.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
};

export const AVAILABILITY_WORDINGS: Wordings<AssessmentRecord['services'][number]['availability']> = [
  [/^(pas|non) (prevue?|applicable)|^not (normally provided|applicable|expected|planned)|^hors paquet/, 'notNormallyProvided'],
  [/^(non|pas|in) ?disponible|^indisponible|^(not|un) ?available|^unavailable|^absente?$|^none$|^non$|^no$/, 'unavailable'],
  [/^(partiellement|partielle?|en partie)|^partial/, 'partial'],
  [/^(entierement |totalement |pleinement )?disponible|^(fully )?available|^up to standard|^oui$|^yes$/, 'available'],
  [/^(inconnue?|ne sait pas|nsp|unknown|don t know|dk|n d|nd|na|n a)$/, 'unknown'],
];

export const LEVEL_WORDINGS: Wordings<AssessmentRecord['functionality']> = [
  [/^(non|pas) (fonctionnel|accessible)|^(not|non) (functioning|functional|accessible)|^(inaccessible|detruite?|fermee?|closed|destroyed|aucun|none|non|no)\b|^pas du tout/, 'none'],
  [/^(partiel|partial|limite|en partie)|^partly/, 'partial'],
  [/^(entierement|totalement|pleinement|fully|full)|^(fonctionnel|accessible|functioning|functional|oui|yes)/, 'full'],
  [/^(inconnue?|ne sait pas|nsp|unknown|don t know|n d|nd)$/, 'unknown'],
];

export const PRESENCE_WORDINGS: Wordings<AssessmentRecord['protocol']> = [
  [/^(oui|yes|y|o|1|true|vrai|disponible|presente?|available|x)$/, 'yes'],
  [/^(non|no|n|0|false|faux|indisponible|absente?|non disponible|not available|aucune?)$/, 'no'],
  [/^(inconnue?|ne sait pas|nsp|unknown|don t know|n d|nd|na|n a)$/, 'unknown'],
];

export const BARRIER_WORDINGS: Wordings<(typeof barriers.codes)[number]> = [
  [/form|train/, 'training'],
  [/personnel|staff|ressources? humaines?|human resources?/, 'staff'],
  [/medicament|kit|intrant|suppl|medicine|drug|consommable/, 'supplies'],
  [/equipement|materiel|equipment/, 'equipment'],
  [/financ|fonds|moyens|money|funding/, 'finances'],
];

export const SERVICE_WORDINGS: Wordings<Service> = [
  [/\bfistul/, 'fistulaRepair'],
  [/\b(cmr|pecv|viols?|rape|post viol)\b|clinical management of rape|violences? sexuelles?|sexual violence/, 'cmr'],
  [/psycho ?socia|mental|mhpss|smsps/, 'psychosocial'],
  [/jurid|judici|\blegal\b|legale/, 'legalAid'],
];

/** A kit that does not say for whom it is, is none of these. */
export const STOCK_WORDINGS: Wordings<StockItem> = [
  [/\bfistul/, 'fistulaRepairSet'],
  [/\b(iarh|sru|ie|rh)( kit| kits)? ?3\b|\bkits? (iarh|sru|rh) ?3\b|\bkit 3\b|\bpost ?(viol|rape)\b/, 'iarhKit3'],
  [/\b(pep|ppe|post expos\w*|arv)\b.*\b(enfants?|child|children|ped\w*)\b|\b(enfants?|child|ped\w*)\b.*\b(pep|ppe|post expos\w*)\b/, 'pepKitChild'],
  [/\b(pep|ppe|post expos\w*|arv)\b.*\badulte?s?\b|\badulte?s?\b.*\b(pep|ppe|post expos\w*)\b/, 'pepKitAdult'],
  [/contracepti\w* d ?urgence|emergency contracepti|pilules? du lendemain|levonorgestrel|\becps?\b|\bcu\b/, 'emergencyContraception'],
  [/\bists?\b|\bstis?\b|infections? sexuellement|sexually transmitted/, 'stiTreatment'],
  [/hepatite b|hepatitis b|\bvhb\b|\bhbv\b/, 'hepatitisB'],
  [/tetan|\bvat\b|tetanus/, 'tetanus'],
  [/tests? de grossesse|pregnancy test/, 'pregnancyTest'],
];

export const STRUCTURE_WORDINGS: Wordings<StructureType> = [
  [/^(hgr|hopital general de reference|hopital general|general referral hospital)\b/, 'HGR'],
  [/^(csr|centre de sante de reference|centre hospitalier de reference|referral health cent(er|re))\b/, 'CSR'],
  [/^(cism|centre integre de services multisectoriels|one stop cent(er|re))\b/, 'CISM'],
  [/^(cs|centre de sante|health cent(er|re))$/, 'CS'],
  [/^(ps|poste de sante|health post)$/, 'PS'],
  [/^(equipe|clinique|unite|equipes|cliniques) mobiles?|^mobile/, 'mobile'],
  [/^pharmac|^labo/, 'nonClinical'],
];

export const OWNERSHIP_WORDINGS: Wordings<StructureRecord['ownership']> = [
  [/^(public|publique|etatique|etat|gouvernement\w*|moh|government\w*|state)$/, 'public'],
  [/^(confession\w*|fbo|faith ?based|religieu\w*|eglise)/, 'faithBased'],
  [/^(ong|ngo|cbo)\b/, 'ngo'],
  [/^(privee?|private)\b/, 'private'],
];
