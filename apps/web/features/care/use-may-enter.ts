import { useImports } from '../../api/imports';

/** Who may load data may fill in forms; to others the page offers none. */
export const useMayEnter = (): boolean => useImports(true).isSuccess;
