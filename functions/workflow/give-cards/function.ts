import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Warns before deadlines and opens supervision orders after them',
  needs: {
    towns: 'read',
    board: 'readOpen',
    requests: ['read', 'save', 'readPerson'],
    tasks: ['read', 'save'],
    asks: 'answerOfTasks',
    rounds: 'save',
    texts: 'send',
    workflow: ['startStaffTasks', 'endQuietTimes'],
  },
} as const satisfies FunctionDeclaration;
