/** The columns that a file of refused rows puts before the original ones, in this order. */
export const ISSUE_COLUMNS = ['code', 'row', 'column', 'value', 'expected', 'message_fr', 'message_en'] as const;
