import { describe, expect, it } from 'vitest';
import { facilityName } from './facility-names';

describe('names of places of care', () => {
  it.each([
    ['Clinique Dr Jean Mukendi, tél. 099 12 34 567', false, 'Clinique Dr Jean Mukendi', ['phone']],
    ['Dr John Kamau Clinic', false, 'Dr John Kamau Clinic', []],
    ['Florence Drug Shop', false, 'Florence Drug Shop', []],
    ['Maman Musayi', false, 'Maman Musayi', []],
    ['Hôpital Jean Paul II', false, 'Hôpital Jean Paul II', []],
    ['Dr Jean Mukendi', false, null, ['person']],
    // One who practises alone: two names, whichever, are a person.
    ['Maria Lopez', true, null, ['person']],
    ['Maria Lopez', false, 'Maria Lopez', []],
    ['Kilima', true, 'Kilima', []],
    ['0991234567', false, null, ['phone']],
    ['', false, null, []],
  ] as const)('%s (practice of one: %s)', (given, practice, name, found) => expect(facilityName(given, practice)).toEqual({ name, found }));
});
