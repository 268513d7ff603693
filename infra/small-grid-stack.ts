/* oxlint-disable no-new -- a construct is made for what it adds to its scope */
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { StateMachine } from 'aws-cdk-lib/aws-stepfunctions';
import type { Construct } from 'constructs';
import { ENVIRONMENT } from '../adapters/environment.js';
import { CarrierDoor } from './carrier-door.js';
import { DailyClose } from './daily-close.js';
import { DeadlineCards } from './deadline-cards.js';
import { Console } from './console.js';
import { HeldTexts } from './held-texts.js';
import { InboundSms } from './inbound-sms.js';
import { Inspections } from './inspections.js';
import { allowTexting } from './outbound-sms.js';
import { allowQuota } from './quota.js';
import { Photos } from './photos.js';
import { RequestRecords } from './request-records.js';
import { ResidentApi, type ResidentApiFunctions } from './resident-api.js';
import { ResidentDataKey } from './resident-data-key.js';
import { Rounds } from './rounds.js';
import { StaffDoors } from './staff-doors.js';
import { StaffWork } from './staff-work.js';
import { Sweep } from './sweep.js';
import { constructId, type MakeFunction, TownFunction } from './town-function.js';
import { allowAnswering } from './waiting-tasks.js';
import { allowVisits, type VisitFunctions, Visits } from './visits.js';
import { type WorkflowFunctions, Workflows } from './workflows.js';

export interface SmallGridStackProps extends StackProps {
  /** Folder that holds one bundle a function. */
  readonly bundles: string;
}

interface Functions extends WorkflowFunctions, ResidentApiFunctions, VisitFunctions {
  readonly recordTask: TownFunction;
  readonly sweepRequests: TownFunction;
  readonly startRounds: TownFunction;
}

/** Everything that serves the towns of one deployment. */
export class SmallGridStack extends Stack {
  constructor(scope: Construct, id: string, { bundles, ...props }: SmallGridStackProps) {
    super(scope, id, props);
    const make: MakeFunction = (name, environment = {}, size) =>
      new TownFunction(this, name, { bundles, environment, size });

    const encryptionKey = new ResidentDataKey(this, 'ResidentDataKey');
    const records = new RequestRecords(this, 'RequestRecords', { encryptionKey });
    const table = records.tableName;

    const steps = {
      assignRequest: make('assign-request', { table }),
      askPerson: make('ask-person', { table }),
      recordStep: make('record-step', { table }),
      closeRequest: make('close-request', { table }),
      keepQuota: make('keep-quota', { table }),
    };
    const workflows = new Workflows(this, 'Workflows', steps);
    const requestMachine = workflows.requestMachineArn;

    const recordTask = make('record-task', { table, requestMachine });
    const staffWork = new StaffWork(this, 'StaffWork', { askPerson: steps.askPerson, recordTask });

    const doors = makeDoors(make, { table, requestMachine });
    const api = new ResidentApi(this, 'ResidentApi', doors);
    // Texts name the address; it is known only now.
    steps.askPerson.addEnvironment(ENVIRONMENT.pages, api.url);

    const keepPhotos = make('keep-photos', { table });
    const { serveAsk, trackRequest } = doors;
    new Photos(this, 'Photos', { api: api.api, records, keepPhotos, serveAsk, trackRequest });

    new StaffDoors(this, 'StaffDoors', { make, api: api.api, records });

    const receiveSms = make('receive-sms', { table, requestMachine });
    const inbound = new InboundSms(this, 'InboundSms', { receiver: receiveSms, encryptionKey });

    new CarrierDoor(this, 'CarrierDoor', { make, api: api.api, records, inbound });

    const sweepRequests = make('sweep-requests', { table, requestMachine });
    new Sweep(this, 'Sweep', sweepRequests);

    new HeldTexts(this, 'HeldTexts', { make, records });

    const planVisits = make('plan-visits', { table, pages: api.url });
    const visits = new Visits(this, 'Visits', { planVisits });

    const { followUp, staffTask } = staffWork;
    const dailyClose = new DailyClose(this, 'DailyClose', { make, records, followUp });
    const cards = new DeadlineCards(this, 'DeadlineCards', { make, records, staffTask });

    const inspections = new Inspections(this, 'Inspections', { make, api: api.api, records, staffTask });

    const startRounds = make('start-rounds', { table });
    // A recurring system is started once its machine stands here.
    const rounds = {
      'daily-close': dailyClose.round,
      'deadline-cards': cards.round,
      'visit-round': visits.round,
      'weekly-inspection': inspections.weekly,
      'monthly-inspection': inspections.monthly,
    };
    new Rounds(this, 'Rounds', { starter: startRounds, machines: rounds });

    const machines = [...workflows.machines, ...staffWork.machines, ...Object.values(rounds)];
    new Console(this, 'Console', { make, api: api.api, records, workflows, machines });

    const others = { recordTask, receiveSms, sweepRequests, startRounds, planVisits };
    const functions = { ...steps, ...doors, ...others };
    allow(this, { records, workflows, staffWork }, functions);

    tell(this, { ApiUrl: api.url, TableName: table, InboundSmsTopicArn: inbound.topicArn });
    tell(this, {
      RequestStateMachineArn: requestMachine,
      CoordinationStateMachineArn: workflows.coordinationMachineArn,
    });
    tellMachines(this, { 'follow-up': followUp, 'staff-task': staffTask, ...rounds });
  }
}

