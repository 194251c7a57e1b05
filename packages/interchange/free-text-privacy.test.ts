import { describe, expect, it } from 'vitest';
import { withoutContacts, withoutPersonalData } from './free-text-privacy';
import { cpuTimeMs } from '../../tests/cpu-time';

describe('personal data in free text', () => {
  it.each([
    ['Contact : Jean KABILA, tél. 099 12 34 567', 'Contact : [retiré], tél. [retiré]', ['phone', 'person']],
    ['Écrire à furaha.mwamba@exemple.org pour la liste', 'Écrire à [retiré] pour la liste', ['email']],
    ['Formation animée par Dr Jean Mukendi à Kilima', 'Formation animée par [retiré] à Kilima', ['person']],
    ['Mme Furaha Zawadi a reçu les kits', '[retiré] a reçu les kits', ['person']],
    ['Séances conduites avec KAMBALE Josué dans 3 aires', 'Séances conduites avec [retiré] dans 3 aires', ['person']],
    ['Point focal : Neema BAHATI', 'Point focal : [retiré]', ['person']],
    ['Joindre le responsable au +243 81 234 56 78', 'Joindre le responsable au [retiré]', ['phone']],
    ['WhatsApp: 812345678', 'WhatsApp: [retiré]', ['phone']],
    ['ATELIER ANIMÉ PAR JEAN MARIE KAMBALE À KILIMA', 'ATELIER ANIMÉ PAR [retiré] À KILIMA', ['person']],
    ['Rapport rempli par Sifa Kavira', 'Rapport rempli par [retiré]', ['person']],
    ['Kits remis au médecin chef, M. Amani Bisimwa.', 'Kits remis au médecin chef, [retiré].', ['person']],
    ['Séance animée par Kasereka MUHINDO dans le site', 'Séance animée par [retiré] dans le site', ['person']],
    ['Prepared by: Bintu KASEMIRE', 'Prepared by: [retiré]', ['person']],
    ['Pharmacie 08031234567', 'Pharmacie [retiré]', ['phone']],
    ['marie.k [at] non, marie.k @ ong.cd', 'marie.k [at] non, [retiré]', ['email']],
  ])('%s', (given, text, found) => expect(withoutPersonalData(given)).toEqual({ text, found }));

  it.each([
    'Sensibilisation sur les VBG dans la zone de santé de Kilima',
    'Écrire à info@exemple.org ou plaintes@exemple.org',
    'Ligne verte 495555', 'Appeler la ligne verte : 0800 123 4567 (gratuit)',
    '54 000 000 pour les 4 ONG', 'Le budget de USD 5875282,09', 'Début 01/07/2025, fin 31.12.2025', 'Du 2025-01-01 au 2025-12-31',
    'Hôpital Dr Kabila, Centre de santé Sainte Marie, Fondation Jean Paul II', 'Clinique Marie Stopes de Bukavu', 'Appui de la Fondation Denis Mukwege',
    'Point focal UNFPA Goma', 'Responsable : Division Provinciale de la Santé', 'Contact : Bureau Central de la Zone', 'Coordination Nord Kivu', 'Programme Alimentaire Mondial',
    'Médecins Sans Frontières', 'Norwegian Refugee Council', 'Save the Children', 'Haut Commissariat des Nations Unies', 'COORDINATION VBG ET PROTECTION', 'Zone de Santé de Mutwanga, CD6103ZS02',
    'Formation Des Leaders Communautaires Sur La Divine Protection Et Prise En Charge', 'Orphelins De Père Et Mère Au Sud-Kivu', 'PROJET DE PRISE EN CHARGE HOLISTIQUE',
    'Projet Tujenge Pamoja, phase 2', 'Hôpital Général de Référence de Rutshuru', 'Réponse à la crise de Sake et Minova',
  ])('nothing is taken out of: %s', (given) => expect(withoutPersonalData(given)).toEqual({ text: given, found: [] }));

  it('names of organisations keep what looks like a person, and lose contacts', () => {
    expect(withoutContacts('Fondation Marie Mwamba, 099 12 34 567')).toEqual({ text: 'Fondation Marie Mwamba, [retiré]', found: ['phone'] });
  });

  it('a hostile text takes no time', () => {
    const given = `${'A'.repeat(50_000)} ${'Dr '.repeat(20_000)}${'0 1 '.repeat(30_000)}${'x@'.repeat(20_000)}`;
    const startedAt = cpuTimeMs();
    withoutPersonalData(given);
    expect(cpuTimeMs() - startedAt).toBeLessThan(1000);
  });
});
