/** Every Lambda function and what it is for: its folder under functions/, its bundle under dist/fn/. */
export const FUNCTION_PURPOSES = {
  'submit-request': 'Takes in a request from the web form',
  'track-request': 'Shows a resident how far a request is',
  'answer-request': "Takes a resident's answer",
  'find-similar': 'Offers open requests like the one being reported',
  'read-town': 'Lists villages and categories, finds a grid',
  'read-statistics': 'Computes the figures of a period',
  'read-bulletin': 'Shows what the daily close published',
  'serve-open311': 'Speaks Open311 GeoReport v2 with other programs',
  'serve-ask': 'Shows one ask to whom it was put, takes the answer',
  'serve-visits': "Shows a grid's visits of the week and records them",
  'serve-page': "Serves the residents' pages",
  'assign-request': 'Finds the grid and the path of a request',
  'ask-person': 'Puts an ask to a person and texts it',
  'record-step': 'Records what happened and says what comes next',
  'record-task': 'Records what the staff did on a task and says what comes next',
  'close-request': 'Closes a request and what was joined to it',
  'plan-visits': "Lists and texts the week's visits",
  'receive-sms': 'Acts on texts that people send',
  'start-rounds': "Starts the towns' recurring systems when due",
  'sweep-requests': 'Starts accepted requests not yet begun',
} as const;
export type FunctionName = keyof typeof FUNCTION_PURPOSES;
