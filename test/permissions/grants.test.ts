import { failsWithout } from './fails-without.js';
import { GrantedAssembly } from './grants.js';

let assembly: GrantedAssembly;

beforeAll(() => {
  assembly = new GrantedAssembly();
});
afterAll(() => assembly.remove());

/** A sample over all services; `npm run test:grants` takes every grant there is. */
const SAMPLE = [
  [
    'AssignRequestRole: dynamodb:Query on RequestRecordsTable/index/by-grid *#grid#*',
    'two reports of one event',
  ],
  ['AskPersonRole: sns:Publish on not arn:*:sns:*:*:*', 'a request by text'],
  ['ReceiveSmsRole: sqs:ReceiveMessage on InboundSmsQueue', 'the pages'],
  ['ReceiveSmsRole: dynamodb:PutItem on RequestRecordsTable *#inbound#*', 'a cadre on leave'],
  ['ReceiveCarrierTextRole: sns:Publish on InboundSmsTopic', "a text by a carrier of the town's own"],
  ['SubmitRequestRole: states:StartExecution on WorkflowsResidentRequest', 'a request answered on its page'],
  ['WorkflowsResidentRequestRole: lambda:InvokeFunction on AssignRequestLive', 'a request by text'],
] as const;

describe('without one of its grants', () => {
  it.each(SAMPLE)('%s: a story fails', async (grant, scenario) => {
    expect(await failsWithout(assembly, grant, scenario)).toEqual(expect.any(String));
  });
});
