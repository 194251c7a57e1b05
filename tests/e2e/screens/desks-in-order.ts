import { expect, it } from 'vitest';
import { VIEWPORTS, type Harness } from '../harness';
import { inOrder } from './forms';
import { openDetails } from './on-screen';
import { begin, screen, structureCalled } from './walk';

const DESKS = ['watch', 'sessions', 'kits', 'missions', 'proposals', 'standards&compareA=cmr-minimum@1&compareB=cmr-minimum@2'];
const FORMS = ['assessment', 'delivery', 'consumption', 'loss', 'session', 'mission', 'standard'];

export function desksAndFormsInOrder(harness: () => Harness): void {
  it.each(Object.keys(VIEWPORTS) as (keyof typeof VIEWPORTS)[])('axe objects to no desk and no form, and none is wider than the screen (%s)', async (viewport) => {
    const { page, faults } = await harness().open('/?view=care', { viewport });
    const walk = begin(page, 'fr');
    const { id } = await structureCalled(page, 'HGR d’exercice Beni');
    for (const address of [...DESKS.map((desk) => `&view=care&care=${desk}`), ...FORMS.map((form) => `&view=care&structure=${id}&form=${form}`)]) {
      await screen(walk, address);
      await openDetails(page);
      await inOrder(page, address);
    }
    expect(faults).toEqual([]);
  });
}