/** The functions behind the routes that need no account. */
const makeDoors = (
  make: MakeFunction,
  { table, requestMachine }: { table: string; requestMachine: string },
) => ({
  submitRequest: make('submit-request', { table, requestMachine }),
  trackRequest: make('track-request', { table }),
  answerRequest: make('answer-request', { table }),
  findSimilar: make('find-similar', { table }),
  readTown: make('read-town', { table }),
  readStatistics: make('read-statistics', { table }),
  readBulletin: make('read-bulletin', { table }),
  serveOpen311: make('serve-open311', { table, requestMachine }),
  serveAsk: make('serve-ask', { table }),
  serveVisits: make('serve-visits', { table, requestMachine }),
  servePage: make('serve-page'),
});

/** Outputs of the stack: where everything is. */
function tell(stack: Stack, outputs: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(outputs)) new CfnOutput(stack, name, { value });
}

/** The machines by their names: `visit-round` is `VisitRoundStateMachineArn`. */
const tellMachines = (stack: Stack, machines: Readonly<Record<string, StateMachine>>): void =>
  tell(
    stack,
    Object.fromEntries(
      Object.entries(machines).map(([name, { stateMachineArn }]) => [
        `${constructId(name)}StateMachineArn`,
        stateMachineArn,
      ]),
    ),
  );

interface Parts {
  readonly records: RequestRecords;
  readonly workflows: Workflows;
  readonly staffWork: StaffWork;
}

/** What each function may do: with records, with texts, with executions and what waits in them. */
function allow(scope: Construct, { records, workflows, staffWork }: Parts, functions: Functions): void {
  allowRecords(records, functions);
  allowEffects(workflows, functions);
  allowOpen311(records, workflows, functions);
  allowAskLinks(records, functions);
  allowVisits(records, workflows, functions);
  allowQuota(records, functions);
  const { askPerson, serveAsk, receiveSms, closeRequest, answerRequest, keepQuota } = functions;
  const ofStaff = [askPerson, serveAsk, receiveSms];
  allowAnswering(scope, 'AnswerStaffTasks', staffWork.machines, ofStaff);
  const ofRequests = [...ofStaff, closeRequest, answerRequest];
  allowAnswering(scope, 'AnswerWaitingTasks', workflows.machines, ofRequests);
  allowAnswering(scope, 'PassPlacesOn', workflows.machinesWithPlaces, [keepQuota]);
}

