import { term, vocabulary } from '../vocabulary';

export const initiativeKinds = vocabulary(
  { name: 'initiativeKinds', fr: 'Types d’initiatives', en: 'Kinds of initiative', source: 'Normes minimales interagences VBG, 2019; HXL' },
  {
    awareness: term('Sensibilisation', 'Awareness', 'Campagne ou séances qui informent la communauté et disent où trouver des soins.', 'Campaign or sessions that inform the community and say where to find care.', '#activity+awareness'),
    medicalCare: term('Soins médicaux aux survivantes', 'Medical care for survivors', 'Prise en charge clinique du viol. Les soins de santé généraux n’en font pas partie.', 'Clinical management of rape. General health care is not part of it.', '#activity+medical'),
    medicalTraining: term('Formation du personnel de santé', 'Training of health staff', 'Formation à la prise en charge clinique du viol.', 'Training in the clinical management of rape.', '#activity+training+health'),
    kitSupply: term('Fourniture de kits', 'Kit supply', 'Livraison de kits PPE ou d’autres intrants.', 'Delivery of PEP kits or other supplies.', '#activity+supply'),
    mobileMission: term('Mission mobile', 'Mobile mission', 'Équipe envoyée pour une durée limitée, par exemple pour opérer des fistules.', 'Team sent for a limited time, for example to repair fistulas.', '#activity+mobile'),
    contingencyStock: term('Stock de contingence', 'Contingency stock', 'Kits prépositionnés avant une crise.', 'Kits in place before a crisis.', '#activity+contingency'),
    psychosocial: term('Soutien psychosocial', 'Psychosocial support', 'Écoute, espaces sûrs, santé mentale.', 'Listening, safe spaces, mental health.', '#activity+mhpss'),
    caseManagement: term('Gestion de cas', 'Case management', 'Accompagnement et référencement de chaque personne.', 'Support and referral of each person.', '#activity+casemanagement'),
    legalAid: term('Aide juridique', 'Legal aid', 'Conseil, accompagnement en justice, cliniques juridiques.', 'Advice, support in court, legal clinics.', '#activity+legal'),
    protection: term('Protection', 'Protection', 'Prévention, monitoring et mécanismes communautaires de protection.', 'Prevention, monitoring and community protection mechanisms.', '#activity+protection'),
    securityTraining: term('Formation des forces', 'Security training', 'Formation des casques bleus, assistants de liaison, armée, police et agents pénitentiaires.', 'Training of peacekeepers, liaison assistants, army, police and prison staff.', '#activity+training+security'),
    socioEconomic: term('Réinsertion socio-économique', 'Socio-economic support', 'Activités génératrices de revenus, formation professionnelle.', 'Income-generating activities, vocational training.', '#activity+livelihoods'),
    coordination: term('Coordination', 'Coordination', 'Animation et renforcement de mécanismes de coordination.', 'Running and strengthening coordination mechanisms.', '#activity+coordination'),
    dataMapping: term('Données et cartographie', 'Data and mapping', 'Collecte, analyse et cartographie.', 'Collection, analysis and mapping.', '#activity+data'),
    other: term('Autre', 'Other', 'Autre activité, ou activité que le texte ne permet pas de dire.', 'Another activity, or one the text does not let us tell.', '#activity'),
  },
);

export const topics = vocabulary(
  { name: 'topics', fr: 'Sujets', en: 'Topics', source: 'Jonction, domain.md §1' },
  {
    sexualViolence: term('Violences sexuelles', 'Sexual violence', 'Violences sexuelles et basées sur le genre, protection contre l’exploitation et les abus sexuels.', 'Sexual and gender-based violence, protection from sexual exploitation and abuse.'),
    fistula: term('Fistule', 'Fistula', 'Fistule obstétricale ou traumatique.', 'Obstetric or traumatic fistula.'),
    other: term('Autre sujet', 'Other topic', 'Un autre sujet : ne compte jamais dans les écarts.', 'Another topic: never counts in the gaps.'),
  },
);

