import type { TableRecordKind } from './field-names';

type Words = readonly (readonly [field: string, ...patterns: readonly RegExp[]])[];

const POSITION: Words = [
  ['lat', /^lat(itude)?$/, /^latitud$/, /(^| )lat(itude)?$/, /^(coordonnees? )?y$/],
  ['lng', /^(lng|long?|longitude)$/, /(^| )(lng|long?|longitude?)$/, /^longitud$/, /^(coordonnees? )?x$/],
];
const STRUCTURE = '(?:structure|formation sanitaire|fosa|facility|health facility|etablissement|health structure|hf)';
const ABOUT: Words = [
  ['structureId', new RegExp(`^(?:id|identifiant|code|uid)(?: de)?(?: la| l)? ?${STRUCTURE}`), new RegExp(`^${STRUCTURE} (?:id|code|uid)`)],
  ['structureType', new RegExp(`^(?:type|categorie|category)(?: de| of)?(?: la| l| the)? ?${STRUCTURE}`), new RegExp(`^${STRUCTURE} (?:type|category)`)],
  ['structureName', new RegExp(`^(?:nom|name)(?: de| of)?(?: la| l| the)? ?${STRUCTURE}`), new RegExp(`^${STRUCTURE}(?: (?:name|nom|de sante|sanitaire))*$`)],
  ...POSITION,
];
/** Parts of those who were reached or targeted, and what is no people. */
const NO_PEOPLE = String.raw`\b(?:menages?|households?|hh|familles?|families|handicap\w*|disab\w*|pdis?|deplace\w*|refugi\w*|retourne\w*|idps?|returnees?|hogares|agregados|taux|rate|pourcent\w*|percent\w*|besoins?|need|kits?)\b`;
const GROUPS: readonly (readonly [group: string, words: string])[] = [
  ['Women', 'femmes?|women|woman|mujeres|mulheres'],
  ['Men', 'hommes?|men|man|hombres|homens'],
  ['Girls', 'filles?|girls?|ninas|meninas|raparigas'],
  ['Boys', 'garcons?|boys?|ninos|meninos|rapazes'],
];
const ALL_GROUPS = GROUPS.map(([, words]) => words).join('|');

/** People by group: the words for what was done and for whom, in any order. Where nothing says what was done, the people are those targeted, as in the 3W. */
const people = (key: 'targeted' | 'reached', words: string, others: string): Words => [
  ...GROUPS.map(([group, of]): Words[number] => {
    const notOthers = `(?!.*\\b(?:${GROUPS.filter(([each]) => each !== group).map(([, each]) => each).join('|')})\\b)`;
    const alone = key === 'targeted' ? [new RegExp(`^(?:nombre d[e ]+|nb |no |number of )?(?:benefici\\w+ )?(?:${of})(?: (?:\\d.*|adult\\w*))?$`)] : [];
    return [`${key}${group}`, new RegExp(`^(?=.*\\b(?:${words})\\b)(?=.*\\b(?:${of})\\b)(?!.*${NO_PEOPLE})(?!.*\\b(?:${others})\\b)${notOthers}`), ...alone];
  }),
  [
    `${key}Total`,
    new RegExp(`^(?!.*${NO_PEOPLE})(?!.*\\b(?:${ALL_GROUPS})\\b)(?:total(?: des?| of)? |nombre (?:de |d |total de )?|number of |of |nb |no |# ?|sum of )?(?:personnes |people |beneficiai?r\\w+ |individus |individuals |survivante?s? |victimes? |survivors? |gbv |vbg |ind )*(?:${words})(?: (?:total|reached|ind|individuals|people|mois|this month))*$`),
    new RegExp(`^(?!.*${NO_PEOPLE})(?!.*\\b(?:${ALL_GROUPS}|${others})\\b)(?=.*\\b(?:${words})\\b)(?=.*\\btotal\\b)(?=.*\\b(?:personnes|people|beneficiai?r\\w+|individus|individuals)\\b)`),
    ...(key === 'targeted' ? [/^(total|nombre|nb|number)( total)?( de| of)? ?(beneficiaires?|beneficiaries|beneficiarios|personnes|people)( directs?)?( total)?$/, /^(beneficiaires|beneficiaries|beneficiarios)( total)?$/] : []),
  ],
];
const TARGETED = 'vises?|visees?|cibles?|ciblees?|targeted|target|targets|planned|planifie\\w*|prevus?|prevues?|meta|previst\\w+';
const REACHED = 'atteints?|atteintes?|reached|touchees?|touches|realises?|servis|servies|served|assistes?|assistees?|assisted|alcanzad\\w+|atendid\\w+|atingid\\w+|pris en charge|prises en charge';

