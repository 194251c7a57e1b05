import { describe, expect, it } from 'vitest';
import type { InitiativeKind, Topic } from '#domain/records';
import { assignKinds } from './assign-kinds';

const GBV = 'Protection: Violences basées sur le genre';
const HEALTH = 'Santé';
const NUTRITION = 'Nutrition';
const WASH = 'Eau, Assainissement et Hygiène';
const CHILD = "Protection: Protection de l'enfant";
const EDUCATION = 'Education';
const GENERAL = 'Protection générale';
const CCCM = 'CCCM';

type Case = readonly [cluster: string | null, title: string, comment: string | null, kinds: readonly InitiativeKind[], topic: Topic, toReview: boolean];

/** Sentences as the reports have them, each with the answer that a person gave. */
const CASES: readonly Case[] = [
  // Awareness
  [GBV, 'Sensibilisation sur les VBG dans trois quartiers', null, ['awareness'], 'sexualViolence', false],
  [GBV, 'Vulgarisation des notions de VBG et du circuit de référencement', null, ['awareness'], 'sexualViolence', false],
  [GBV, 'Programme d’égalité', 'Les personnes sensibilisées commencent à en parler au village.', ['awareness'], 'sexualViolence', false],
  [GBV, 'Prévention et réponse aux VBG', 'Les séances de sensibilisation se sont bien tenues au marché', ['awareness'], 'sexualViolence', false],
  [EDUCATION, 'Projet scolaire', 'Sensibilisation de 200 élèves sur l’exploitation et les abus sexuels', ['awareness'], 'sexualViolence', false],
  [CHILD, 'Réponse aux déplacés', 'La communauté a été informée sur les thématiques VBG', ['awareness'], 'sexualViolence', false],
  [GBV, 'Safe homes', 'GBV awareness raising sessions with community groups', ['awareness'], 'sexualViolence', false],
  [GBV, 'Voix des femmes', 'Deux émissions radio sur les VBG ont été diffusées', ['awareness'], 'sexualViolence', false],
  [WASH, 'Réponse d’urgence', 'Sensibilisation porte à porte sur le lavage des mains', ['awareness'], 'other', false],
  [NUTRITION, 'Prévention de la malnutrition', 'FEFA sensibilisées sur l’ANJE', ['awareness'], 'other', false],
  [CCCM, 'Sensibilisations (gestion des sites)', null, ['awareness'], 'other', false],
  // Awareness that is only wanted, planned, absent, or the subject of a training
  [GBV, 'Prévention des VBG', 'Besoin de moyens pour mieux faire la sensibilisation', [], 'sexualViolence', true],
  [GBV, 'Prévention des VBG', 'La sensibilisation n’a pas encore commencé', [], 'sexualViolence', true],
  [GBV, 'Prévention des VBG', '5000 personnes seront sensibilisées le mois prochain', [], 'sexualViolence', true],
  [GBV, 'Appui aux OBC', 'Les animatrices ont été formées sur les techniques de sensibilisation', [], 'sexualViolence', true],
  [GBV, 'Appui aux OBC', 'Manque de supports de sensibilisation', [], 'sexualViolence', true],
  [GBV, 'Prévention des VBG', 'No awareness sessions were held', [], 'sexualViolence', true],
  [GBV, 'Lutte contre les VBG', 'Sensibilisation sur le choléra et l’hygiène des mains', [], 'sexualViolence', true],
  // Vague words alone
  [GBV, 'Réponse multisectorielle en protection VBG', null, [], 'sexualViolence', true],
  [GBV, 'Prévention et réponse aux VBG', 'La prise en charge a été assurée', [], 'sexualViolence', true],
  [CHILD, 'Prise en charge des victimes de violences sexuelles', null, [], 'sexualViolence', true],
  [GBV, 'Projet Tumaini', null, [], 'sexualViolence', true],
  // Medical care
  [GBV, 'Prévention et réponse aux VBG', 'La prise en charge médicale a été assurée', ['medicalCare'], 'sexualViolence', false],
  [GBV, 'Assistance aux survivantes', 'Les SVS reçoivent une assistance médicale dans les centres appuyés', ['medicalCare'], 'sexualViolence', false],
  [HEALTH, 'Accès à la prise en charge médicale après une violence basée sur le genre (PEC VBG)', null, ['medicalCare'], 'sexualViolence', false],
  [HEALTH, 'Clinical management of rape in two health zones', null, ['medicalCare'], 'sexualViolence', false],
  [HEALTH, 'Campagne de réparation chirurgicale des fistules', null, ['medicalCare'], 'fistula', false],
  [GBV, 'Appui à l’accès aux soins de santé primaires', null, [], 'sexualViolence', true],
  [HEALTH, 'Prise en charge médicale des blessés', null, [], 'other', false],
  [NUTRITION, 'Prise en charge médicale et nutritionnelle des enfants', null, ['other'], 'other', false],
  [GBV, 'Lutte contre les VBG', 'Sensibilisation sur la prise en charge médicale des survivantes', ['awareness'], 'sexualViolence', false],
  [GBV, 'Réponse VBG', 'Les structures manquent de prise en charge médicale', [], 'sexualViolence', true],
  // Trainings: of whom
  [GBV, 'Renforcement des soins', 'Formation de 20 prestataires de soins sur la prise en charge clinique du viol', ['medicalTraining'], 'sexualViolence', false],
  [GBV, 'Renforcement', 'Les infirmiers de la zone ont été formés sur les VBG', ['medicalTraining'], 'sexualViolence', false],
  [CHILD, 'Tumaini', 'Formation des prestataires de soins en SNIS', [], 'other', false],
  [GBV, 'Résilience', 'Formation des leaders communautaires sur les VBG', ['protection'], 'sexualViolence', false],
  [GBV, 'Prévention', 'Formation de 30 policiers sur les violences sexuelles', ['securityTraining'], 'sexualViolence', false],
  [GENERAL, 'Training of FARDC officers on sexual violence', null, ['securityTraining'], 'sexualViolence', false],
  [CHILD, 'Protection', 'Formation animée par la section protection de la MONUSCO', [], 'other', false],
  [GBV, 'Appui aux OBC', 'Les comités sont formés sur le leadership et la gestion des AGR', [], 'sexualViolence', true],
  [EDUCATION, 'Centre d’information et de documentation', null, [], 'other', false],
  // Kits
  [GBV, 'Appui aux structures', 'Dotation de trois centres en kits PEP', ['kitSupply'], 'sexualViolence', false],
  [GBV, 'Prévention et réponse aux VBG', 'Les cas ont été pris en charge mais sans les produits et les kits PEP', [], 'sexualViolence', true],
  [GBV, 'Réponse', 'Il faut un appui en kits PPE pour cette zone enclavée', [], 'sexualViolence', true],
  [GBV, 'Préparation', 'Kits post-viol prépositionnés dans le dépôt', ['contingencyStock'], 'sexualViolence', false],
  [GENERAL, 'Appui en kits de dignité VBG', null, ['kitSupply'], 'sexualViolence', false],
  // Other services
  [GBV, 'Clinique mobile (CM)', null, ['mobileMission'], 'sexualViolence', false],
  [NUTRITION, 'Clinique mobile', null, ['mobileMission'], 'other', false],
  [GBV, 'Résilience', 'Gestion de cas de VBG', ['caseManagement'], 'sexualViolence', false],
  [GBV, 'Réponse d’urgence', 'Accompagnement psychosocial de 40 femmes', ['psychosocial'], 'sexualViolence', false],
  [GBV, 'Justice', 'Accompagnement judiciaire et clinique juridique', ['legalAid'], 'sexualViolence', false],
  [GBV, 'Relèvement', 'Activités génératrices de revenus pour 25 survivantes', ['socioEconomic'], 'sexualViolence', false],
  [GENERAL, 'Monitoring de protection et réponse aux VBG', null, ['protection'], 'sexualViolence', true],
  [GBV, 'Renforcement des mécanismes de coordination contre les abus et exploitations sexuels dans la réponse humanitaire', null, ['coordination'], 'sexualViolence', false],
  [GBV, 'Appui', 'Cartographie des services de prise en charge', ['dataMapping'], 'sexualViolence', false],
  // Topic
  ['Sécurité Alimentaire', 'Réponse en nutrition, sécurité alimentaire et VBG', null, ['other'], 'other', false],
  [EDUCATION, 'Réponse en éducation et protection/VBG', null, [], 'other', false],
  [CHILD, 'Réponse en protection de l’enfant et VBG', null, [], 'other', false],
  ['Protection: Lutte anti-mines', 'Assistance aux survivants de mines', null, ['other'], 'other', false],
  [HEALTH, 'HS et maladies', null, [], 'other', false],
  [EDUCATION, 'Lutte contre les EAS/HS en milieu scolaire', null, [], 'sexualViolence', true],
  [HEALTH, 'Projet de guichets uniques', null, [], 'other', true],
  [null, 'Réponse rapide en faveur des survivant.e.s de VBG', null, [], 'sexualViolence', true],
];

