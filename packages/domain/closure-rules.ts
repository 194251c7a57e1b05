import type { IsoDate } from './dates';
import type { MovementClosure } from './reach-records';

/** Whether an area is closed to movement on a day: first and last day included; without a last day, until further notice. */
export const isInForce = ({ start, end }: Pick<MovementClosure, 'start' | 'end'>, day: IsoDate): boolean => start <= day && (end === null || day <= end);
