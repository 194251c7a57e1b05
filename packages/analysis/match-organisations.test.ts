import { describe, expect, it } from 'vitest';
import { matchOrganisations, type MatchOrganisation } from './match-organisations';
import { readOrganisationName } from './organisation-names';

const named = (name: string, more: Partial<MatchOrganisation> = {}): MatchOrganisation => ({ id: name, name, acronym: null, aliases: [], hasType: false, listed: false, isPublic: true, ...more });
const matched = (organisations: readonly MatchOrganisation[], verdicts: Parameters<typeof matchOrganisations>[1] = []) => {
  const { pairs, standsFor } = matchOrganisations(organisations, verdicts);
  return {
    pairs: pairs.map(({ a, b, reasons, joinedByRule }) => `${organisations[a]?.name ?? ''} | ${organisations[b]?.name ?? ''}: ${joinedByRule ? 'joined' : 'open'} ${reasons.join(' ')}`),
    follows: standsFor.flatMap((root, at) => (root === at ? [] : [`${organisations[at]?.name ?? ''} → ${organisations[root]?.name ?? ''}`])),
  };
};

describe('names of organisations', () => {
  it.each([
    ['Heal Africa (HA)', 'heal africa', 'ha'],
    ['ONG Heal Africa', 'heal africa', null],
    ['HEAL AFRICA asbl', 'heal africa', null],
    ['Action pour la paix (Goma et Bukavu)', 'action pour la paix goma et bukavu', null],
    ['ONG', 'ong', null],
  ])('%s', (name, key, acronymKey) => expect(readOrganisationName(name)).toMatchObject({ key, acronymKey }));
});

describe('organisations under several names', () => {
  it('legal form and acronym in brackets: joined, the one with the acronym stands', () => {
    expect(matched([named('Heal Africa (HA)'), named('ONG Heal Africa', { acronym: 'HA' }), named('HEAL AFRICA')])).toMatchObject({ follows: ['Heal Africa (HA) → ONG Heal Africa', 'HEAL AFRICA → ONG Heal Africa'] });
  });

  it('alias-list: a known other name leads to the listed organisation', () => {
    expect(matched([named('Fonds des Nations Unies pour l’enfance', { acronym: 'UNICEF' }), named('United Nations Children’s Fund', { listed: true, acronym: 'UNICEF', aliases: ['Fonds des Nations unies pour l’enfance', 'unicef'] })])).toEqual({
      pairs: ['Fonds des Nations Unies pour l’enfance | United Nations Children’s Fund: joined knownAlias sameAcronym'], follows: ['Fonds des Nations Unies pour l’enfance → United Nations Children’s Fund'],
    });
  });

  it('acronym-of-two: leads to neither', () => {
    expect(matched([named('APP'), named('Action pour la paix', { acronym: 'APP' }), named('Appui aux paysans', { acronym: 'APP' })]).follows).toEqual([]);
    expect(matched([named('APP'), named('Action pour la paix', { acronym: 'APP' })]).follows).toEqual(['APP → Action pour la paix']);
  });

  it('alike, or of one acronym: for a person; with two acronyms two names', () => {
    expect(matched([named('Jesuit Refugees Service'), named('Jesuit Refugee Services')]).pairs).toEqual(['Jesuit Refugees Service | Jesuit Refugee Services: open nameAlike']);
    expect(matched([named('Action contre la faim', { acronym: 'ACF' }), named('Action Against Hunger', { acronym: 'ACF' })]).pairs).toEqual(['Action contre la faim | Action Against Hunger: open sameAcronym']);
    expect(matched([named('Association pour le développement de Goma', { acronym: 'ADG' }), named('Association pour le développement de Gombe', { acronym: 'ADGO' })]).pairs).toEqual([]);
  });

  it('two that lists name: joined by rule only where the names differ by form alone; a person may', () => {
    expect(matched([named('Danish Refugee Council', { listed: true }), named('Danish Refugee Council (DRC)', { listed: true }), named('DRC')]).follows).toHaveLength(2);
    const two = [named('Médecins du Monde', { listed: true, aliases: ['Médecins du Monde Belgique'] }), named('Médecins du Monde Belgique', { listed: true })];
    expect(matched(two)).toEqual({ pairs: ['Médecins du Monde | Médecins du Monde Belgique: open knownAlias'], follows: [] });
    expect(matched(two, [{ a: 0, b: 1, verdict: 'same' }]).follows).toHaveLength(1);
  });

  it('said-different stays apart; who is not public never stands before who is', () => {
    expect(matched([named('Heal Africa'), named('ONG Heal Africa')], [{ a: 0, b: 1, verdict: 'different' }]).follows).toEqual([]);
    expect(matched([named('Cercle', { isPublic: false, acronym: 'C' }), named('ONG Cercle')]).follows).toEqual(['Cercle → ONG Cercle']);
  });
});
