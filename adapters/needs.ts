import { ROUND_KINDS } from '../domain/rounds/round.js';
import type { EnvironmentName } from './environment.js';
import {
  endTasks,
  type Grant,
  items,
  itemsAt,
  type MachineName,
  partitions,
  start,
  together,
  wholeOf,
} from './grants.js';
import type { Needs, Stores } from './services.js';
import { AUDITED_REQUEST, CARRIER_KEY, DIRECTORY, FILES, INDEX, KEY_KIND } from './table-keys.js';

/**
 * The meaning of a verb: which methods of the store it gives, what these do on AWS, and what they read of the
 * environment.
 */
export interface Verb<Method> {
  readonly gives: readonly Method[];
  readonly may: readonly Grant[];
  readonly told?: readonly EnvironmentName[];
}

/** The machines of a request, in which it waits for what people answer. */
const OF_REQUESTS: readonly MachineName[] = ['resident-request', 'coordination'];
const OF_STAFF: readonly MachineName[] = ['follow-up', 'staff-task'];

/** The grants to hand a text over to whoever wants texts. */
const DELIVER: readonly Grant[] = [
  { on: 'phones' },
  items('text', 'PutItem'),
  // Whether somebody wants texts, and how the town's carrier is spoken to.
  together('GetItem', 'phone', 'carrier'),
];

/** The same once, and not beyond the day's caps. */
const TEXT: readonly Grant[] = [
  ...DELIVER,
  // Whether it was sent before.
  items('text', 'GetItem'),
  items('tally', 'UpdateItem'),
  // Texts that are not sent are counted for the duty desk to see.
  items('flood', 'UpdateItem'),
  // Whether others wait for the carrier.
  partitions(INDEX.unstarted, 'unstarted', 'texts'),
];

/**
 * Every need that a function may have, by store and verb, and what it means. From here come the types of the services
 * that handlers get, the policies of the functions' roles and the names in their environments: a method that no verb of
 * a function gives does not compile there, and whatever compiles is granted.
 */
