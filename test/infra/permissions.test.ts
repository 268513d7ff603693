import { permissionLines, statementsByRole } from './permissions.js';
import { synthesize } from './synthesized.js';

const template = synthesize();
const roles = statementsByRole(template);

const TABLE = 'on RequestRecordsTable';
const TOWN = `dynamodb:GetItem dynamodb:Query ${TABLE} *#town#*`;
const TOWN_VERSIONS = `dynamodb:Query ${TABLE} *#town#*`;
const readTogether = (...kinds: string[]): string =>
  `dynamodb:BatchGetItem ${TABLE} ${kinds.map((kind) => `*#${kind}#*`).join(' ')}`;
const DIRECTORY = `dynamodb:GetItem ${TABLE} towns`;
const LIST_TOWNS = `dynamodb:GetItem dynamodb:Query ${TABLE} towns`;
/** Which town a number reaches. */
const NUMBERS = `dynamodb:GetItem ${TABLE} *#number#*`;
/** A function gives towns their turns by a queue of its own, and gets them from it. */
const turnsOf = (name: string): string[] => [
  `sqs:ChangeMessageVisibility sqs:DeleteMessage sqs:GetQueueAttributes sqs:GetQueueUrl sqs:ReceiveMessage sqs:SendMessage on ${name}TurnsQueue`,
];
/** A town and its number are listed. */
const LIST_TOWN = [
  `dynamodb:GetItem dynamodb:PutItem ${TABLE} towns`,
  `dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem ${TABLE} *#number#*`,
];
const READ_PERSON = `dynamodb:GetItem ${TABLE} *#person#*`;
const CHANGE_REQUESTS = `dynamodb:GetItem dynamodb:PutItem ${TABLE} *#request#*`;
const ANSWER_ASKS = `dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem ${TABLE} *#request#*`;
const CHANGE_TASKS = `dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem ${TABLE} *#task#*`;
const CARRIER_AWAITED = `dynamodb:Query ${TABLE}/index/unstarted *#unstarted#texts`;
const TEXT_PEOPLE = [
  // Whether it was sent before; what became of it.
  `dynamodb:GetItem dynamodb:PutItem ${TABLE} *#text#*`,
  `dynamodb:UpdateItem ${TABLE} *#tally#*`,
  // What is not sent is counted.
  `dynamodb:UpdateItem ${TABLE} *#flood#*`,
  'sns:Publish on not arn:*:sns:*:*:*',
  // Whether others wait for the carrier.
  CARRIER_AWAITED,
];
/** What a person chose, and by which secret the town's carrier takes texts. */
const OPTED_OUT = `dynamodb:GetItem ${TABLE} *#phone#* *#carrier#*`;
/** How much a caller did, and what the desk decided about an origin. */
const LIMIT_CALLERS = `dynamodb:GetItem dynamodb:UpdateItem ${TABLE} *#caller#*`;
const FLOOD_STATE = `dynamodb:GetItem dynamodb:UpdateItem ${TABLE} *#flood#*`;
/** The same, without the count that is part of it. */
const TEXT_OF_DOORS = TEXT_PEOPLE.filter((line) => !line.includes('#flood#'));
const LIST_HISTORY = `dynamodb:Query ${TABLE}/index/history *#history#*`;
/** A visit is recorded, and what is left of the week's list is said. */
const RECORD_VISITS = [
  `dynamodb:PutItem ${TABLE} *#visit#*`,
  `dynamodb:Query ${TABLE} *#round#*`,
  LIST_HISTORY,
];
const TEXTS_OF_REQUESTS = [
  LIST_HISTORY,
  `dynamodb:GetItem dynamodb:Query ${TABLE} *#text#*`,
  `dynamodb:GetItem ${TABLE} *#inbound#*`,
];
const KEEP_QUOTAS = `dynamodb:GetItem dynamodb:PutItem ${TABLE} *#quota#*`;
/** Requests of a span, closed ones and those that are open. */
const READ_REQUESTS = [LIST_HISTORY, `dynamodb:Query ${TABLE}/index/board *#board#open`];
const FIND_OPEN = `dynamodb:Query ${TABLE}/index/board *#board#open *#board#closed-*`;
const LIST_BOARD = `dynamodb:Query ${TABLE}/index/board *#board#*`;
const WANT_ERASED = `dynamodb:PutItem ${TABLE} *#erasure#*`;
const BY_CONTACT = `dynamodb:Query ${TABLE}/index/by-contact *#contact#*`;
const START = 'states:StartExecution on WorkflowsResidentRequest';
/** Go on with the machines in which tasks wait for a person's answer. */
const RESOLVE =
  'states:SendTaskFailure states:SendTaskSuccess on WorkflowsCoordination, WorkflowsResidentRequest';