/** Who may touch which records: what each function's stores do, and nothing else. */
function allowRecords(records: RequestRecords, functions: Functions): void {
  const { assignRequest, askPerson, recordStep, closeRequest, receiveSms, sweepRequests } = functions;
  const { submitRequest, trackRequest, answerRequest, readTown, recordTask, findSimilar } = functions;
  const steps = [assignRequest, askPerson, recordStep, closeRequest];
  const doors = [submitRequest, trackRequest, answerRequest, readTown, findSimilar, receiveSms];
  records.readTogether(['request', 'town'], recordStep, closeRequest);
  records.readTogether(['request', 'town', 'person'], assignRequest, askPerson);
  records.readTownVersions(assignRequest, recordStep);
  records.readTowns(askPerson, closeRequest, ...doors, recordTask);
  records.readDirectory(...doors);
  records.recordLeave(receiveSms);
  records.readRequests(trackRequest);
  records.writeRequests(assignRequest);
  records.saveRequests(askPerson, recordStep, closeRequest, submitRequest, answerRequest, receiveSms);
  records.listAsks(askPerson, closeRequest, answerRequest, receiveSms);
  records.answerAsks(askPerson, closeRequest, answerRequest, receiveSms);
  records.readPeople(askPerson, recordStep, closeRequest, answerRequest, receiveSms);
  records.keepPeople(submitRequest, receiveSms);
  records.fillForms(receiveSms);
  records.findByGrid(assignRequest, findSimilar);
  records.findByContact(askPerson, receiveSms);
  records.findUnstarted(sweepRequests);
  records.recordTexts(...steps, answerRequest, receiveSms, recordTask, submitRequest);
  records.admitReports(submitRequest, receiveSms);
  records.listFloods(receiveSms);
  records.limitCallers(answerRequest, findSimilar);
  allowTasks(records, functions);
  allowFigures(records, functions);
  allowRounds(records, functions);
  records.recordReceptions(receiveSms);
  records.recordChoices(receiveSms);
  records.rememberInbound(receiveSms);
}

/** Tasks of the staff, their asks, and what a problem that is found becomes: a request. */
function allowTasks(records: RequestRecords, functions: Functions): void {
  const { askPerson, recordTask, receiveSms } = functions;
  records.readTasks(askPerson, recordTask, receiveSms);
  records.saveTasks(askPerson, recordTask);
  records.answerTasks(receiveSms);
  records.saveRequests(recordTask);
  records.readPeople(recordTask);
  records.keepPeople(recordTask);
}

/** What everybody may read of how the town does. */
function allowFigures(records: RequestRecords, { readStatistics, readBulletin }: Functions): void {
  records.readTowns(readStatistics, readBulletin);
  records.readDirectory(readStatistics, readBulletin);
  records.readHistory(readStatistics);
  records.readRounds(readBulletin);
}

/** What starts the recurring systems: it looks at each town's times, and whether the round was held already. */
function allowRounds(records: RequestRecords, { startRounds }: Functions): void {
  records.readTowns(startRounds);
  records.readDirectory(startRounds);
  records.findRounds(startRounds);
}

/** What other programs may do: look at requests, and file some as a resident would. */
function allowOpen311(records: RequestRecords, workflows: Workflows, { serveOpen311 }: Functions): void {
  records.readTowns(serveOpen311);
  records.readDirectory(serveOpen311);
  records.readHistory(serveOpen311);
  records.saveRequests(serveOpen311);
  records.keepPeople(serveOpen311);
  records.recordTexts(serveOpen311);
  records.admitReports(serveOpen311);
  allowTexting(serveOpen311);
  workflows.allowStarting(serveOpen311);
}

/** Links to asks: who signs them, and who opens one and takes the answer. */
function allowAskLinks(records: RequestRecords, { askPerson, serveAsk }: Functions): void {
  records.signLinks(askPerson);
  records.checkLinks(serveAsk);
  records.recordAudit(serveAsk);
  records.readTowns(serveAsk);
  records.readDirectory(serveAsk);
  records.answerAsks(serveAsk);
  records.listAsks(serveAsk);
  records.readTasks(serveAsk);
  records.answerTasks(serveAsk);
  records.readPeople(serveAsk);
  records.fillForms(serveAsk);
  records.recordTexts(serveAsk);
  allowTexting(serveAsk);
}

/** Who may text people, start executions and resolve the tasks that wait for an answer. */
function allowEffects(workflows: Workflows, functions: Functions): void {
  const { assignRequest, askPerson, recordStep, closeRequest } = functions;
  const { submitRequest, answerRequest, receiveSms, sweepRequests, recordTask } = functions;
  allowTexting(assignRequest, askPerson, recordStep, closeRequest, answerRequest, receiveSms, recordTask);
  // A danger that is held together with others is told to the duty desk where it comes in.
  allowTexting(submitRequest);
  workflows.allowStarting(submitRequest, receiveSms, sweepRequests, recordTask);
}
