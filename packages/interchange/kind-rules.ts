import type { InitiativeKind, Topic } from '#domain/records';

/**
 * One line of the table that tells what an initiative does from what its row says. French and English, plain form
 * (lower case, no accents, apostrophes and hyphens as spaces). A rule claims; what the context takes back (absence, need, plan,
 * the subject of a training) is said once for all rules in `kind-contexts.ts`.
 */
export interface KindRule {
  readonly id: string;
  /** Null: the words alone claim nothing that can be counted; the row goes to a person. */
  readonly kind: InitiativeKind | null;
  readonly confidence: 'high' | 'medium';
  readonly patterns: readonly RegExp[];
  /** The rule holds only for rows on one of these topics. */
  readonly topics?: readonly Topic[];
  /** Taken back if the clause also says this. */
  readonly unless?: RegExp;
  /** A training: what it is about is not an activity of its own. */
  readonly training?: true;
  /** Needs its own sector: in a row of another sector’s cluster the title does not count, only the comment. */
  readonly ownSector?: true;
}

const TRAINING = '(?:formations?|forme(?:e?s?)|former|recyclages?|renforcements? (?:des? |en )?capacites?|renforce(?:e?s?) (?:en|les|leurs) capacites?|ateliers? de formation|brief+ings?|trainings?|trained|capacity building)';
const HEALTH_STAFF = '(?:personnels? (?:de sante|soignants?|medica(?:l|ux)|sanitaires?)|prestataires? (?:de |des )?(?:soins|sante|services de sante)|soignant(?:e?s?)|infirmier\\w*|medecins?|sages? femmes?|accoucheu\\w*|agents? de sante|health (?:staff|workers?|providers?|personnel)|nurses?|midwi\\w+)';
const FORCES = '(?:policier(?:e?s?)|police(?! judiciaire de)|pnc|fardc|militaires?|soldats?|casques? bleus?|contingents?|forces? (?:armees?(?! et)|de l ordre|de securite|de defense)|armee|agents? penitentiaires?|assistants? de liaison|peacekeepers?|soldiers?|armed forces|prison (?:staff|officers)|community liaison assistants?)';
const COMMUNITY = '(?:leaders?|autorites?|recopes?|relais|recos?|points? focaux|comites?|structures? communautaires?|enseignant\\w*|couples?|religieu\\w+|animat\\w+|teachers?|community leaders?|youth leaders?)';
const PREVENTION = '(?:vbg|gbv|violences?|masculinites?|eas|psea|normes? sociales?|droits? (?:humains?|de la femme)|protection|genre)';
const NEAR = '[^.;]{0,80}?';
const CARE_KIT = '(?:kits? (?:de |d )?(?:pep|ppe|post ?viol|post exposition|prophyla\\w+|iarh ?3|sru ?3)|(?:pep|ppe|post rape|iarh) kits?)';
const SUPPLY = '(?:fournitures?|fourni(?:e?s?)|fournir|dotations?|dote(?:e?s?)|distributions?|distribue(?:e?s?)|approvisionne\\w*|livraisons?|livre(?:e?s?)|remises?|remis|donations?|mise a disposition|supply|supplies|supplied|delivery|delivered|provision)';
/** Other health subjects: a training in them is not one in the management of rape. */
export const OTHER_HEALTH = /\b(?:snis|pci|wash|eha|hygiene|nutrition\w*|malnutrition|mpox|cholera|ebola|dechets|anje|pcima|mas|mam|paludisme|vaccin\w*|surveillance)\b/;

const rx = (...sources: readonly string[]): RegExp[] => sources.map((source) => new RegExp(`\\b${source}\\b`, 'g'));