const RESOLVE_STAFF_TASK =
  'states:SendTaskFailure states:SendTaskSuccess on StaffWorkFollowUp, StaffWorkStaffTask';

/** Every state machine there is, by where it stands, and its name. */
const NAMES = {
  DailyCloseRound: 'daily-close',
  DeadlineCardsRound: 'deadline-cards',
  InspectionsMonthly: 'monthly-inspection',
  InspectionsWeekly: 'weekly-inspection',
  StaffWorkFollowUp: 'follow-up',
  StaffWorkStaffTask: 'staff-task',
  VisitsRound: 'visit-round',
  WorkflowsCoordination: 'coordination',
  WorkflowsResidentRequest: 'resident-request',
} as const;
const MACHINES = Object.keys(NAMES);
const executionsNamed = (name: string): string =>
  `arn:AWS::Partition:states:AWS::Region:AWS::AccountId:execution:small-grid-local-${name}:*`;
/** Of every machine. */
const EXECUTIONS = Object.values(NAMES)
  .map((name) => executionsNamed(name))
  .toSorted();
const executionsOf = (machine: keyof typeof NAMES): string => executionsNamed(NAMES[machine]);

/** What AWS asks for to deliver a state machine's log; these actions know no resources. */
const LOG_DELIVERY =
  'logs:CreateLogDelivery logs:DeleteLogDelivery logs:DescribeLogGroups logs:DescribeResourcePolicies ' +
  'logs:GetLogDelivery logs:ListLogDeliveries logs:PutResourcePolicy logs:UpdateLogDelivery on *';

/** Run tasks of the staff and wait for their end. */
const NEST_STAFF_TASKS = [
  'states:StartExecution on StaffWorkStaffTask',
  'states:DescribeExecution states:StopExecution on arn:AWS::Partition:states:AWS::Region:AWS::AccountId:execution:StaffWorkStaffTask:*',
  'events:DescribeRule events:PutRule events:PutTargets on arn:AWS::Partition:events:AWS::Region:AWS::AccountId:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule',
];

