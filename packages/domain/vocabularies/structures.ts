import { term, vocabulary } from '../vocabulary';

const HERAMS = 'WHO HeRAMS';
const CMR = 'WHO/UNFPA/UNHCR, Clinical management of rape and intimate partner violence survivors, 2019';

export const structureTypes = vocabulary(
  { name: 'structureTypes', fr: 'Types de structures', en: 'Structure types', source: 'Ministère de la Santé, RDC' },
  {
    HGR: term('Hôpital général de référence', 'General referral hospital', 'Hôpital de référence d’une zone de santé.', 'Referral hospital of a health zone.'),
    CSR: term('Centre de santé de référence', 'Referral health centre', 'Centre de santé avec des soins complémentaires.', 'Health centre with additional care.'),
    CS: term('Centre de santé', 'Health centre', 'Premier niveau de soins d’une aire de santé.', 'First level of care of a health area.'),
    PS: term('Poste de santé', 'Health post', 'Antenne d’un centre de santé.', 'Outpost of a health centre.'),
    CISM: term('Centre intégré de services multisectoriels', 'Integrated multisectoral service centre', 'Soins médicaux, psychosociaux et juridiques en un lieu.', 'Medical, psychosocial and legal care in one place.'),
    mobile: term('Équipe mobile', 'Mobile team', 'Équipe de soins sans lieu fixe.', 'Care team with no fixed place.'),
    nonClinical: term('Pharmacie, laboratoire…', 'Pharmacy, laboratory…', 'Ne donne pas de soins cliniques : ne compte jamais comme soins à portée.', 'Gives no clinical care: never counts as care within reach.'),
    other: term('Autre structure', 'Other structure', 'Structure d’un autre type, ou de type non précisé.', 'Structure of another type, or of a type not stated.'),
  },
);

export const ownerships = vocabulary(
  { name: 'ownerships', fr: 'Appartenance', en: 'Ownership', source: 'KWTRP/WHO 2019' },
  {
    public: term('Publique', 'Public', 'Gérée par l’État.', 'Run by the state.'),
    faithBased: term('Confessionnelle', 'Faith-based', 'Gérée par une institution religieuse.', 'Run by a religious institution.'),
    ngo: term('ONG', 'NGO', 'Gérée par une organisation non gouvernementale.', 'Run by a non-governmental organisation.'),
    private: term('Privée', 'Private', 'Gérée par une personne ou une entreprise.', 'Run by a person or a company.'),
    unknown: term('Non précisée', 'Not stated', 'La source ne le dit pas.', 'The source does not say.'),
  },
);

export const functionalityLevels = vocabulary(
  { name: 'functionalityLevels', fr: 'Fonctionnement et accès', en: 'Functionality and accessibility', source: HERAMS },
  {
    full: term('Entièrement', 'Fully', 'Fonctionne, ou est accessible, sans restriction.', 'Functions, or can be reached, without restriction.'),
    partial: term('Partiellement', 'Partially', 'Fonctionne, ou est accessible, avec des restrictions.', 'Functions, or can be reached, with restrictions.'),
    none: term('Pas du tout', 'Not at all', 'Ne fonctionne pas, ou est inaccessible.', 'Does not function, or cannot be reached.'),
    unknown: term('Inconnu', 'Unknown', 'Personne ne l’a constaté.', 'Nobody has established it.'),
  },
);

export const availabilities = vocabulary(
  { name: 'availabilities', fr: 'Disponibilité d’un service', en: 'Availability of a service', source: HERAMS },
  {
    available: term('Disponible', 'Available', 'Le service est offert selon la norme.', 'The service is provided to standard.'),
    partial: term('Partiellement disponible', 'Partially available', 'Le service est offert en partie.', 'The service is provided in part.'),
    unavailable: term('Indisponible', 'Unavailable', 'Le service devrait être offert et ne l’est pas.', 'The service should be provided and is not.'),
    notNormallyProvided: term('Non prévu', 'Not normally provided', 'Le service n’est pas prévu à ce niveau.', 'The service is not meant for this level.'),
    unknown: term('Inconnu', 'Unknown', 'Personne ne l’a constaté.', 'Nobody has established it.'),
  },
);

export const barriers = vocabulary(
  { name: 'barriers', fr: 'Obstacles', en: 'Barriers', source: HERAMS },
  {
    staff: term('Personnel', 'Staff', 'Manque de personnel.', 'Lack of staff.'),
    training: term('Formation', 'Training', 'Personnel non formé.', 'Staff not trained.'),
    supplies: term('Intrants', 'Supplies', 'Manque de médicaments ou de kits.', 'Lack of medicines or kits.'),
    equipment: term('Équipement', 'Equipment', 'Manque d’équipement.', 'Lack of equipment.'),
    finances: term('Finances', 'Finances', 'Manque de moyens financiers.', 'Lack of funds.'),
  },
);

