import { describe, expect, it } from 'vitest';
import type { EntryStart } from '../../api/entries';
import { answered, blankAssessment, firstStaffLine, firstStockLine, readAssessment, staffKnown, stockKnown, type TypedAssessment } from './typed-assessment';

const TODAY = '2026-11-28';
const blank = blankAssessment(TODAY);
const recordOf = (typed: TypedAssessment) => {
  const { entry } = readAssessment(typed, 's-1', TODAY);
  if (entry.kind !== 'assessment') throw new Error(`kind ${entry.kind}; expected assessment`);
  return entry.record;
};

describe('an assessment as typed', () => {
  it('says nothing of what nobody answered', () => {
    expect(recordOf(blank)).toEqual({ assessedOn: TODAY, assessedBy: null, functionality: 'unknown', accessibility: 'unknown', protocol: 'unknown', privateRoom: 'unknown', referralPath: 'unknown', services: [], trainedStaff: [], stockLines: [] });
    expect(readAssessment(blank, 's-1', TODAY)).toMatchObject({ missing: [], issues: [] });
  });

  it('tells nobody trained, and none in stock, from unknown', () => {
    const record = recordOf({ ...blank, staff: { ...blank.staff, cmr: { state: 'none', lines: [] } }, stock: { ...blank.stock, pepKitAdult: { state: 'none', lines: [] } } });
    expect(record.trainedStaff).toEqual([{ service: 'cmr', cadre: 'other', number: 0, women: null, men: null, trainedOn: null, protocolVersion: null }]);
    expect(record.stockLines).toEqual([{ item: 'pepKitAdult', batch: null, quantity: 0, expiry: null, countedOn: TODAY }]);
  });

  it('counts the stock on its own day where one is given', () => {
    const typed: TypedAssessment = { ...blank, countedOn: '2026-11-20', stock: { ...blank.stock, tetanus: { state: 'some', lines: [{ batch: ' T-1 ', quantity: '12', expiry: '' }] } } };
    expect(recordOf(typed).stockLines).toEqual([{ item: 'tetanus', batch: 'T-1', quantity: 12, expiry: null, countedOn: '2026-11-20' }]);
  });

  it('names each line by its place in the record', () => {
    const typed: TypedAssessment = {
      ...blank,
      staff: { ...blank.staff, cmr: { state: 'none', lines: [] }, psychosocial: { state: 'some', lines: [{ cadre: 'psychologist', number: '2', women: '3', men: '', trainedOn: '', protocolVersion: '' }] } },
      stock: { ...blank.stock, pepKitAdult: { state: 'some', lines: [{ batch: '', quantity: '5', expiry: '2027-05-31' }, { batch: '', quantity: '', expiry: '1970-01-01' }] } },
    };
    expect(firstStaffLine(typed, 'psychosocial')).toBe(1);
    expect(firstStockLine(typed, 'pepKitChild')).toBe(2);
    const { missing, issues } = readAssessment(typed, 's-1', TODAY);
    expect(missing).toEqual(['stockLines.1.quantity']);
    expect(issues.map(({ code, column, severity }) => [code, column, severity])).toEqual([
      ['sexesExceedTotal', 'trainedStaff.1.women', 'error'],
      ['dateBefore2000', 'stockLines.1.expiry', 'error'],
    ]);
  });

  it('says once that what was typed is no number, and that it is negative', () => {
    const stock = (quantity: string): TypedAssessment => ({ ...blank, stock: { ...blank.stock, pepKitAdult: { state: 'some', lines: [{ batch: '', quantity, expiry: '' }] } } });
    const codes = (quantity: string) => readAssessment(stock(quantity), 's-1', TODAY).issues.map(({ code, column }) => [code, column]);
    expect(codes('cinq')).toEqual([['numberInvalid', 'stockLines.0.quantity']]);
    expect(codes('−3')).toEqual([['numberNegative', 'stockLines.0.quantity']]);
    expect(codes('1 200')).toEqual([]);
  });

  it('says of the day of the count, once, that it is to come', () => {
    const typed: TypedAssessment = { ...blank, countedOn: '2026-12-24', stock: { ...blank.stock, tetanus: { state: 'none', lines: [] }, hepatitisB: { state: 'none', lines: [] } } };
    expect(readAssessment(typed, 's-1', TODAY).issues.map(({ code, column }) => [code, column])).toEqual([['dateInFuture', 'countedOn']]);
  });
});

describe('what was known last', () => {
  const from = { on: '2026-03-12', source: 'Visite', assessedBy: null };
  const start = {
    trainedStaff: [{ service: 'cmr', cadre: 'nurse', number: null, women: 1, men: null, trainedOn: '2025-06-01', protocolVersion: null, ...from }],
    stockLines: [
      { item: 'pepKitAdult', batch: null, quantity: 0, expiry: null, countedOn: '2026-03-12', ...from },
      { item: 'tetanus', batch: 'T-1', quantity: 4, expiry: null, countedOn: '2026-03-12', ...from },
    ],
  } as unknown as EntryStart;

  it('becomes an answer as it was, unknown numbers as unknown', () => {
    expect(staffKnown(start, 'cmr')).toEqual({ on: '2026-03-12', source: 'Visite', found: { state: 'some', lines: [{ cadre: 'nurse', number: '', women: '1', men: '', trainedOn: '2025-06-01', protocolVersion: '' }] } });
    expect(staffKnown(start, 'legalAid')).toBeNull();
    expect(stockKnown(start, 'pepKitAdult')?.found).toEqual({ state: 'none', lines: [] });
    expect(stockKnown(start, 'tetanus')?.found).toEqual({ state: 'some', lines: [{ batch: 'T-1', quantity: '4', expiry: '' }] });
  });
});

it('counts the questions that have an answer', () => {
  expect(answered(blank)).toEqual({ structure: { done: 0, of: 5 }, services: { done: 0, of: 4 }, staff: { done: 0, of: 4 }, stock: { done: 0, of: 9 } });
  expect(answered({ ...blank, protocol: 'no', stock: { ...blank.stock, tetanus: { state: 'none', lines: [] } } })).toMatchObject({ structure: { done: 1 }, stock: { done: 1 } });
});
