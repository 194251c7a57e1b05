import type { Topic } from '#domain/records';

/** A transparent rule for what a row is about. */
export interface TopicRule {
  readonly id: string;
  readonly topic: Topic;
  readonly pattern: RegExp;
  /** In a comment the word alone may tell of an event; only a title is about it. */
  readonly titleOnly?: true;
}

/** Survivors of something else. */
const NOT_OF_VIOLENCE = '(?! (?:des? |d |of )?(?:mines?|engins?|explosifs?|guerre|naufrage|accidents?|ebola|catastrophes?|cancer|landmines?))';

/** Topics by the words of cluster, title and comment, in plain form. `HS` counts only beside `EAS`; `violence` alone is not sexual. */
export const TOPIC_RULES: readonly TopicRule[] = [
  { id: 'topic-gbv', topic: 'sexualViolence', pattern: /\b(?:s ?)?vbg(?:s|ms|sm)?\b|\bvsbg\b|\bs?gbv\b|\bpec vbg\b/g },
  { id: 'topic-gbv-words', topic: 'sexualViolence', pattern: /\bviolences? (?:sexuelles? et )?(?:basees?|fondees?|liees?) sur le genres?\b|\bgender[ -]based violence\b|\bviolences? sexistes?\b/g },
  { id: 'topic-sexual', topic: 'sexualViolence', pattern: /\bviolences? sexuelles?\b|\bsexual (?:and gender based )?violence\b|\bpost ?viol\b|\b(?:prise en charge(?: clinique| medicale)?|soins|kits?|sensibilis\w*|prevention|survivant\w*|management|care)(?: \w+){0,3} (?:viols?|rape)\b/g },
  { id: 'topic-rape', topic: 'sexualViolence', titleOnly: true, pattern: /\bviols?\b|\brape\b/g },
  { id: 'topic-psea', topic: 'sexualViolence', pattern: /\bp?eas\b(?: ?\/? ?hs\b)?|\bpseah?\b|\b(?:exploitations?|abus|harcelements?)(?:(?: ?, ?| et | ou | d |\/ ?|\s+){1,3}(?:exploitations?|abus|harcelements?)){0,2} sexuels?(?:le|les|s)?\b|\bsexual (?:exploitation|abuse|harassment)\b/g },
  { id: 'topic-survivors', topic: 'sexualViolence', pattern: new RegExp(`\\bsurvivant(?:[.·]?e)?(?:[.·]?s)?\\b${NOT_OF_VIOLENCE}|\\bsurvivors?\\b${NOT_OF_VIOLENCE}|\\b[sv]vs\\b`, 'g') },
  { id: 'topic-fistula', topic: 'fistula', pattern: /\bfistules?\b|\bfistulas?\b/g },
];

/** The cluster that is about sexual and gender-based violence as a whole. */
export const GBV_CLUSTER = /violences? basees? sur le genre|\bvbg\b|\bgbv\b|gender[ -]based violence/;

/** Clusters whose rows report one sector of a project: what its title says of other sectors is reported in other rows. */
export const SECTOR_CLUSTER = /\bnutrition\b|\beau\b|\bassainissement\b|\bwash\b|\babris\b|\bnon vivres\b|\bcash\b|\bsecurite alimentaire\b|\bcccm\b|\blogement\b|\bmines\b|\bfood security\b|\bshelter\b|\bcoordination et gestion\b/;

const SECTOR = '(?:securite alimentaire|secal|nutrition|wash|eha|assainissement|education|abris?|ame|cash|usage multiple|moyens? de subsistances?(?: d urgence)?|sante(?! mentale| sexuelle)|protection de l enfan(?:t|ce)|pe|protection generale?|resilience|food security|health|shelter|livelihoods?)';
const JOINED = '(?: ?, ?| ?\\/ ?| et | & | \\+ | and )(?:en |de |d |la |l |aux? |in )*(?:protection(?: ?, ?| ?\\/ ?| et | ))*';
const GBV = '(?:vbg|gbv|eas|psea|violences? (?:basees? sur le genre|sexuelles?))';

/** A title that lists the topic as one sector among others: `nutrition, sécurité alimentaire et VBG`. */
export const ONE_SECTOR_AMONG_OTHERS = new RegExp(`\\b${SECTOR}${JOINED}${GBV}\\b|\\b${GBV}${JOINED}${SECTOR}\\b`);

/** Words that hint at the topic without saying it: a person should look. */
export const TOPIC_HINTS = /\bsexe de survie\b|\bguichets? uniques?\b|\bprise en charge holistique\b/;