export const KIND_RULES: readonly KindRule[] = [
  // Awareness: the community is told.
  { id: 'awareness-sensibilisation', kind: 'awareness', confidence: 'high', patterns: rx('sensibilis\\w*', 'conscientis\\w*'), unless: /\b(?:techniques?|outils?|modules?|materiels?|supports?|guides?) (?:de |des )?(?:sessions? de |seances? de )?sensibilis/ },
  { id: 'awareness-vulgarisation', kind: 'awareness', confidence: 'high', patterns: rx('vulgaris\\w*'), unless: /\bvulgaris\w* (?:de |des |d )(?:semences?|techniques? (?:agricoles?|culturales?)|varietes|cultures?|intrants)/ },
  { id: 'awareness-media', kind: 'awareness', confidence: 'high', patterns: rx('campagnes? (?:d information|d education|de communication|mediatiques?)', '(?:emissions?|spots?|messages?) radio\\w*', 'causeries? educatives?', 'theatres? participatifs?', 'diffusion (?:de |des |d )(?:messages?|spots?|emissions?|informations?)') },
  { id: 'awareness-told', kind: 'awareness', confidence: 'medium', patterns: rx('informe(?:e?s?) (?:sur|des|du|de la)', '(?:seances?|sessions?) d information', 'dialogues? communautaires?') },
  { id: 'awareness-en', kind: 'awareness', confidence: 'high', patterns: rx('awareness(?: raising| sessions?| campaigns?)?', 'raising awareness', 'outreach (?:campaigns?|sessions?)', 'information (?:campaigns?|sessions?)') },

  // Medical care of survivors. `prise en charge` alone is not enough, nor is general health care.
  { id: 'care-medical', kind: 'medicalCare', confidence: 'high', topics: ['sexualViolence'], ownSector: true, patterns: rx('prises? en charge (?:medico\\w*|medicales?|cliniques?)', 'pec (?:medicales?|cliniques?)', 'assistance medicale', 'soins medicaux', 'services? medicaux', 'traitements? medica(?:l|ux)', 'medical (?:care|assistance|treatment)', 'clinical (?:care|management) (?:of|for) (?:rape|survivors|sexual violence)(?! \\(?(?:cmr)?\\)? ?(?:trainings?|kits?|drugs?|supplies))', '(?<!(?:formations?|kits?|trainings?) (?:en |de |du |in |on )?)cmr(?! (?:trainings?|kits?|drugs?|supplies|protocols?))'), unless: /\bmpox\b|\bmalnutrition\b|\bblesses de guerre\b|\bsoins de sante primaires?\b/ },
  { id: 'care-medical-cut', kind: 'medicalCare', confidence: 'medium', topics: ['sexualViolence'], ownSector: true, patterns: rx('prises? medicales?', 'soins (?:de sante )?(?:aux|des|pour les|a des) (?:survivant|victimes? de (?:viols?|violences? sexuelles?|vbg))\\w*', 'care for (?:rape )?survivors') },
  { id: 'care-fistula', kind: 'medicalCare', confidence: 'high', topics: ['fistula'], ownSector: true, patterns: rx('(?:reparations?|chirurgies?|operations?|cures?|prises? en charge (?:chirurgicales?|medicales?))(?: chirurgicales?)? (?:de |des |du |d )(?:la |cas de )?fistules?', 'fistula (?:repairs?|surgery|care)', 'fistules? (?:operees?|reparees?)') },

  // Trainings: of whom, and in what.
  { id: 'training-health', kind: 'medicalTraining', confidence: 'high', topics: ['sexualViolence'], training: true, patterns: rx(`${TRAINING}${NEAR}${HEALTH_STAFF}`, `${HEALTH_STAFF}${NEAR}${TRAINING}`), unless: OTHER_HEALTH },
  { id: 'training-cmr', kind: 'medicalTraining', confidence: 'high', training: true, patterns: rx(`${TRAINING}${NEAR}(?:prise en charge clinique (?:du|des) viols?|clinical management of rape|cmr)`, '(?:cmr|clinical management of rape) trainings?') },
  { id: 'training-forces', kind: 'securityTraining', confidence: 'high', training: true, patterns: rx(`${TRAINING} (?:de |des |du |d |aux? |pour |a l intention (?:des? |de la )|en faveur (?:des? |de la )|of |for |the )*(?:\\d+ |agents? |elements? |membres? |officiers? (?:de |des )?)*(?:de |des |du |d |de la |de l )*${FORCES}`, `${FORCES}${NEAR}(?:formes?|formees?|trained)`) },
  { id: 'training-community', kind: 'protection', confidence: 'medium', training: true, patterns: rx(`${TRAINING}${NEAR}${COMMUNITY}${NEAR}(?:sur|en|a la|au|aux|on|in)${NEAR}${PREVENTION}`, `${COMMUNITY}${NEAR}${TRAINING}${NEAR}(?:sur|en|a la|au|aux|on|in)${NEAR}${PREVENTION}`, `${TRAINING} (?:de |des )(?:points? focaux|comites?|structures?)(?: communautaires?)? (?:de |des )protection`) },

  // Supplies.
  { id: 'kits-care', kind: 'kitSupply', confidence: 'high', ownSector: true, patterns: rx(`${SUPPLY}${NEAR}${CARE_KIT}`, `${CARE_KIT}${NEAR}(?:fourni|livre|distribue|remis|dote|delivered|supplied)(?:e?s?)`) },
  { id: 'kits-dignity', kind: 'kitSupply', confidence: 'medium', ownSector: true, patterns: rx('kits? de dignites?', 'dignity kits?') },
  { id: 'contingency', kind: 'contingencyStock', confidence: 'high', ownSector: true, patterns: rx('pre ?positionne\\w*', 'stocks? de contingence', 'contingency stocks?') },
  { id: 'kits-named', kind: null, confidence: 'medium', topics: ['sexualViolence'], patterns: rx(CARE_KIT) },

  // Services to persons.
  { id: 'mobile-clinic', kind: 'mobileMission', confidence: 'high', patterns: rx('cliniques? mobiles?', 'equipes? (?:medicales? |chirurgicales? )mobiles?', 'equipes? mobiles? (?:de sante|medicales?|de soins)', 'missions? (?:medicales?|chirurgicales?|foraines?)', 'mobile clinics?', 'mobile (?:medical|health|surgical) teams?') },
  { id: 'psychosocial', kind: 'psychosocial', confidence: 'high', ownSector: true, patterns: rx('(?:soutiens?|appuis?|assistances?|accompagnements?|prises? en charge|suivis?|activites?|services?|aides?|referencement)(?: ?, ?| et | ou | medicale | nutritionnelle| sanitaire| physique| \\w+ et)* psycho ?(?:socia\\w+|logiques?)', 'services? de sante mentale', 'soins? (?:de |en )sante mentale', 'sante mentale et (?:de )?(?:soutien|appui) psycho ?socia\\w+', 'smsps', 'mhpss', 'psychosocial (?:support|care|services?)', 'premiers secours psychologiques?', 'counsel+ing') },
  { id: 'psychosocial-spaces', kind: 'psychosocial', confidence: 'medium', ownSector: true, patterns: rx('espaces? (?:surs?|amis des femmes)', 'safe spaces?', 'points? d ecoute', 'maisons? d ecoute') },
  { id: 'case-management', kind: 'caseManagement', confidence: 'high', ownSector: true, patterns: rx('gestions? (?:de |des )cas', 'case management') },
  { id: 'case-referral', kind: 'caseManagement', confidence: 'medium', topics: ['sexualViolence', 'fistula'], ownSector: true, patterns: rx('(?<!circuits? (?:de |du ))referencements? (?:de |des |d )(?:cas|survivant\\w*|victimes?)', '(?<=\\b(?:cas|survivant(?:e?s?)|victimes?|incidents?)\\b[^.;]{0,80}? )(?:referee?s?|referes|orientee?s?|orientes)', 'referral of (?:cases|survivors)'), unless: /\bcomplications?\b|\bobstetrical\w*\b/ },
  { id: 'legal-aid', kind: 'legalAid', confidence: 'high', ownSector: true, patterns: rx('(?:aides?|assistances?|accompagnements?|appuis?|conseils?|prises? en charge) (?:juridiques?|judiciaires?|juridico judiciaires?|legales?)', 'cliniques? juridiques?', 'legal (?:aid|assistance|counsel+ing)') },
  { id: 'protection-monitoring', kind: 'protection', confidence: 'high', patterns: rx('monitoring (?:de (?:la )?)?protection', 'protection monitoring', 'assistances? (?:de |en )protection individuelles?', 'individual protection assistance') },
  { id: 'protection-mechanisms', kind: 'protection', confidence: 'medium', patterns: rx('mecanismes? (?:communautaires? |locaux |formels? )?(?:de |des )?(?:protection|preventions?|lutte|alertes?|signalement)', 'systemes? de protection', 'clubs? d alertes?', 'emap', 'masculinites? positives?', 'engagement des hommes') },
  { id: 'livelihood', kind: 'socioEconomic', confidence: 'high', ownSector: true, patterns: rx('agr', 'activites? generatrices? de revenus?', 'income generating', '(?:relev\\w+|reinsertions?|stabilisations?|autonomisations?|insertions?) (?:socio ?|sociaux? )?economiques?', 'reinsertion socio ?professionnelle', 'formations? (?:professionnelles?|(?:des |aux |en )?metiers?)', 'apprentissage (?:des? |d un )?metiers?', 'vocational training'), unless: /\b(?:integree?s?|multi ?sectoriel\w*|reponses?)\b/ },
  { id: 'livelihood-women', kind: 'socioEconomic', confidence: 'medium', ownSector: true, patterns: rx('autonomisations? des femmes', 'entrepreneuriat feminin', 'women s economic empowerment') },
  { id: 'coordination', kind: 'coordination', confidence: 'high', patterns: rx('reunions? de (?:gestion et de )?coordination', 'mecanismes? de coordination', 'renforcement (?:de la |des capacites de )coordination', 'groupes? de travail', 'coordination (?:meetings?|mechanisms?)', 'working groups?') },
  { id: 'data', kind: 'dataMapping', confidence: 'medium', patterns: rx('cartographi\\w+', 'collectes? (?:de |des )donnees', 'profilage des sites?', 'enquetes? (?:rapides?|de base|cap|d intentions?)', 'data collection', 'mapping') },

  // Words that alone claim nothing: they hide awareness, care or neither.
  { id: 'vague', kind: null, confidence: 'medium', topics: ['sexualViolence', 'fistula'], patterns: rx('reponses?(?! humanitaires?)', 'preventions?', 'prises? en charge', 'response(?! plan)') },
];
