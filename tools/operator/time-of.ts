/** A moment (epoch milliseconds) as operators' commands take and tell it: `2026-11-30T02:10:00Z`. */
export const timeOf = (at: number): string => new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z');