const AVAILABLE = '(?:disponib|availab|offert|service|provided)';
const service = (name: string, words: string): Words => [
  [`barriers${name}`, new RegExp(`(?:${words}).*(?:obstacle|barrier|contrainte|raison)`), new RegExp(`(?:obstacle|barrier|contrainte|raison).*(?:${words})`)],
  [`availability${name}`, new RegExp(`(?:${words}).*${AVAILABLE}`), new RegExp(`${AVAILABLE}.*(?:${words})`), new RegExp(`^(?:${words})$`)],
];
const CMR = String.raw`cmr|pecv|clinical management of rape|prise en charge (?:clinique|medicale) d(?:u|es) viols?|viol`;
const TRAINED = '(?:forme|trained|formation)';
const cadre = (name: string, words: string): Words => [
  [`trainedOnCmr${name}`, new RegExp(`date.*${TRAINED}.*(?:${words})|(?:${words}).*date.*${TRAINED}`)],
  [`trainedWomenCmr${name}`, new RegExp(`(?:${words}).*${TRAINED}.*femmes`)],
  [`trainedMenCmr${name}`, new RegExp(`(?:${words}).*${TRAINED}.*hommes`)],
  [`trainedCmr${name}`, new RegExp(`(?:${words}).*${TRAINED}|${TRAINED}.*(?:${words})`)],
];

