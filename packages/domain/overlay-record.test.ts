import { describe, expect, it } from 'vitest';
import { overlayRecord } from './overlay-record';
import { type InitiativeRecord, noCounts, type StructureRecord } from './records';

const organisation = (name: string, typeAsGiven: string | null = null) => ({ role: 'implementing' as const, organisation: { name, acronym: null, type: 'nationalNgo' as const, typeAsGiven } });
const stored: InitiativeRecord = {
  scheme: 'ocha3w', externalId: 'x', title: 'Causeries  à\nGoma', description: 'Texte', kinds: [{ kind: 'awareness', confidence: 'high', rule: 'a', words: ['causerie'] }, { kind: 'psychosocial', confidence: 'medium', rule: 'b', words: [] }],
  topic: 'sexualViolence', topicWords: ['VBG'], toReview: false, domain: null, targetGroups: ['displaced', 'returnees'], targetGroupsAsGiven: 'PDI', organisations: [organisation('Heal Africa', 'ONG')],
  areaCodes: ['CD6101ZS01'], sectorAsGiven: null, start: null, end: null, status: 'ongoing', statusAsGiven: 'En cours', reportedOn: null, targeted: noCounts, reached: noCounts, budget: null, currency: null,
  tier: 'public', source: '3w.xlsx', sourceRow: 7,
};
const stated = (kind: InitiativeRecord['kinds'][number]['kind']) => ({ kind, confidence: 'stated' as const, rule: null, words: [] });
/** The same as a table says it. */
const given: InitiativeRecord = {
  ...stored, title: 'Causeries à Goma', kinds: [stated('psychosocial'), stated('awareness')], organisations: [organisation('HEAL AFRICA')], targetGroups: ['returnees', 'displaced'], source: 'modele.xlsx', sourceRow: 3, tier: 'hidden',
};
const only = ['title', 'description', 'kinds', 'organisations', 'areaCodes', 'targetGroups', 'targeted', 'source'] as const;

describe('a table over what is stored', () => {
  it('says the same in its own words: the stored record itself', () => {
    expect(overlayRecord('initiative', stored, given, only)).toBe(stored);
  });

  it('one field differs: only that one, and source, tier and what has no column stay', () => {
    expect(overlayRecord('initiative', stored, { ...given, targeted: { ...noCounts, total: 40 } }, only)).toEqual({ ...stored, targeted: { ...noCounts, total: 40 } });
    expect(overlayRecord('initiative', stored, { ...given, description: null }, only)).toEqual({ ...stored, description: null });
  });

  it('one of several kinds or organisations differs: the others keep what the record knows of them', () => {
    expect(overlayRecord('initiative', stored, { ...given, kinds: [stated('awareness'), stated('legalAid')] }, only).kinds).toEqual([stored.kinds[0], stated('legalAid')]);
    expect(overlayRecord('initiative', stored, { ...given, organisations: [organisation('Heal Africa'), organisation('Autre')] }, only).organisations).toEqual([organisation('Heal Africa', 'ONG'), organisation('Autre')]);
  });

  it('declared area: the name follows its code', () => {
    const structure: StructureRecord = { scheme: 's', externalId: '1', name: 'CS', type: 'CS', typeAsGiven: 'Centre', ownership: 'public', lngLat: null, areaCode: 'CD61', areaName: null, tier: 'public', supportedBy: ['B', 'A'], source: 'x', sourceRow: 1 };
    const keys = ['areaCode', 'areaName', 'supportedBy', 'type'] as const;
    expect(overlayRecord('structure', structure, { ...structure, areaName: 'Nord-Kivu', supportedBy: ['A', 'B'] }, keys)).toBe(structure);
    expect(overlayRecord('structure', structure, { ...structure, areaCode: 'CD62', areaName: 'Sud-Kivu' }, keys)).toEqual({ ...structure, areaCode: 'CD62', areaName: 'Sud-Kivu' });
  });
});