describe('kinds and topic from the words of a row', () => {
  it.each(CASES)('%s | %s | %s → %j, %s, to review: %s', (cluster, title, comment, kinds, topic, toReview) => {
    const reading = assignKinds({ cluster, title, comment });
    expect({ kinds: reading.kinds.map(({ kind }) => kind).sort(), topic: reading.topic, toReview: reading.toReview }).toEqual({ kinds: [...kinds].sort(), topic, toReview });
  });

  it('each assignment carries its rule, its confidence and the words as they were written', () => {
    const { kinds, topicWords } = assignKinds({ cluster: null, title: 'Campagne', comment: 'SENSIBILISATION et gestion de cas de VBG à Sake' });
    expect(kinds).toEqual([
      { kind: 'awareness', confidence: 'high', rule: 'awareness-sensibilisation', words: ['SENSIBILISATION'] },
      { kind: 'caseManagement', confidence: 'high', rule: 'case-management', words: ['gestion de cas'] },
    ]);
    expect(topicWords).toEqual(['VBG']);
  });

  it('says which words should be looked at', () => {
    expect(assignKinds({ cluster: GBV, title: 'Prévention des VBG', comment: 'Besoin de sensibilisation' }).reviewWords).toEqual(['Prévention', 'sensibilisation']);
  });

  it('an activity of another sector is no activity against sexual violence, whatever its title also names', () => {
    const reading = assignKinds({ cluster: NUTRITION, title: 'Santé, nutrition et soutien psychosocial', comment: null });
    expect(reading.kinds).toEqual([{ kind: 'other', confidence: 'medium', rule: 'other-sector', words: [NUTRITION] }]);
  });
});
