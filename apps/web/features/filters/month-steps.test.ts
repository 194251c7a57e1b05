import { describe, expect, it } from 'vitest';
import { monthSteps } from './month-steps';

describe('monthSteps', () => {
  it('stops at each end of month, across a year and a leap February', () => {
    expect(monthSteps('2023-12-15', '2024-03-02', '2024-02-29')).toEqual(['2023-12-31', '2024-01-31', '2024-02-29', '2024-03-31']);
  });

  it('adds a chosen day in the middle of a month', () => {
    expect(monthSteps('2025-04-30', '2025-06-30', '2025-05-17')).toEqual(['2025-04-30', '2025-05-17', '2025-05-31', '2025-06-30']);
  });

  it('reaches out to a chosen date beyond the data', () => {
    expect(monthSteps('2025-05-01', '2025-05-31', '2025-07-31')).toEqual(['2025-05-31', '2025-06-30', '2025-07-31']);
    expect(monthSteps('2025-05-01', '2025-05-31', '2025-03-31')).toEqual(['2025-03-31', '2025-04-30', '2025-05-31']);
  });

  it('is one stop where everything is known for one day', () => {
    expect(monthSteps('2025-05-31', '2025-05-31', '2025-05-31')).toEqual(['2025-05-31']);
  });
});