const FUNCTIONS: [name: string, may: string[]][] = [
  [
    'SubmitRequest',
    [
      TOWN,
      DIRECTORY,
      CHANGE_REQUESTS,
      `dynamodb:PutItem ${TABLE} *#person#*`,
      LIMIT_CALLERS,
      FLOOD_STATE,
      OPTED_OUT,
      ...TEXT_OF_DOORS,
      START,
    ],
  ],
  [
    'TrackRequest',
    [
      TOWN,
      DIRECTORY,
      `dynamodb:GetItem dynamodb:Query ${TABLE} *#request#*`,
      READ_PERSON,
      `dynamodb:GetItem ${TABLE} *#quota#*`,
      `dynamodb:GetItem ${TABLE} *#work-photos#*`,
      // What was texted about it, for its resident's copy.
      ...TEXTS_OF_REQUESTS,
      // Who looked at a request, and not the days of the trail.
      `dynamodb:Query ${TABLE} *#audit#request/*`,
    ],
  ],
  [
    'ReachRequest',
    [
      TOWN,
      DIRECTORY,
      `dynamodb:GetItem ${TABLE} *#request#*`,
      LIMIT_CALLERS,
      `dynamodb:UpdateItem ${TABLE} *#sign-in#*`,
      `dynamodb:GetItem dynamodb:PutItem ${TABLE} *#secret#*`,
      'sns:Publish on SignInCodes',
    ],
  ],
  [
    'AnswerRequest',
    [
      readTogether('request', 'town'),
      TOWN,
      DIRECTORY,
      ANSWER_ASKS,
      `dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem ${TABLE} *#person#*`,
      LIMIT_CALLERS,
      FLOOD_STATE,
      OPTED_OUT,
      ...TEXT_OF_DOORS,
      WANT_ERASED,
      RESOLVE,
      START,
    ],
  ],
  ['FindSimilar', [TOWN, DIRECTORY, `dynamodb:Query ${TABLE}/index/by-grid *#grid#*`, LIMIT_CALLERS]],
  [
    'KeepPhotos',
    [
      TOWN,
      DIRECTORY,
      CHANGE_REQUESTS,
      `dynamodb:GetItem dynamodb:PutItem ${TABLE} *#photo#*`,
      `dynamodb:GetItem dynamodb:PutItem ${TABLE} *#work-photos#*`,
      `dynamodb:DeleteItem ${TABLE} *#published#*`,
      `dynamodb:GetItem ${TABLE} *#secret#*`,
    ],
  ],
  ['ReadTown', [TOWN, DIRECTORY]],
  ['ReadStatistics', [TOWN, DIRECTORY, ...READ_REQUESTS]],
  [
    'ReadBulletin',
    [
      TOWN,
      DIRECTORY,
      `dynamodb:GetItem dynamodb:Query ${TABLE} *#round#*`,
      FIND_OPEN,
      `dynamodb:GetItem dynamodb:Query ${TABLE} *#published#*`,
      `dynamodb:GetItem ${TABLE} *#request#*`,
      `dynamodb:GetItem ${TABLE} *#work-photos#*`,
    ],
  ],
  [
    'ServeOpen311',
    [
      TOWN,
      DIRECTORY,
      CHANGE_REQUESTS,
      `dynamodb:PutItem ${TABLE} *#person#*`,
      ...READ_REQUESTS,
      LIMIT_CALLERS,
      FLOOD_STATE,
      OPTED_OUT,
      ...TEXT_OF_DOORS,
      START,
    ],
  ],
  [
    'ServeAsk',
    [
      TOWN,
      DIRECTORY,
      ANSWER_ASKS,
      readTogether('request', 'town'),
      CHANGE_TASKS,
      `dynamodb:GetItem dynamodb:UpdateItem ${TABLE} *#person#*`,
      `dynamodb:PutItem ${TABLE} *#audit#*`,
      `dynamodb:GetItem ${TABLE} *#photo#*`,
      `dynamodb:GetItem ${TABLE} *#work-photos#*`,
      `dynamodb:GetItem ${TABLE} *#secret#*`,
      OPTED_OUT,
      ...TEXT_PEOPLE,
      RESOLVE,
      RESOLVE_STAFF_TASK,
      START,
    ],
  ],
  [
    'ServeVisits',
    [
      TOWN,
      DIRECTORY,
      CHANGE_REQUESTS,
      `dynamodb:PutItem ${TABLE} *#person#*`,
      ...RECORD_VISITS,
      `dynamodb:GetItem ${TABLE} *#secret#*`,
      START,
    ],
  ],
  [
    'SignInStaff',
    [
      TOWN,
      DIRECTORY,
      LIMIT_CALLERS,
      `dynamodb:UpdateItem ${TABLE} *#sign-in#*`,
      `dynamodb:GetItem dynamodb:PutItem ${TABLE} *#secret#*`,
      `dynamodb:PutItem ${TABLE} *#audit#*`,
      `dynamodb:PutItem ${TABLE} *#session#*`,
      'sns:Publish on SignInCodes',
    ],
  ],
  [
    'TextSignInCode',
    [
      TOWN,
      `dynamodb:GetItem ${TABLE} *#request#*`,
      READ_PERSON,
      LIMIT_CALLERS,
      `dynamodb:UpdateItem ${TABLE} *#sign-in#*`,
      `dynamodb:GetItem dynamodb:PutItem ${TABLE} *#secret#*`,
      OPTED_OUT,
      ...TEXT_PEOPLE,
    ],
  ],
  [
    'ServeStaff',
    [
      `dynamodb:GetItem dynamodb:Query dynamodb:UpdateItem ${TABLE} *#town#*`,
      `dynamodb:GetItem ${TABLE} *#secret#*`,
      `dynamodb:DeleteItem dynamodb:GetItem ${TABLE} *#session#*`,
      readTogether('request', 'town'),
      ANSWER_ASKS,
      `dynamodb:GetItem dynamodb:UpdateItem ${TABLE} *#person#*`,
      `dynamodb:GetItem ${TABLE} *#task#*`,
      `dynamodb:Query ${TABLE} *#round#*`,
      LIST_HISTORY,
      BY_CONTACT,
      // Whoever stands in is told at once.
      FIND_OPEN,
      OPTED_OUT,
      ...TEXT_PEOPLE,
      RESOLVE,
      START,
    ],
  ],
  [
    'HandOverPosts',
    [
      `dynamodb:GetItem dynamodb:Query dynamodb:UpdateItem ${TABLE} *#town#*`,
      LIST_TOWNS,
      ...turnsOf('HandOverPosts'),
      `dynamodb:GetItem ${TABLE} *#request#*`,
      `dynamodb:GetItem ${TABLE} *#task#*`,
      BY_CONTACT,
      FIND_OPEN,
      OPTED_OUT,
      ...TEXT_PEOPLE,
    ],
  ],
  [
    'PlanVisits',
    [
      TOWN,
      `dynamodb:GetItem dynamodb:PutItem dynamodb:Query ${TABLE} *#round#*`,
      LIST_HISTORY,
      `dynamodb:GetItem dynamodb:PutItem ${TABLE} *#secret#*`,
      OPTED_OUT,
      ...TEXT_PEOPLE,
    ],
  ],
  [
    'CloseDay',
    [
      TOWN,
      `dynamodb:GetItem dynamodb:PutItem dynamodb:Query ${TABLE} *#round#*`,
      FIND_OPEN,
      OPTED_OUT,
      ...TEXT_PEOPLE,
    ],
  ],
  [
    'HoldInspection',
    [
      TOWN,
      `dynamodb:GetItem dynamodb:PutItem dynamodb:Query ${TABLE} *#round#*`,
      ...READ_REQUESTS,
      BY_CONTACT,
      `dynamodb:GetItem dynamodb:PutItem ${TABLE} *#task#*`,
      OPTED_OUT,
      `dynamodb:GetItem dynamodb:PutItem ${TABLE} *#text#*`,
      `dynamodb:Query dynamodb:UpdateItem ${TABLE} *#tally#*`,
      `dynamodb:UpdateItem ${TABLE} *#flood#*`,
      CARRIER_AWAITED,
      'sns:Publish on not arn:*:sns:*:*:*',
    ],
  ],
  [
    'ReadInspections',
    [
      TOWN,
      DIRECTORY,
      `dynamodb:GetItem dynamodb:Query ${TABLE} *#round#*`,
      `dynamodb:GetItem ${TABLE} *#task#*`,
    ],
  ],
  [
    'BeginFollowUps',
    [
      TOWN,
      FIND_OPEN,
      `dynamodb:GetItem dynamodb:PutItem ${TABLE} *#task#*`,
      CHANGE_REQUESTS,
      'states:StartExecution on StaffWorkFollowUp',
    ],
  ],
  [
    'GiveCards',
    [
      TOWN,
      FIND_OPEN,
      CHANGE_REQUESTS,
      READ_PERSON,
      // What is watched for quiet is woken when it comes again.
      `dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem ${TABLE} *#task#*`,
      `dynamodb:PutItem ${TABLE} *#round#*`,
      OPTED_OUT,
      ...TEXT_PEOPLE,
      'states:StartExecution on StaffWorkStaffTask',
      'states:SendTaskSuccess on StaffWorkStaffTask',
    ],
  ],
  ['ServePage', []],
  ['ServeConsole', [TOWN]],
  [
    'BrowseRequests',
    [
      ...READ_REQUESTS,
      TOWN,
      ANSWER_ASKS,
      readTogether('request', 'town'),
      `dynamodb:GetItem dynamodb:UpdateItem ${TABLE} *#person#*`,
      `dynamodb:GetItem ${TABLE} *#photo#*`,
      `dynamodb:GetItem dynamodb:PutItem ${TABLE} *#work-photos#*`,
      `dynamodb:DeleteItem dynamodb:PutItem ${TABLE} *#published#*`,
      LIST_BOARD,
      `dynamodb:PutItem ${TABLE} *#audit#*`,
      OPTED_OUT,
      ...TEXT_PEOPLE,
      `states:DescribeExecution on ${executionsOf('WorkflowsCoordination')}, ${executionsOf('WorkflowsResidentRequest')}`,
      RESOLVE,
      START,
    ],
  ],
  [
    'EnterRequest',
    [
      TOWN,
      CHANGE_REQUESTS,
      `dynamodb:PutItem ${TABLE} *#person#*`,
      `dynamodb:PutItem ${TABLE} *#audit#*`,
      START,
    ],
  ],
  [
    'BrowseWork',
    [
      TOWN,
      `dynamodb:GetItem dynamodb:Query ${TABLE} *#round#*`,
      `dynamodb:GetItem ${TABLE} *#task#*`,
      LIST_BOARD,
      `dynamodb:PutItem ${TABLE} *#audit#*`,
      // Whom an inspection calls.
      `dynamodb:GetItem ${TABLE} *#request#*`,
      READ_PERSON,
    ],
  ],
  [
    'WatchFloods',
    [
      TOWN,
      `dynamodb:Query dynamodb:UpdateItem ${TABLE} *#flood#*`,
      CHANGE_REQUESTS,
      `dynamodb:PutItem ${TABLE} *#person#*`,
      `dynamodb:PutItem ${TABLE} *#audit#*`,
      START,
    ],
  ],
  [
    'ManageTown',
    [
      `dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem ${TABLE} *#town#*`,
      ...LIST_TOWN,
      `dynamodb:PutItem ${TABLE} *#audit#*`,
      // Whoever has somebody else's post now is told at once.
      `dynamodb:GetItem ${TABLE} *#request#*`,
      `dynamodb:GetItem ${TABLE} *#task#*`,
      BY_CONTACT,
      FIND_OPEN,
      OPTED_OUT,
      ...TEXT_PEOPLE,
    ],
  ],
  [
    'TeachReading',
    [
      `dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem ${TABLE} *#town#*`,
      ...LIST_TOWN,
      `dynamodb:DeleteItem dynamodb:PutItem dynamodb:Query ${TABLE} *#taught#*`,
      `dynamodb:GetItem ${TABLE} *#request#*`,
      READ_PERSON,
      `dynamodb:PutItem ${TABLE} *#audit#*`,
    ],
  ],
  ['ReadAudit', [TOWN, `dynamodb:Query ${TABLE} *#audit#*`]],
  [
    'ReadTexts',
    [
      TOWN,
      `dynamodb:GetItem dynamodb:Query ${TABLE} *#request#*`,
      LIST_BOARD,
      ...TEXTS_OF_REQUESTS,
      `dynamodb:PutItem ${TABLE} *#audit#*`,
    ],
  ],
  [
    'PriceRequest',
    [
      TOWN,
      `dynamodb:GetItem dynamodb:Query ${TABLE} *#request#*`,
      ...TEXTS_OF_REQUESTS,
      `states:GetExecutionHistory on ${executionsOf('WorkflowsCoordination')}, ${executionsOf('WorkflowsResidentRequest')}`,
    ],
  ],
  [
    'WatchExecutions',
    [
      `dynamodb:GetItem dynamodb:Query ${TABLE} *#town#*`,
      // Where several towns share a deployment its list follows from what is on its board.
      LIST_TOWNS,
      LIST_BOARD,
      readTogether('request', 'task'),
      // A stop is noted on its request.
      CHANGE_REQUESTS,
      `dynamodb:GetItem ${TABLE} *#task#*`,
      `dynamodb:GetItem dynamodb:Query ${TABLE} *#round#*`,
      `dynamodb:PutItem ${TABLE} *#audit#*`,
      `states:StartExecution on ${MACHINES.filter((machine) => machine !== 'WorkflowsCoordination').join(', ')}`,
      `states:ListExecutions on ${MACHINES.join(', ')}`,
      `states:DescribeExecution states:DescribeStateMachineForExecution states:GetExecutionHistory states:StopExecution on ${EXECUTIONS.join(', ')}`,
      `states:RedriveExecution on ${EXECUTIONS.filter((one) => one !== executionsOf('WorkflowsCoordination')).join(', ')}`,
    ],
  ],
  [
    'AssignRequest',
    [
      TOWN_VERSIONS,
      readTogether('request', 'town', 'person'),
      `dynamodb:PutItem ${TABLE} *#request#*`,
      OPTED_OUT,
      ...TEXT_PEOPLE,
      `dynamodb:Query ${TABLE}/index/by-grid *#grid#*`,
    ],
  ],
  [
    'AskPerson',
    [
      TOWN,
      readTogether('request', 'town', 'person'),
      `dynamodb:GetItem dynamodb:PutItem ${TABLE} *#task#*`,
      `dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem ${TABLE} *#request#*`,
      READ_PERSON,
      OPTED_OUT,
      ...TEXT_PEOPLE,
      BY_CONTACT,
      RESOLVE,
      RESOLVE_STAFF_TASK,
      `dynamodb:GetItem dynamodb:PutItem ${TABLE} *#secret#*`,
      `dynamodb:GetItem ${TABLE} *#quota#*`,
    ],
  ],
  [
    'RecordStep',
    [TOWN_VERSIONS, readTogether('request', 'town'), CHANGE_REQUESTS, READ_PERSON, OPTED_OUT, ...TEXT_PEOPLE],
  ],
  [
    'RecordTask',
    [
      TOWN,
      `dynamodb:GetItem dynamodb:PutItem ${TABLE} *#task#*`,
      CHANGE_REQUESTS,
      `dynamodb:GetItem dynamodb:PutItem ${TABLE} *#person#*`,
      OPTED_OUT,
      ...TEXT_PEOPLE,
      START,
    ],
  ],
  [
    'CloseRequest',
    [
      TOWN,
      readTogether('request', 'town'),
      ANSWER_ASKS,
      READ_PERSON,
      OPTED_OUT,
      ...TEXT_PEOPLE,
      RESOLVE,
      KEEP_QUOTAS,
    ],
  ],
  [
    'KeepQuota',
    [
      TOWN,
      ANSWER_ASKS,
      readTogether('request', 'town'),
      READ_PERSON,
      OPTED_OUT,
      ...TEXT_PEOPLE,
      'states:SendTaskSuccess on WorkflowsCoordination',
      KEEP_QUOTAS,
    ],
  ],
  [
    'ReceiveSms',
    [
      `dynamodb:GetItem dynamodb:Query dynamodb:UpdateItem ${TABLE} *#town#*`,
      DIRECTORY,
      NUMBERS,
      ANSWER_ASKS,
      CHANGE_TASKS,
      `dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem ${TABLE} *#person#*`,
      readTogether('inbound', 'town', 'number'),
      readTogether('request', 'town'),
      `dynamodb:PutItem dynamodb:UpdateItem ${TABLE} *#inbound#*`,
      WANT_ERASED,
      OPTED_OUT,
      `dynamodb:UpdateItem ${TABLE} *#phone#*`,
      LIMIT_CALLERS,
      `dynamodb:GetItem dynamodb:Query dynamodb:UpdateItem ${TABLE} *#flood#*`,
      ...TEXT_OF_DOORS,
      BY_CONTACT,
      FIND_OPEN,
      ...RECORD_VISITS,
      `dynamodb:PutItem ${TABLE} *#reception#*`,
      START,
      RESOLVE,
      RESOLVE_STAFF_TASK,
      'sqs:ChangeMessageVisibility sqs:DeleteMessage sqs:GetQueueAttributes sqs:GetQueueUrl sqs:ReceiveMessage on InboundSmsQueue',
    ],
  ],
  [
    'ReceiveCarrierText',
    [TOWN, `dynamodb:GetItem ${TABLE} *#carrier#inbound`, 'sns:Publish on InboundSmsTopic'],
  ],
  [
    'StartRounds',
    [
      TOWN,
      LIST_TOWNS,
      ...turnsOf('StartRounds'),
      `dynamodb:DescribeContinuousBackups ${TABLE}`,
      `dynamodb:GetItem ${TABLE} *#round#*`,
      'states:StartExecution on DailyCloseRound, DeadlineCardsRound, InspectionsMonthly, InspectionsWeekly, VisitsRound',
    ],
  ],
  [
    'SendHeldTexts',
    [
      TOWN,
      `dynamodb:Scan ${TABLE}/index/held`,
      `dynamodb:Query ${TABLE}/index/held *#held#*`,
      ...turnsOf('SendHeldTexts'),
      `dynamodb:GetItem dynamodb:PutItem dynamodb:UpdateItem ${TABLE} *#text#*`,
      `dynamodb:UpdateItem ${TABLE} *#tally#*`,
      `dynamodb:UpdateItem ${TABLE} *#flood#*`,
      'sns:Publish on not arn:*:sns:*:*:*',
      `dynamodb:GetItem ${TABLE} *#request#*`,
      `dynamodb:GetItem ${TABLE} *#task#*`,
      CARRIER_AWAITED,
      OPTED_OUT,
    ],
  ],
  [
    'SweepRequests',
    [
      TOWN,
      LIST_TOWNS,
      ...turnsOf('SweepRequests'),
      ...['requests', 'erasures', 'texts *#unstarted#refused'].map(
        (kind) => `dynamodb:Query ${TABLE}/index/unstarted *#unstarted#${kind}`,
      ),
      `dynamodb:Scan ${TABLE}/index/unstarted`,
      START,
      'sns:Publish on not arn:*:sns:*:*:*',
      OPTED_OUT,
      // It alone erases, and what of; texts it also sends.
      `dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem ${TABLE} *#text#*`,
      `dynamodb:DeleteItem dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem ${TABLE} *#request#*`,
      `dynamodb:GetItem dynamodb:PutItem ${TABLE} *#person#*`,
      `dynamodb:GetItem dynamodb:PutItem dynamodb:Query dynamodb:UpdateItem ${TABLE} *#task#*`,
      ...['audit', 'flood', 'photo', 'published', 'sign-in'].map(
        (kind) => `dynamodb:DeleteItem dynamodb:Query ${TABLE} *#${kind}#*`,
      ),
      `dynamodb:DeleteItem dynamodb:GetItem ${TABLE} *#inbound#*`,
      ...['taught', 'work-photos'].map((kind) => `dynamodb:DeleteItem ${TABLE} *#${kind}#*`),
      ...['phone', 'reception', 'visit'].map((kind) => `dynamodb:UpdateItem ${TABLE} *#${kind}#*`),
      `dynamodb:DeleteItem dynamodb:GetItem ${TABLE} *#erasure#*`,
      BY_CONTACT,
      LIST_BOARD,
      LIST_HISTORY,
      // A sealed file is added to those before it; none is read.
      `dynamodb:PutItem ${TABLE} *#file#*`,
      `dynamodb:GetItem ${TABLE} *#file#latest`,
    ],
  ],
];

