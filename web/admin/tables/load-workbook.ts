/** Reads and writes workbooks; fetched when it is first needed. */
export const loadWorkbook = () => import('./workbook.js');
