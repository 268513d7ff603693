import type { FunctionDeclaration } from '../../function-declaration.js';

export const FUNCTION = {
  purpose: 'Acts on texts that people send',
  needs: {
    items: ['inboundAndTown', 'requestAndTown'],
    towns: ['read', 'readTogether', 'findByNumber', 'recordLeave', 'handOver'],
    inbound: ['readTogether', 'remember'],
    requests: ['read', 'readTogether', 'save', 'create', 'readPerson', 'tellMore', 'findOfResident'],
    tasks: ['read', 'save'],
    board: 'readOpen',
    asks: ['list', 'answer', 'answerOfTasks', 'findOfPerson'],
    choices: 'record',
    erasures: ['ask', 'find'],
    callers: 'count',
    floods: ['hold', 'list', 'decide'],
    rounds: 'list',
    history: 'read',
    visits: 'record',
    receptions: 'record',
    texts: 'send',
    workflow: ['startRequests', 'answerWaitingTasks', 'answerStaffTasks'],
  },
  queue: 'inboundTopic',
} as const satisfies FunctionDeclaration;
