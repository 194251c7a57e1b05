/**
 * Headers in compared form that by themselves say: this is about cases or persons (domain.md §9). French, English, Spanish, Portuguese and Swahili.
 * Counts of beneficiaries, and telephone numbers of facilities, are not among them.
 */
export const TELLING: readonly RegExp[] = [
  /\bperpetrators?\b|\bagresseurs?\b|\bagressor\w*|\bperpetrador\w*|\b(?:auteurs?|suspects?)( presumes?| du viol| de l (?:acte|incident))\b|^suspects?$|\bmbakaji\b|\brelation (?:to|with) (?:the )?(?:perpetrator|abuser)/,
  /\bgbv ?ims\b|\bvbgims\b|\bprimero\b/,
  /\b(?:id|code|n|no|num|numero|date|heure|lieu|location|time|types?|gps|details?|description|recit|delai) (?:de |du |d |of |the )*(?:lieu )?(?:de |du |d |l |of |the )*incidente?s?\b|\bincident ?(?:id|code|date|number|time|location|type|description)\b/,
  /\b(?:date|heure|time|lieu|moment|type|place|delai\b.*) (?:de |du |des |d |of |the |l )*(?:agressions?|viols?|rape|assault|violences? sexuelles?|ubakaji|violacion)\b|\bdate (?:de |d |of )?(?:l |the )?evenement\b|\b(?:viol|rape|assault|agression) (?:date|time|place|type)\b/,
  /\bdelai\b.*\b(?:viol|agression|incident)\b|\btarehe ya tukio\b|\bukatili\b|\bubakaji\b/,
  /\b(?:id|code|codigo|n|no|numero|nom|name|statut|status) (?:de |du |des |d |del |da |do |of |the |la |le |l )*(?:cas|dossiers?|client\w*|caso|case|fiche de cas)\b|\b(?:case|client) (?:id|code|number|no|name|status|worker|manager)\b/,
  /\bprenoms?\b|\bpostnoms?\b|\b(?:first|last|given|family|middle) name\b|\bsurname\b|\bapellidos?\b|\bsobrenome\b|\bjina la (?:mwathirika|mgonjwa|mtu|mtoto|mteja|kwanza|ukoo|baba|mama)\b/,
  /\bnombres? (?:y apellidos?|completo|del? (?:la |los )?(?:paciente|beneficiari\w+|sobreviviente|victima))\b|\b(?:noms?|names?|nome) (?:et |y |e |du |de la |de los |de |des |da |do |del |la |l |of |the )*(?:patiente?s?|malades?|beneficiair\w*|beneficiary|beneficiario\w*|enfants?|repondante?s?|personnes?|chefs? (?:de )?menages?|meres?|peres?|participante?s?|apellidos?|clients?|completo|child|children|patient|respondent|mother|father|caregiver|participant)\b/,
  /\b(?:beneficiary|patient|respondent|participant|client|child|caregiver|mother|father|household head|head of household)s? ?(?:s )?(?:full )?(?:name|id|code|phone|number)\b|\bpatient (?:id|name|code)\b|^patiente?$/,
  /\bhousehold head\b|\bhead of household\b.*\bname\b/,
  /\b(?:date|lieu) (?:de )?naissance\b|\bdate of birth\b|\bdob\b|\bfecha de nacimiento\b|\bdata de nascimento\b/,
  /\bcarte (?:d )?(?:electeur|identite)\b|\bnational id\b|\bid card\b|\bpassport\b|\bpasseport\b|\bcedula\b|\bdocumento de identidad\b/,
  /\bconsentement\b|\binformed consent\b|\bconsent\b|\bconsentimiento\b|\bconsentimento\b/,
];

/** Survivors and victims: a column about them is about cases, unless it counts them. */
export const OF_SURVIVORS = /surviv(?:or|ant)|victim|sobreviv|\bvitimas?\b|mwathirika|wathirika/;
/** Words that make it a count of many. */
const COUNTED = /\b(?:nombres? (?:de|d|total)|nb|number|nbre|numbers?|total|totaux|numero de (?:sobrevivientes|victimas)|atteinte?s?|reached|served|assistee?s?|assisted|prise?s? en charge|soignee?s?|treated|supported|appuyee?s?|soutenue?s?|referee?s?|referred|orientee?s?|ciblee?s?|targeted|beneficiant|receiving|who received|ayant recu|formee?s?|taux|pourcent\w*|percent\w*|proportion|rate|alcanzad\w+|atendid\w+|services? (?:aux|des|pour|for|to)|appui aux|soins aux|support to|care for)\b|^(?:survivors?|survivante?s|survivants|victimes|victims) (?:women|men|girls|boys|total|femmes|hommes|filles|garcons)\b/;
/** What is asked of one of them, whatever else the header says. */
const OF_ONE_OF_THEM = /\b(?:code|id|identifiant|nom|noms|name|prenom|age|umri|edad|idade|sexe|sex|date|phone|telephone|tel|adresse|address|village|residence|statut|status|numero de(?! sobreviv| victim)|codigo|initiales?)\b/;