export const initiativeStatuses = vocabulary(
  { name: 'initiativeStatuses', fr: 'États d’une initiative', en: 'Initiative statuses', source: 'HXL #status' },
  {
    planned: term('Prévue', 'Planned', 'N’a pas commencé.', 'Has not started.'),
    ongoing: term('En cours', 'Ongoing', 'Est en cours.', 'Is running.'),
    completed: term('Terminée', 'Completed', 'Est terminée.', 'Has ended.'),
    suspended: term('Suspendue', 'Suspended', 'Est interrompue.', 'Is interrupted.'),
    cancelled: term('Annulée', 'Cancelled', 'N’aura pas lieu.', 'Will not take place.'),
    unknown: term('Non précisé', 'Not stated', 'La source ne le dit pas.', 'The source does not say.'),
  },
);

export const targetGroups = vocabulary(
  { name: 'targetGroups', fr: 'Publics', en: 'Target groups', source: 'Jonction, domain.md §1' },
  {
    communityAtLarge: term('Communauté', 'Community at large', 'Toute la population du lieu.', 'The whole population of the place.'),
    womenAndGirls: term('Femmes et filles', 'Women and girls', 'Femmes et filles.', 'Women and girls.'),
    menAndBoys: term('Hommes et garçons', 'Men and boys', 'Hommes et garçons.', 'Men and boys.'),
    displaced: term('Personnes déplacées', 'Displaced people', 'Personnes déplacées internes.', 'Internally displaced people.'),
    returnees: term('Personnes retournées', 'Returnees', 'Personnes revenues chez elles.', 'People who came back home.'),
    refugees: term('Réfugiés', 'Refugees', 'Personnes réfugiées.', 'Refugees.'),
    pupilsAndTeachers: term('Élèves et enseignants', 'Pupils and teachers', 'Milieu scolaire.', 'Schools.'),
    communityLeaders: term('Leaders communautaires', 'Community leaders', 'Autorités coutumières, religieuses et relais.', 'Customary and religious authorities and focal points.'),
    healthStaff: term('Personnel de santé', 'Health staff', 'Soignants et gestionnaires de structures.', 'Carers and managers of structures.'),
    peacekeepingMilitary: term('Casques bleus', 'Peacekeeping military', 'Militaires d’une mission de paix.', 'Military of a peace mission.'),
    communityLiaisonAssistants: term('Assistants de liaison communautaire', 'Community liaison assistants', 'Assistants qui relient une mission de paix et les communautés.', 'Assistants who link a peace mission and communities.'),
    armedForces: term('Forces armées', 'Armed forces', 'Militaires de l’armée nationale.', 'Military of the national army.'),
    armedForcesDependants: term('Dépendants des forces armées', 'Dependants of the armed forces', 'Familles de militaires.', 'Families of soldiers.'),
    exCombatants: term('Ex-combattants', 'Ex-combatants', 'Personnes sorties de groupes armés.', 'People who left armed groups.'),
    police: term('Police', 'Police', 'Agents de police.', 'Police officers.'),
    penitentiaryAgents: term('Agents pénitentiaires', 'Penitentiary agents', 'Personnel des prisons.', 'Prison staff.'),
    survivorsAssociations: term('Associations de survivantes', 'Survivors’ associations', 'Associations menées par des survivantes.', 'Associations led by survivors.'),
  },
);

export const workingGroupDomains = vocabulary(
  { name: 'workingGroupDomains', fr: 'Domaines des groupes de travail', en: 'Working-group domains', source: 'Stratégie nationale de lutte contre les VBG, RDC' },
  {
    fightAgainstImpunity: term('Lutte contre l’impunité', 'Fight against impunity', 'Justice et poursuites.', 'Justice and prosecution.'),
    protectionAndPrevention: term('Protection et prévention', 'Protection and prevention', 'Prévention et protection des communautés.', 'Prevention and protection of communities.'),
    multisectoralAssistance: term('Assistance multisectorielle', 'Multisectoral assistance', 'Soins, soutien psychosocial, aide juridique et réinsertion.', 'Care, psychosocial support, legal aid and reintegration.'),
    dataAndMapping: term('Données et cartographie', 'Data collection and mapping', 'Collecte et cartographie.', 'Collection and mapping.'),
  },
);