export const NEEDS = {
  /** Several items that lie apart, in one call. A role may read only those kinds together that its function reads. */
  items: {
    /** Many, each of its own. */
    requestsAndTasks: { gives: ['read'], may: [together('BatchGetItem', 'request', 'task')] },
    requestAndTown: { gives: ['read'], may: [together('BatchGetItem', 'request', 'town')] },
    requestTownAndPerson: { gives: ['read'], may: [together('BatchGetItem', 'request', 'town', 'person')] },
    inboundAndTown: { gives: ['read'], may: [together('BatchGetItem', 'inbound', 'town', 'number')] },
  },
  towns: {
    read: {
      gives: ['load', 'settings', 'open', 'openWhole', 'programme'],
      may: [items('town', 'GetItem', 'Query')],
    },
    /** Earlier versions, and who made each. */
    readVersions: { gives: ['versions', 'wholeVersion'], may: [items('town', 'GetItem', 'Query')] },
    /** The same where which version stands is read together with something else. */
    readTogether: { gives: ['reading', 'programme'], may: [items('town', 'Query')] },
    /** A programme in the version that a request began with. */
    readProgramme: { gives: ['programme'], may: [items('town', 'Query')] },
    /** Which town is meant where none is named. */
    find: { gives: ['meant'], may: [itemsAt([DIRECTORY], 'GetItem')] },
    /** Which town a number reaches. */
    findByNumber: {
      gives: ['meant', 'ofNumber', 'readingIsTowns'],
      may: [itemsAt([DIRECTORY], 'GetItem'), items('number', 'GetItem')],
    },
    /** Which towns there are, a page at a time. */
    list: { gives: ['page'], may: [itemsAt([DIRECTORY], 'GetItem', 'Query')] },
    /** A town's data is stored version by version; a version is never changed. */
    import: {
      gives: ['importTown'],
      may: [
        items('town', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
        itemsAt([DIRECTORY], 'GetItem', 'PutItem'),
        items('number', 'GetItem', 'PutItem', 'DeleteItem'),
      ],
    },
    /** Of which hand-overs whoever has the work now was told. */
    handOver: { gives: ['handovers', 'keepHandovers'], may: [items('town', 'GetItem', 'UpdateItem')] },
    /** Leave is part of the town's data. */
    recordLeave: { gives: ['addLeave', 'removeLeave'], may: [items('town', 'UpdateItem')] },
  },
  /** Requests are written whole; few may read the person of one. */
  requests: {
    read: { gives: ['find', 'load'], may: [items('request', 'GetItem')] },
    readTogether: { gives: ['reading', 'readingPerson'], may: [] },
    /** The same of one that there may not be. */
    seekTogether: { gives: ['seeking'], may: [] },
    save: { gives: ['save'], may: [items('request', 'PutItem')] },
    create: { gives: ['create'], may: [items('request', 'PutItem'), items('person', 'PutItem')] },
    readPerson: { gives: ['person', 'findPerson'], may: [items('person', 'GetItem')] },
    /** Keep what is told later: the form of a programme that was filled in for a person, a description. */
    tellMore: {
      gives: ['keepForm', 'keepException', 'keepWords'],
      may: [items('person', 'UpdateItem')],
    },
    findNearby: { gives: ['nearby'], may: [partitions(INDEX.byGrid, 'grid')] },
    findOfResident: {
      gives: ['ofResident'],
      may: [partitions(INDEX.byContact, 'contact'), items('request', 'GetItem')],
    },
    /** Ids of what was accepted and not begun. */
    findUnstarted: { gives: ['unstarted'], may: [partitions(INDEX.unstarted, 'unstarted', 'requests')] },
  },
  /** Tasks of the staff are written whole. */
  tasks: {
    read: { gives: ['find', 'load'], may: [items('task', 'GetItem')] },
    seekTogether: { gives: ['seeking'], may: [] },
    save: { gives: ['create', 'save'], may: [items('task', 'PutItem')] },
    list: { gives: ['open', 'closed'], may: [partitions(INDEX.board, 'board')] },
  },
  /** Asks lie beside what they are about: a request, or a task of the staff. */
  asks: {
    find: { gives: ['find'], may: [items('request', 'GetItem')] },
    findOfTasks: { gives: ['find'], may: [items('task', 'GetItem')] },
    readTogether: { gives: ['reading'], may: [] },
    list: { gives: ['ofRequest'], may: [items('request', 'Query')] },
    findOfPerson: {
      gives: ['ofContact', 'unanswered', 'answered'],
      may: [partitions(INDEX.byContact, 'contact')],
    },
    put: {
      gives: ['put'],
      may: [items('request', 'GetItem', 'PutItem'), items('task', 'GetItem', 'PutItem')],
    },
    answer: { gives: ['find', 'answer'], may: [items('request', 'GetItem', 'UpdateItem')] },
    answerOfTasks: { gives: ['find', 'answer'], may: [items('task', 'GetItem', 'UpdateItem')] },
  },
  photos: {
    show: { gives: ['find'], may: [items('photo', 'GetItem')] },
    keep: { gives: ['put'], may: [items('photo', 'PutItem')] },
  },
  /** Which photos the staff added, and to which answer; not the pictures. */
  workPhotos: {
    read: { gives: ['load'], may: [items('workPhotos', 'GetItem')] },
    save: { gives: ['save'], may: [items('workPhotos', 'PutItem')] },
  },
  /** Copies of photos that everybody may see. */
  publishedPhotos: {
    list: { gives: ['list'], may: [items('published', 'Query')] },
    show: { gives: ['find'], may: [items('published', 'GetItem')] },
    add: { gives: ['add'], may: [items('published', 'PutItem')] },
    remove: { gives: ['remove'], may: [items('published', 'DeleteItem')] },
  },
  /** Which incoming texts were acted on. */
  inbound: {
    readTogether: { gives: ['readingStanding', 'readingInHand', 'readingBegun'], may: [] },
    remember: {
      gives: ['take', 'moment', 'layBack', 'greet', 'begin', 'done'],
      may: [items('inbound', 'PutItem', 'UpdateItem')],
    },
  },
  /** Opting out and in again, of all texts or of those about one request. */
  choices: {
    record: {
      gives: ['optOut', 'optIn', 'mute', 'unmute', 'summarize'],
      may: [items('phone', 'UpdateItem')],
    },
  },
  /** Calls are counted against the town's limits. */
  callers: {
    count: { gives: ['count'], may: [items('caller', 'GetItem', 'UpdateItem')] },
  },
  /** Reports that are held together and looked at as one. */
  floods: {
    hold: { gives: ['state', 'grow', 'addReport'], may: [items('flood', 'GetItem', 'UpdateItem')] },
    list: { gives: ['list', 'places'], may: [items('flood', 'Query')] },
    decide: { gives: ['decide'], may: [items('flood', 'UpdateItem')] },
  },
  /** Everything of the grids by time, closed things too: what statistics and reports are made of. */
  history: {
    read: { gives: ['ofGrid', 'ofTown'], may: [partitions(INDEX.history, 'history')] },
    /** The requests, those too that are open. */
    readRequests: {
      gives: ['requests'],
      may: [partitions(INDEX.history, 'history'), partitions(INDEX.board, 'board', 'open')],
    },
  },
  /** The reports of the recurring systems, each stored once. */
  rounds: {
    find: { gives: ['find'], may: [items('round', 'GetItem')] },
    list: { gives: ['latest', 'newest'], may: [items('round', 'Query')] },
    save: { gives: ['save'], may: [items('round', 'PutItem')] },
  },
  /** The telephone samples, and the packs of the grids: of the same kind as the rounds they belong to. */
  lots: {
    find: { gives: ['find'], may: [items('round', 'GetItem')] },
    list: { gives: ['before'], may: [items('round', 'Query')] },
    create: { gives: ['create'], may: [items('round', 'PutItem')] },
  },
  packs: {
    find: { gives: ['find'], may: [items('round', 'GetItem')] },
    create: { gives: ['create'], may: [items('round', 'PutItem')] },
  },
  /** Visits and receptions are written once and never changed. */
  visits: { record: { gives: ['record'], may: [items('visit', 'PutItem')] } },
  receptions: { record: { gives: ['record'], may: [items('reception', 'PutItem')] } },
  /** Who has a programme's places, and who waits. */
  quotas: {
    read: { gives: ['load'], may: [items('quota', 'GetItem')] },
    save: { gives: ['save'], may: [items('quota', 'PutItem')] },
  },
  /** Links to asks are signed with a key that the first of them makes. */
  linkKeys: {
    check: { gives: ['accepted'], may: [items('secret', 'GetItem')] },
    sign: { gives: ['findOrMake'], may: [items('secret', 'GetItem', 'PutItem')] },
  },
  /** Codes that are texted are issued and taken; nobody reads one. */
  signInCodes: {
    issue: { gives: ['issue'], may: [items('signIn', 'UpdateItem')] },
    take: { gives: ['take'], may: [items('signIn', 'UpdateItem')], told: ['metrics'] },
  },
  staffSessions: {
    begin: { gives: ['begin'], may: [items('session', 'PutItem')] },
    check: { gives: ['begunAt'], may: [items('session', 'GetItem')] },
    end: { gives: ['end'], may: [items('session', 'DeleteItem')] },
  },
  /** The trail is added to at every read of personal data by staff; it is never changed, and erased by whole days. */
  audits: {
    record: { gives: ['record'], may: [items('audit', 'PutItem')] },
    list: { gives: ['list'], may: [items('audit', 'Query')] },
    /** Who looked at one request; not what else stands in the trail. */
    readOfRequest: {
      gives: ['ofRequest'],
      may: [itemsAt([`*#${KEY_KIND.audit}#${AUDITED_REQUEST}*`], 'Query')],
    },
  },
  board: {
    /** All requests of a town, open and closed, a page at a time. */
    list: {
      gives: ['open', 'newest', 'closed', 'allOpen'],
      may: [partitions(INDEX.board, 'board')],
    },
    /** The open requests of a town, and those closed since some day. */
    readOpen: {
      gives: ['openSince', 'rowsSince'],
      may: [partitions(INDEX.board, 'board', 'open', 'closed-*')],
    },
  },
  /** How many texts somebody was sent and how many asks were put to them: the meter of what is asked of cadres. */
  efforts: {
    measure: {
      gives: ['textsTo', 'asksPutTo'],
      may: [items('tally', 'Query'), partitions(INDEX.byContact, 'contact')],
    },
  },
  textLog: {
    /** All texts of a town, a page at a time. */
    list: { gives: ['page'], may: [partitions(INDEX.board, 'board')] },
    /** Texts about one request, with what they say. */
    read: {
      gives: ['ofRequest', 'find'],
      may: [
        partitions(INDEX.history, 'history'),
        items('text', 'GetItem', 'Query'),
        items('inbound', 'GetItem'),
        // Which texts its asks were answered by.
        items('request', 'Query'),
      ],
    },
  },
  /** The desk's lessons for the town's reading, until they are taken over. */
  taught: {
    list: { gives: ['list'], may: [items('taught', 'Query')] },
    add: { gives: ['add'], may: [items('taught', 'PutItem')] },
    remove: { gives: ['remove'], may: [items('taught', 'DeleteItem')] },
  },
  /** Residents' wishes to be erased, and what is left of a request then. */
  erasures: {
    ask: { gives: ['ask'], may: [items('erasure', 'PutItem')] },
    /** Every request of a number. */
    find: { gives: ['requestsOf'], may: [partitions(INDEX.byContact, 'contact')] },
    work: {
      gives: ['asked', 'finish', 'requestsOf', 'closedBefore', 'leave', 'begun', 'left'],
      may: [
        partitions(INDEX.unstarted, 'unstarted', 'erasures'),
        items('erasure', 'GetItem', 'DeleteItem'),
        partitions(INDEX.byContact, 'contact'),
        partitions(INDEX.board, 'board'),
        items('request', 'GetItem', 'PutItem', 'UpdateItem'),
      ],
    },
  },
  /** Personal data lie in many kinds of items; one function may erase them all. */
  erased: {
    erase: {
      gives: ['isToBeTold', 'besideRequest', 'person', 'ofNumber', 'wordsOf', 'trailOf'],
      may: [
        partitions(INDEX.history, 'history'),
        partitions(INDEX.board, 'board'),
        ...(['photo', 'published', 'request', 'audit', 'signIn', 'flood'] as const).map((kind) =>
          items(kind, 'Query', 'DeleteItem'),
        ),
        ...(['workPhotos', 'taught'] as const).map((kind) => items(kind, 'DeleteItem')),
        items('inbound', 'GetItem', 'DeleteItem'),
        items('text', 'GetItem', 'Query', 'DeleteItem'),
        items('person', 'PutItem'),
        items('phone', 'UpdateItem'),
        items('visit', 'UpdateItem'),
        items('reception', 'UpdateItem'),
        items('task', 'GetItem', 'PutItem', 'Query', 'UpdateItem'),
      ],
    },
  },
  /** Files of cases are sealed one after another; no function reads one. */
  caseFiles: {
    seal: {
      gives: ['sealing'],
      may: [items('file', 'PutItem'), itemsAt([`*#${KEY_KIND.file}#${FILES.latest}`], 'GetItem')],
    },
  },
  texts: {
    send: { gives: ['send', 'tellFlood', 'asOf'], may: TEXT, told: ['metrics'] },
    /** Texts that waited for the quiet hours to end. */
    sendHeld: {
      gives: ['send', 'sendHeld', 'stored'],
      may: [...TEXT, partitions(INDEX.held, 'held'), items('text', 'UpdateItem')],
      told: ['metrics'],
    },
    /** Texts that a carrier did not take. */
    sendUndelivered: {
      gives: ['sendUndelivered', 'stored'],
      may: [
        ...DELIVER,
        partitions(INDEX.unstarted, 'unstarted', 'texts', 'refused'),
        items('text', 'UpdateItem'),
      ],
      told: ['metrics'],
    },
  },
  /** In which towns something waits: all of an index that holds ids alone. */
  waiting: {
    findUndone: { gives: ['leftUndone'], may: [wholeOf(INDEX.unstarted)] },
    findHeld: { gives: ['holding'], may: [wholeOf(INDEX.held)] },
  },
  /** A function's own queue, from which it gets one town's work a call. */
  turns: { give: { gives: ['give'], may: [{ on: 'own queue' }], told: ['turns'] } },
  workflow: {
    startRequests: { gives: ['start'], may: [start('resident-request')], told: ['requestMachine'] },
    startFollowUps: { gives: ['startTask'], may: [start('follow-up')], told: ['followUpMachine'] },
    startStaffTasks: { gives: ['startTask'], may: [start('staff-task')], told: ['staffTaskMachine'] },
    startRounds: { gives: ['startRound'], may: [start(...ROUND_KINDS)], told: ROUND_KINDS },
    /** Look how an execution of a request, or of its coordination, stands. */
    watchRequests: {
      gives: ['statusOf'],
      may: [{ on: 'executions', actions: ['states:DescribeExecution'], machines: OF_REQUESTS }],
      told: ['requestMachine', 'coordinationMachine'],
    },
    /** Go on with what waits for a person's answer. */
    answerWaitingTasks: {
      gives: ['resolve', 'fail'],
      may: [endTasks('AnswerWaitingTasks', OF_REQUESTS, 'Success', 'Failure')],
    },
    answerStaffTasks: {
      gives: ['resolve', 'fail'],
      may: [endTasks('AnswerStaffTasks', OF_STAFF, 'Success', 'Failure')],
    },
    /** Go on with a task whose quiet time something has ended. */
    endQuietTimes: { gives: ['resolve'], may: [endTasks('EndQuietTimes', ['staff-task'], 'Success')] },
    /** Go on with those who wait for one of a programme's places. */
    passPlacesOn: { gives: ['resolve'], may: [endTasks('PassPlacesOn', ['coordination'], 'Success')] },
  },
  executions: {
    /** The events of a request's execution, for its bill. */
    price: {
      gives: ['events'],
      may: [{ on: 'executions', actions: ['states:GetExecutionHistory'], machines: OF_REQUESTS }],
      told: ['requestMachine', 'coordinationMachine'],
    },
    watch: {
      gives: ['list', 'find', 'definition', 'history'],
      may: [
        { on: 'machines', actions: ['states:ListExecutions'], machines: 'all' },
        {
          on: 'executions',
          actions: [
            'states:DescribeExecution',
            'states:DescribeStateMachineForExecution',
            'states:GetExecutionHistory',
          ],
          machines: 'all',
        },
      ],
      told: ['machines'],
    },
    act: {
      gives: ['redrive', 'start', 'stop'],
      may: [
        // A coordination is begun by its request alone.
        start('resident-request', ...OF_STAFF, ...ROUND_KINDS),
        { on: 'executions', actions: ['states:StopExecution'], machines: 'all' },
        // Nobody waits for a coordination that goes on.
        {
          on: 'executions',
          actions: ['states:RedriveExecution'],
          machines: ['resident-request', ...OF_STAFF, ...ROUND_KINDS],
        },
      ],
    },
  },
  /** To which moment the table could be restored. */
  backups: {
    watch: {
      gives: ['latest'],
      may: [{ on: 'table', actions: ['DescribeContinuousBackups'] }],
      told: ['metrics'],
    },
  },
  /** By which path a town's own carrier is known; not by which secret it knows the town. */
  carrierPaths: {
    check: {
      gives: ['hash'],
      may: [itemsAt([`*#${KEY_KIND.carrier}#${CARRIER_KEY.inbound}`], 'GetItem')],
    },
  },
  inboundTopic: {
    publish: { gives: ['publish'], may: [{ on: 'topic', topic: 'inboundTopic' }], told: ['inboundTopic'] },
  },
  signInTopic: {
    publish: { gives: ['publish'], may: [{ on: 'topic', topic: 'signInTopic' }], told: ['signInTopic'] },
  },
} as const satisfies { readonly [Name in keyof Stores]: Readonly<Record<string, Verb<keyof Stores[Name]>>> };

const verbsOf = (needs: Needs): readonly Verb<unknown>[] =>
  Object.entries(needs).flatMap(([name, verbs]) => [verbs].flat().map((verb) => verbOf(name, verb)));

const TABLE: Readonly<Record<string, Readonly<Record<string, Verb<unknown>>>>> = NEEDS;

function verbOf(name: string, verb: string): Verb<unknown> {
  const found = TABLE[name]?.[verb];
  if (!found) throw new Error(`there is no need ${name}: ${verb}`);
  return found;
}

/** The grants of a function with these needs. */
export const grantsOf = (needs: Needs): readonly Grant[] => verbsOf(needs).flatMap(({ may }) => may);

/** The names that its environment must hold. */
export function namesTold(needs: Needs): readonly EnvironmentName[] {
  const verbs = verbsOf(needs);
  const usesTable = verbs.some(({ may }) => may.some(({ on }) => on === 'table'));
  return [...(usesTable ? (['table'] as const) : []), ...verbs.flatMap(({ told = [] }) => told)];
}