/** Words by which a header, in compared form, says which field its column is; the best first. Suggestions for a person, and how survey exports are read. */
export const HEADER_WORDS: Readonly<Record<TableRecordKind, Words>> = {
  initiative: [
    ['funderName', /^(bailleurs?|donors?|donantes?|doadores?|financiador|funder|funding|finance par|source de financement)( name| nom)?$/],
    ['programmingName', /^(partenaire principal|lead (agency|organi[sz]ation)|prime|agence|organi[sz]ation (programme|lead)|programming (partner|organi[sz]ation))/],
    ['implementingType', /^type (d |de l )?(organi[sz]ation|org|partenaire)|^org(ani[sz]ation)? type/],
    ['implementingAcronym', /^(acronyme|acronym|sigle)\b/],
    ['implementingName', /^(nom (de l |d )?organi[sz]ation|organi[sz]ation name)/, /^(implementing (partner|organi[sz]ation|agency)|implementer|partenaire (de )?(mise en oeuvre|d execution)|organi[sz]ation de mise en oeuvre|socio implementador|parceiro de implementacao)s?( name| nom)?$/, /^(organi[sz]ation|organizacion|organizacao|org|org name|partenaire|partner|socio|qui|who|quien|acteur|ong|ngo|agency)s?$/, /partenaire de mise en oeuvre|implementing/],
    ['title', /^(titre|nom|title|name)( du| de l| de la| of the| of)? ?(projet|activite|project|activity|intervention)/, /^(activites?|activity|activities|actividad(es)?|atividades?|intervention|quoi|what|que|projet|project|proyecto)( name| title| description)?$/],
    ['kinds', /^types? (d )?(activite|initiative|intervention)|^(activity|intervention) type/],
    ['sector', /^(cluster|secteur|sector|setor)s?\b/],
    ['subsector', /^(sous (cluster|secteur)|sub ?(cluster|sect?or)|domaine)\b/],
    ['service', /^(services?|output|indicateur|indicator)( name)?$/],
    ['description', /^(commentaires?|comments?|description|observations?|remarques?|notes?|details?)\b/],
    ['start', /^(date (de )?debut|debut|start( date)?|date start|fecha (de )?inicio|data (de )?inicio)\b/],
    ['end', /^(date (de )?fin|fin|end( date)?|date end|fecha (de )?(fin|termino)|data (de )?fim)\b/],
    ['status', /^(etat|statut|status|estado)\b/],
    ['reportedOn', /^(date (du |de )?rapport\w*|report(ing|ed)? date|date reported|mois( du rapport)?|month|periode)$/],
    ['targetGroups', /^(types? (de )?beneficiaires|groupes? cibles?|beneficiary type|target (group|population)|population cible|pour qui|cible)/],
    ...people('targeted', TARGETED, REACHED),
    ...people('reached', REACHED, TARGETED),
    ['budget', /^budget|^montant/],
    ['currency', /^(monnaie|devise|currency)$/],
    ],
  structure: [
    ['name', new RegExp(`^(?:nom|name)(?: de| of)?(?: la| l| the)? ?${STRUCTURE}`), new RegExp(`^${STRUCTURE}(?: (?:name|nom|de sante|sanitaire))*$`), /^(nom|name|libelle)$/],
    ['type', new RegExp(`^(?:type|categorie|category|niveau)(?: de| of| d)?(?: la| l| the)? ?${STRUCTURE}`), new RegExp(`^${STRUCTURE} (?:type|category)`), /^(type|categorie|category)$/],
    ['ownership', /^(appartenance|ownership|gestionnaire|statut juridique|secteur|owner|propriete)/],
    ['supportedBy', /^(appuye\w*|partenaires?( d appui)?|supported by|support(ing)? (partner|organi[sz]ation)|ong d appui)/],
      ...POSITION,
  ],
  organisation: [
    ['name', /^(nom( de l)? ?organi[sz]ation|organi[sz]ation name|organi[sz]ation|nom|name|partenaire)$/],
    ['acronym', /^(acronyme|acronym|sigle|abreviation|abbreviation)/],
    ['type', /^type|^(categorie|category)/],
    ['aliases', /^(alias\w*|autres? noms?|other names?|appellations?)/],
  ],
  area: [
    ['areaCode', /^(p ?code|code)( (zs|zone.*|area|province|territoire|aire.*))?$/, /p ?code$/],
    ['parentCode', /^(code )?parent|parent.*code/],
    ['areaType', /^(type|niveau|level|admin ?level)/],
    ['areaName', /^(nom|name|libelle)\b/, /^(zone de sante|zs|zone|aire de sante|territoire|province|area)( name)?$/],
    ['population', /^pop(ulation)?\b/],
    ['year', /^(annee|year)$/],
  ],
  population: [
    ['population', /^pop(ulation)?( totale?)?$/, /^(total )?pop(ulation)?\b/, /^(habitants|effectif)/],
    ['areaCode', /^(p ?code|code)\b/, /p ?code$/],
    ['areaName', /^(nom|name|libelle)$/, /^(zone de sante|zs|zone|aire de sante|health zone|area)$/, /^(territoire|territory)$/],
    ['parentName', /^(province|admin ?1)( name)?$/, /^(territoire|territory)$/],
    ['year', /^(annee|year)$/],
  ],
  assessment: [
    ['assessedOn', /^date (de |d |of )?(l |the )?(evaluation|visite?|supervision|enquete|collecte|assessment|survey)|^(assessment|visit|survey) date|^date$|^(today|aujourd hui)$/, /^(date (de |of )?)?(la )?(last|derniere) (update|mise a jour)|^last updated?( on| date)?$|^date (de )?(mise a jour|maj)$/],
    ['assessedBy', /^(organi[sz]ation|partenaire|structure) (evalu|qui evalue|d evaluation|assess)|^(evaluee?|assessed|visitee?) par|^assessed by|^organi[sz]ation$/],
    ['functionality', /fonctionn|function/],
    ['accessibility', /accessib/],
    ['protocol', /protocole?/],
    ['privateRoom', /(salle|local|espace|lieu|piece|room|space) (prive|confidentiel|discret)|(private|confidential) (room|space)|confidentialite/],
    ['referralPath', /(circuit|chemin|mecanisme) de referen|referral (path|pathway|system)|referencement/],
    ...cadre('Doctor', 'medecins?|doctors?'),
    ...cadre('Nurse', 'infirmi\\w+|nurses?'),
    ...cadre('Midwife', 'sages? femmes?|accouch\\w+|midwi\\w+'),
    ...cadre('Psychologist', 'psycholog\\w+|agents? psycho ?socia\\w+'),
    ['trainedOnCmrOther', /date.*(derniere )?formation|last training|training date/],
    ['trainedCmrOther', /(nombre|nb|number|effectif|personnel|staff|prestataires?|agents?|soignants?).*(forme|trained)/],
    ...service('Cmr', CMR),
    ...service('FistulaRepair', 'fistul\\w*'),
    ...service('Psychosocial', 'psycho ?socia\\w*|sante mentale|mhpss|mental health'),
    ...service('LegalAid', 'jurid\\w*|judici\\w*|legal\\w*'),
    ['service', /^(services?|service (name|type)|type de service)$/],
    ['availability', /^(disponibilite|availability|statut du service|service status)( du service| of the service)?$/],
    ['barriers', /^(principa\w+ |main )?(obstacles?|barri?ers?|contraintes?|raisons?)( principa\w+)?$/],
    ...ABOUT,
  ],
  stock: [
    ['batch', /^((n|no|numero|number) )?(de |du |of )?(lot|batch)( (number|no|numero|n))?$/],
    ['expiry', /peremption|expir|^date limite/],
    ['unit', /^(unites?|units?|uom|conditionnement|packaging|unite de (compte|mesure)|unit of (issue|measure))$/],
    ['countedOn', /^date (de |du |d )?(l )?(comptage|inventaire|count|rapport|releve|physical count)|^(count|inventory|stock) date|^date$/],
    ['countedBy', /^(comptee?|counted|releve) (par|by)|^organi[sz]ation$/],
    ['quantity', /^(quantite|quantity|qte|qty|stock( disponible| physique| on hand)?|nombre|solde)\b/],
    ['item', /^(article|item|produit|product|intrant|medicament|kit|designation|commodity)s?( name| nom)?$/, /^(nom|name|designation) (de |du |of )?(l |the )?(article|produit|item|product|intrant)/],
    ...ABOUT,
  ],
};
