import { expect, it } from 'vitest';
import { packCells, unpackCells } from './row-cells';

it('cells come out of a pack as they went in, columns that a row lacks left out', () => {
  const rows = [{ nom: 'Mto', note: 'é « » 𝄞' }, { nom: '' }, { autre: '=1+1' }];
  const pack = packCells(rows);
  expect(rows.map((_, index) => unpackCells(pack, index))).toEqual(rows);
  expect(unpackCells(packCells([{ a: '1' }]), 0)).toEqual({ a: '1' });
});