/** Whether a header about survivors counts them: `Survivantes prises en charge`, `# of survivors served`. Its cells have to be numbers. */
export const countsSurvivors = (key: string, header: string): boolean => (COUNTED.test(key) || /^\s*[#%]/.test(header)) && !OF_ONE_OF_THEM.test(key);

export const PHONE = /\b(?:tele)?phones?\b|\btel\b|\bgsm\b|\bwhatsapp\b|\bmobile (?:number|no)\b|\bnumero (?:de )?(?:tel|telephone|phone)\b|\btelefonos?\b|\btelefones?\b|\bcelular\b|\bsimu\b/;
/** Contacts of whoever reports, answers for a project or asks the questions: they are not read, and make no case data of a report. */
export const OF_STAFF = /\bpoints? foca(?:l|ux)\b|\bfocal (?:point|person)s?\b|\bpunto focal\b|\bponto focal\b|^contacts?\b|\bcontact (?:name|person|email|mail|phone|number|details?|info\w*)\b|\bpersonnes? (?:de )?(?:contact|ressource)\b|(?<!\b(?:organi[sz]ation|agence|structure|partenaire|entite|institution|service|cluster) )\bresponsables?\b(?! d[ue]s? programme)|^(?:rempli|saisi|prepare|elabore|redige|soumis|envoye|collecte) par\b|^(?:reported|submitted|prepared|filled|compiled|completed|entered) by\b|\benquete(?:ur|rice|urs)\b|\benumerat(?:or|eur)s?\b|\bsuperviseurs?\b|\bsupervisors?\b|\bauteur du rapport\b|\binfirmier titulaire\b|\bgestionnaire (?:nom|contact|tel)|\bcoordonnateurs?\b|\bcoordinat(?:or|eur|rice)\b(?! de)|\bproject manager\b|\bchef (?:de )?projet\b|^(?:e ?mails?|courriels?|adresses? (?:e ?mails?|mails?|electroniques?)|correos?( electronicos?)?)\b|\be ?mail\b/;

/** Together these make one row one person, even where none of the columns would alone. */
export const AGE = /^(?:age|umri|edad|idade)\b|\bage (?:en annees|du|de|years)\b|^(?:tranches?|groupes?) d age\b|^age group\b/;
export const AGE_ALONE = /^(?:age|umri|edad|idade)$|\bage (?:en annees|du|de la|years)\b/;
export const SEX = /^(?:sexe|sex|genre|gender|jinsia|sexo|genero)$|\bsexe (?:du|de la)\b/;
/** Dates of a project or a report do not make a row a case. */
export const DATE = /^(?!.*\b(?:debut|fin|start|end|rapport\w*|report\w*|projet|project|maj|update\w*|mise a jour)\b).*\b(?:date|tarehe|fecha|data)\b/;
/** What is asked of one person. */
export const OF_ONE = /^(?:noms?|name|full name|nom complet|initiales?|initials|identite|beneficiaire|beneficiary|beneficiario|patiente?|personne|person|provenance|jina|kijiji|kit recu)$|\btypes? (?:de |d |of )?(?:violences?|viol|agression|assault|gbv|vbg|incident)\b|\bviolence subie\b|\b(?:diagnostic|diagnosis|symptomes?|plaintes?|antecedents?|etat civil|marital status|statut matrimonial|disability|handicap|grossesse|village d origine|provenance|recit|narrative|circonstances|pep)\b/;
/** With an age alone these are enough. */
export const OF_ONE_WITH_AGE = /^(?:initiales?|initials|patiente?s?|malade|nom|noms|nom complet|name|full name|beneficiaire|beneficiary)$|\b(?:recit|narrative|circonstances|diagnostic|diagnosis|viol|violences? subies?|agression|survivante?|types? (?:de |d |of )?(?:violences?|viol|gbv|vbg))\b/;

/** Of these persons no contact is that of a report. */
export const OF_PERSONS = /surviv|victim|sobreviv|mwathirika|benefici|patient|malade|enfant|child|client|menage|household|repondant|respondent|participant|\b(?:mere|pere|mother|father|parent)\b/;
/** Places of care, whose numbers are there to be called. */
export const OF_CARE = /structure|fosa|formation sanitaire|facilit|etablissement|hopital|hospital|health (?:cent|post)|centre de sante/;
