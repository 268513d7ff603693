/** The makers of papers, apart from the pages: loaded when somebody wants one. */
export { casePaper } from './case-paper.js';
export { drawPaper } from './draw-paper.js';
export { orderPaper } from './order-paper.js';
export { reportPaper } from './report-paper.js';
