/** The bands of minutes to ready care, shortest first, and their colours: one hue that no class has, darker where care is nearer, so that a grey print says the same. */
export const BANDS = [
  { minutes: 30, colour: '#54468a' },
  { minutes: 60, colour: '#8a7db8' },
  { minutes: 90, colour: '#b9b0d8' },
  { minutes: 120, colour: '#e0dbef' },
] as const;