/** The version in use; by its own ARN each is called in definitions of before there were aliases. */
const calls = (...functions: readonly string[]): string =>
  `lambda:InvokeFunction on ${functions.flatMap((name) => [name, `${name}Live`]).join(', ')}`;

describe('least privilege', () => {
  it.each(FUNCTIONS)('%s may do what its code does, write its log, and nothing else', (name, may) => {
    const ownLog = `logs:CreateLogStream logs:PutLogEvents on ${name}Log`;
    expect(permissionLines(roles[`${name}Role`] ?? [])).toEqual([...may, ownLog].sort());
  });

  it.each([
    [
      'WorkflowsResidentRequest',
      [
        calls('AskPerson', 'AssignRequest', 'CloseRequest', 'RecordStep'),
        'states:StartExecution on WorkflowsCoordination',
        'states:DescribeExecution states:StopExecution on arn:AWS::Partition:states:AWS::Region:AWS::AccountId:execution:WorkflowsCoordination:*',
        'events:DescribeRule events:PutRule events:PutTargets on arn:AWS::Partition:events:AWS::Region:AWS::AccountId:rule/StepFunctionsGetEventsForStepFunctionsExecutionRule',
        LOG_DELIVERY,
      ],
    ],
    ['WorkflowsCoordination', [calls('AskPerson', 'KeepQuota', 'RecordStep'), LOG_DELIVERY]],
    ['StaffWorkFollowUp', [calls('AskPerson', 'RecordTask'), LOG_DELIVERY]],
    ['VisitsRound', [calls('PlanVisits'), LOG_DELIVERY]],
    ['InspectionsMonthly', [calls('HoldInspection'), ...NEST_STAFF_TASKS, LOG_DELIVERY]],
    ['InspectionsWeekly', [calls('HoldInspection'), ...NEST_STAFF_TASKS, LOG_DELIVERY]],
    ['DeadlineCardsRound', [calls('GiveCards'), LOG_DELIVERY]],
    ['DailyCloseRound', [calls('BeginFollowUps', 'CloseDay'), LOG_DELIVERY]],
    ['StaffWorkStaffTask', [calls('AskPerson', 'RecordTask'), LOG_DELIVERY]],
  ])('the %s machine calls only the functions and machines that its states name', (name, may) => {
    expect(permissionLines(roles[`${name}Role`] ?? [])).toEqual([...may].sort());
  });

  it('the schedule invokes the sweep and nothing else', () => {
    expect(permissionLines(roles['SweepRole'] ?? [])).toEqual(['lambda:InvokeFunction on SweepRequestsLive']);
  });

  it('the schedule of the recurring systems invokes their starter and nothing else', () => {
    expect(permissionLines(roles['RoundsRole'] ?? [])).toEqual(['lambda:InvokeFunction on StartRoundsLive']);
  });

  it('the schedule of the texts that were held invokes their sender and nothing else', () => {
    expect(permissionLines(roles['HeldTextsRole'] ?? [])).toEqual([
      'lambda:InvokeFunction on SendHeldTextsLive',
    ]);
  });

  it('the schedule of the posts that are handed over invokes what tells of it and nothing else', () => {
    expect(permissionLines(roles['HandOverRole'] ?? [])).toEqual([
      'lambda:InvokeFunction on HandOverPostsLive',
    ]);
  });

  it('no role exists beside these', () => {
    const known = [
      ...FUNCTIONS.map(([name]) => `${name}Role`),
      'WorkflowsResidentRequestRole',
      'WorkflowsCoordinationRole',
      'StaffWorkFollowUpRole',
      'StaffWorkStaffTaskRole',
      'VisitsRoundRole',
      'DailyCloseRoundRole',
      'DeadlineCardsRoundRole',
      'InspectionsWeeklyRole',
      'InspectionsMonthlyRole',
      'RoundsRole',
      'SweepRole',
      'HeldTextsRole',
      'HandOverRole',
    ];
    expect(Object.keys(roles).sort()).toEqual(known.sort());
  });

  it('no action is a pattern, and every resource is named where AWS lets it be named', () => {
    const statements = Object.values(roles).flat();
    expect(statements.flatMap(({ Action }) => Action).filter((action) => action.includes('*'))).toEqual([]);
    const everything = statements.filter(({ Resource }) => Resource?.includes('*'));
    expect(new Set(permissionLines(everything))).toEqual(new Set([LOG_DELIVERY]));
  });
});
