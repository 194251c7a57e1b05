import { describe, expect, it } from 'vitest';
import { readPageState, writePageState } from './page-state';

describe('the state in the address', () => {
  it('goes out and comes back the same', () => {
    const address = '?lang=en&lens=funding&asOf=2025-05-31&threshold=7.5&province=CD61,CD62&kind=awareness,legalAid&off=blindSpot&footprints=1&area=CD6107ZS05&map=29.5000,-1.2500,7.25';
    expect(writePageState(readPageState(address))).toBe(address);
  });

  it('keeps what is tried out, and nothing where it cannot be read', () => {
    for (const address of ['?whatIf=on', '?whatIf=c%3ACD6107ZS05,r%3As-1']) expect(writePageState(readPageState(address))).toBe(address);
    expect(readPageState('?whatIf=x:1').whatIf).toBeNull();
  });

  it('leaves initial values out', () => {
    expect(writePageState(readPageState(''))).toBe('');
    expect(writePageState(readPageState('?lang=fr&view=gaps&off=&decided=1'))).toBe('');
  });

  it('opens a mangled link with the initial values', () => {
    const state = readPageState('?lens=donor&asOf=2025-99-31&threshold=-1&kind=party,awareness&map=900,2,3&decided=maybe&theta=');
    expect(state).toMatchObject({ lens: 'coordination', asOf: null, threshold: null, kind: ['awareness'], map: null, decided: true, theta: null });
  });

  it('keeps the point from which care is looked for, to ten metres, and leaves out what is none', () => {
    expect(writePageState(readPageState('?from=28.90004,-1.99996'))).toBe('?from=28.9000,-2.0000');
    for (const wrong of ['28.9', '28.9,-95', '28.9,', 'here,there', '1,2,3']) expect(readPageState(`?from=${wrong}`).from, wrong).toBeNull();
  });

  it('opens on a form of a structure, and on the map where the form is unknown', () => {
    const address = '?structure=s-1&form=assessment';
    expect(writePageState(readPageState(address))).toBe(address);
    expect(readPageState('?view=care&care=kits&form=poem')).toMatchObject({ view: 'care', care: 'kits', form: null });
  });

  it('keeps a plan with its outline, and opens a mangled outline without one', () => {
    const address = '?lens=planning&planKind=kitSupply&planOutline=29.1%20-1.2,29.30001%20-1.2,29.2%20-1.5&planGroups=police&planPeople=1500';
    expect(writePageState(readPageState(address))).toBe(address);
    expect(readPageState('?planOutline=29.1,-1.2').planOutline).toEqual([]);
  });

  it('keeps what a person typed in the search, signs and all', () => {
    const state = { ...readPageState(''), search: 'Nyira & Goma, 50 %' };
    expect(readPageState(writePageState(state)).search).toBe('Nyira & Goma, 50 %');
  });
});
