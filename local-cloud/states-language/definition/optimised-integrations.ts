import type { TaskPattern } from './task-pattern.js';

const REQUEST: readonly TaskPattern[] = ['request'];
const JOB: readonly TaskPattern[] = ['request', 'sync'];
const TOKEN: readonly TaskPattern[] = ['request', 'waitForTaskToken'];
const JOB_OR_TOKEN: readonly TaskPattern[] = ['request', 'sync', 'waitForTaskToken'];

/**
 * The optimised integrations of AWS by service, with the patterns of each action. Which of them are hosted is not said
 * here: the others run where their state is mocked.
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html and the page of each service there.
 */
const BY_SERVICE: Readonly<Record<string, Readonly<Record<string, readonly TaskPattern[]>>>> = {
  apigateway: { invoke: TOKEN },
  athena: {
    startQueryExecution: JOB,
    stopQueryExecution: REQUEST,
    getQueryExecution: REQUEST,
    getQueryResults: REQUEST,
  },
  batch: { submitJob: JOB },
  bedrock: { invokeModel: TOKEN, createModelCustomizationJob: JOB_OR_TOKEN },
  bedrockagentcore: { invokeHarness: REQUEST },
  codebuild: {
    startBuild: JOB,
    stopBuild: REQUEST,
    batchDeleteBuilds: REQUEST,
    batchGetReports: REQUEST,
    startBuildBatch: JOB,
    stopBuildBatch: REQUEST,
    retryBuildBatch: JOB,
    deleteBuildBatch: REQUEST,
  },
  databrew: { startJobRun: JOB },
  dynamodb: { getItem: REQUEST, putItem: REQUEST, updateItem: REQUEST, deleteItem: REQUEST },
  ecs: { runTask: JOB_OR_TOKEN },
  eks: {
    call: TOKEN,
    runJob: JOB_OR_TOKEN,
    createCluster: JOB,
    deleteCluster: JOB,
    createFargateProfile: JOB,
    deleteFargateProfile: JOB,
    createNodegroup: JOB,
    deleteNodegroup: JOB,
  },
  elasticmapreduce: {
    createCluster: JOB,
    setClusterTerminationProtection: REQUEST,
    terminateCluster: JOB,
    addStep: JOB,
    cancelStep: REQUEST,
    modifyInstanceFleetByName: REQUEST,
    modifyInstanceGroupByName: REQUEST,
  },
  'emr-containers': { createVirtualCluster: REQUEST, deleteVirtualCluster: JOB, startJobRun: JOB },
  'emr-serverless': {
    createApplication: JOB,
    startApplication: JOB,
    stopApplication: JOB,
    deleteApplication: JOB,
    startJobRun: JOB,
    cancelJobRun: JOB,
  },
  events: { putEvents: TOKEN },
  glue: { startJobRun: JOB },
  http: { invoke: REQUEST },
  lambda: { invoke: TOKEN },
  mediaconvert: { createJob: JOB },
  sagemaker: {
    createTrainingJob: JOB,
    createTransformJob: JOB,
    createProcessingJob: JOB,
    createHyperParameterTuningJob: JOB,
    createLabelingJob: JOB,
    createEndpoint: JOB,
    updateEndpoint: JOB,
    createEndpointConfig: REQUEST,
    createModel: REQUEST,
  },
  sns: { publish: TOKEN },
  sqs: { sendMessage: TOKEN },
  states: { startExecution: ['request', 'waitForTaskToken', 'sync', 'sync:2'] },
};

/** Whether AWS has this optimised integration in this pattern. */
export function isOptimised(service: string, action: string, pattern: TaskPattern): boolean {
  return BY_SERVICE[service]?.[action]?.includes(pattern) ?? false;
}

/**
 * The arguments that an action requires at least. Those of the nine of `dynamodb` (but for updateItem and deleteItem),
 * `ecs`, `events`, `glue`, `lambda`, `sns`, `sqs` and `states` were measured with ValidateStateMachineDefinition on 5
 * September 2026 by cdk-preflight, and agree with the models of the services; the others are taken from these models
 * (botocore 1.43.11), `http:invoke` and `apigateway:invoke` from their pages of the developer guide.
 */
const REQUIRED: Readonly<Record<string, string>> = {
  'apigateway:invoke': 'ApiEndpoint Method',
  'athena:getQueryExecution': 'QueryExecutionId',
  'athena:getQueryResults': 'QueryExecutionId',
  'athena:startQueryExecution': 'QueryString',
  'batch:submitJob': 'JobName JobQueue JobDefinition',
  'codebuild:startBuild': 'ProjectName',
  'codebuild:startBuildBatch': 'ProjectName',
  'codebuild:stopBuild': 'Id',
  'databrew:startJobRun': 'Name',
  'dynamodb:deleteItem': 'TableName Key',
  'dynamodb:getItem': 'TableName Key',
  'dynamodb:putItem': 'TableName Item',
  'dynamodb:updateItem': 'TableName Key',
  'ecs:runTask': 'TaskDefinition',
  'emr-containers:startJobRun': 'VirtualClusterId',
  'emr-serverless:startJobRun': 'ApplicationId ExecutionRoleArn',
  'events:putEvents': 'Entries',
  'glue:startJobRun': 'JobName',
  'http:invoke': 'ApiEndpoint Method',
  'lambda:invoke': 'FunctionName',
  'mediaconvert:createJob': 'Role Settings',
  'sagemaker:createEndpoint': 'EndpointName EndpointConfigName',
  'sagemaker:createEndpointConfig': 'EndpointConfigName ProductionVariants',
  'sagemaker:createModel': 'ModelName',
  'sagemaker:createTrainingJob': 'TrainingJobName RoleArn OutputDataConfig',
  'sagemaker:createTransformJob':
    'TransformJobName ModelName TransformInput TransformOutput TransformResources',
  'sagemaker:updateEndpoint': 'EndpointName EndpointConfigName',
  'sns:publish': 'Message',
  'sqs:sendMessage': 'QueueUrl MessageBody',
  'states:startExecution': 'StateMachineArn',
};

/** Actions that tasks reach by `aws-sdk:` too: the same fields of the same calls. */
const BY_SDK: Readonly<Record<string, string>> = {
  'aws-sdk:dynamodb:deleteItem': 'dynamodb:deleteItem',
  'aws-sdk:dynamodb:getItem': 'dynamodb:getItem',
  'aws-sdk:dynamodb:putItem': 'dynamodb:putItem',
  'aws-sdk:dynamodb:updateItem': 'dynamodb:updateItem',
  'aws-sdk:eventbridge:putEvents': 'events:putEvents',
  'aws-sdk:lambda:invoke': 'lambda:invoke',
  'aws-sdk:sfn:startExecution': 'states:startExecution',
  'aws-sdk:sns:publish': 'sns:publish',
  'aws-sdk:sqs:sendMessage': 'sqs:sendMessage',
};

export function requiredFields(service: string, action: string): readonly string[] {
  const name = `${service}:${action}`;
  return REQUIRED[BY_SDK[name] ?? name]?.split(' ') ?? [];
}