export const services = vocabulary(
  { name: 'services', fr: 'Services', en: 'Services', source: CMR },
  {
    cmr: term('Prise en charge clinique du viol', 'Clinical management of rape', 'Soins médicaux aux survivantes et survivants de viol : PPE sous 72 h, contraception d’urgence sous 120 h.', 'Medical care for rape survivors: PEP within 72 h, emergency contraception within 120 h.'),
    fistulaRepair: term('Réparation de fistule', 'Fistula repair', 'Chirurgie de la fistule obstétricale ou traumatique.', 'Surgery of obstetric or traumatic fistula.'),
    psychosocial: term('Soutien psychosocial', 'Psychosocial support', 'Écoute, gestion de cas et soins de santé mentale.', 'Listening, case management and mental health care.'),
    legalAid: term('Aide juridique', 'Legal aid', 'Conseil et accompagnement en justice.', 'Advice and support in court.'),
  },
);

export const cadres = vocabulary(
  { name: 'cadres', fr: 'Catégories de personnel', en: 'Cadres', source: HERAMS },
  {
    doctor: term('Médecin', 'Doctor', 'Médecin généraliste ou spécialiste.', 'General practitioner or specialist.'),
    nurse: term('Infirmier', 'Nurse', 'Infirmière ou infirmier.', 'Nurse.'),
    midwife: term('Sage-femme', 'Midwife', 'Sage-femme ou accoucheur.', 'Midwife.'),
    psychologist: term('Psychologue', 'Psychologist', 'Psychologue ou assistant psychosocial.', 'Psychologist or psychosocial assistant.'),
    other: term('Autre', 'Other', 'Autre catégorie, ou non précisée.', 'Another cadre, or not stated.'),
  },
);

export const stockItems = vocabulary(
  { name: 'stockItems', fr: 'Articles en stock', en: 'Stock items', source: `${CMR}; IARH kits` },
  {
    pepKitAdult: term('Kit PPE adulte', 'PEP kit, adult', 'Prophylaxie post-exposition au VIH, 28 jours, adulte.', 'HIV post-exposure prophylaxis, 28 days, adult.'),
    pepKitChild: term('Kit PPE enfant', 'PEP kit, child', 'Prophylaxie post-exposition au VIH, 28 jours, enfant.', 'HIV post-exposure prophylaxis, 28 days, child.'),
    emergencyContraception: term('Contraception d’urgence', 'Emergency contraception', 'À prendre dans les 120 heures.', 'To be taken within 120 hours.'),
    stiTreatment: term('Traitement des IST', 'STI treatment', 'Traitement présomptif des infections sexuellement transmissibles.', 'Presumptive treatment of sexually transmitted infections.'),
    hepatitisB: term('Vaccin hépatite B', 'Hepatitis B vaccine', 'Vaccin contre l’hépatite B.', 'Vaccine against hepatitis B.'),
    tetanus: term('Vaccin antitétanique', 'Tetanus vaccine', 'Vaccin contre le tétanos.', 'Vaccine against tetanus.'),
    pregnancyTest: term('Test de grossesse', 'Pregnancy test', 'Test de grossesse urinaire.', 'Urine pregnancy test.'),
    iarhKit3: term('Kit SRU 3', 'IARH kit 3', 'Kit interagences de santé reproductive n° 3 : après un viol.', 'Inter-agency reproductive health kit 3: after rape.'),
    fistulaRepairSet: term('Set de réparation de fistule', 'Fistula repair set', 'Instruments pour la chirurgie de la fistule.', 'Instruments for fistula surgery.'),
  },
);

export const presences = vocabulary(
  { name: 'presences', fr: 'Présence', en: 'Presence', source: HERAMS },
  {
    yes: term('Oui', 'Yes', 'Constaté.', 'Established.'),
    no: term('Non', 'No', 'Constaté absent.', 'Established as absent.'),
    unknown: term('Inconnu', 'Unknown', 'Personne ne l’a constaté.', 'Nobody has established it.'),
  },
);

export const tiers = vocabulary(
  { name: 'tiers', fr: 'Niveaux de visibilité', en: 'Visibility tiers', source: 'Jonction, domain.md §9' },
  {
    public: term('Public', 'Public', 'Visible par tous.', 'Visible to all.'),
    partners: term('Partenaires', 'Partners', 'Visible par les organisations membres.', 'Visible to member organisations.'),
    coordination: term('Coordination', 'Coordination', 'Visible par les co-leads des groupes de travail.', 'Visible to the co-leads of the working groups.'),
    hidden: term('Caché', 'Hidden', 'N’existe pour personne hors de la coordination qui en a besoin.', 'Exists for nobody outside the coordination that needs it.'),
  },
);
