/**
 * The actions of the services that this host has some of, as `aws-sdk:` names them (botocore 1.43.11). Those of the
 * other services are not looked up.
 */
const NAMES: Readonly<Record<string, string>> = {
  dynamodb: `
    batchExecuteStatement batchGetItem batchWriteItem createBackup createGlobalTable createTable deleteBackup
    deleteItem deleteResourcePolicy deleteTable describeBackup describeContinuousBackups
    describeContributorInsights describeEndpoints describeExport describeGlobalTable describeGlobalTableSettings
    describeImport describeKinesisStreamingDestination describeLimits describeTable
    describeTableReplicaAutoScaling describeTimeToLive disableKinesisStreamingDestination
    enableKinesisStreamingDestination executeStatement executeTransaction exportTableToPointInTime getItem
    getResourcePolicy importTable listBackups listContributorInsights listExports listGlobalTables listImports
    listTables listTagsOfResource putItem putResourcePolicy query restoreTableFromBackup
    restoreTableToPointInTime scan tagResource transactGetItems transactWriteItems untagResource
    updateContinuousBackups updateContributorInsights updateGlobalTable updateGlobalTableSettings updateItem
    updateKinesisStreamingDestination updateTable updateTableReplicaAutoScaling updateTimeToLive
  `,
  eventbridge: `
    activateEventSource cancelReplay createApiDestination createArchive createConnection createEndpoint
    createEventBus createPartnerEventSource deactivateEventSource deauthorizeConnection deleteApiDestination
    deleteArchive deleteConnection deleteEndpoint deleteEventBus deletePartnerEventSource deleteRule
    describeApiDestination describeArchive describeConnection describeEndpoint describeEventBus
    describeEventSource describePartnerEventSource describeReplay describeRule disableRule enableRule
    listApiDestinations listArchives listConnections listEndpoints listEventBuses listEventSources
    listPartnerEventSourceAccounts listPartnerEventSources listReplays listRuleNamesByTarget listRules
    listTagsForResource listTargetsByRule putEvents putPartnerEvents putPermission putRule putTargets
    removePermission removeTargets startReplay tagResource testEventPattern untagResource updateApiDestination
    updateArchive updateConnection updateEndpoint updateEventBus
  `,
  lambda: `
    addLayerVersionPermission addPermission checkpointDurableExecution createAlias createCapacityProvider
    createCodeSigningConfig createEventSourceMapping createFunction createFunctionUrlConfig deleteAlias
    deleteCapacityProvider deleteCodeSigningConfig deleteEventSourceMapping deleteFunction
    deleteFunctionCodeSigningConfig deleteFunctionConcurrency deleteFunctionEventInvokeConfig
    deleteFunctionUrlConfig deleteLayerVersion deleteProvisionedConcurrencyConfig getAccountSettings getAlias
    getCapacityProvider getCodeSigningConfig getDurableExecution getDurableExecutionHistory
    getDurableExecutionState getEventSourceMapping getFunction getFunctionCodeSigningConfig
    getFunctionConcurrency getFunctionConfiguration getFunctionEventInvokeConfig getFunctionRecursionConfig
    getFunctionScalingConfig getFunctionUrlConfig getLayerVersion getLayerVersionByArn getLayerVersionPolicy
    getPolicy getProvisionedConcurrencyConfig getRuntimeManagementConfig invoke invokeAsync
    invokeWithResponseStream listAliases listCapacityProviders listCodeSigningConfigs
    listDurableExecutionsByFunction listEventSourceMappings listFunctionEventInvokeConfigs
    listFunctionUrlConfigs listFunctionVersionsByCapacityProvider listFunctions listFunctionsByCodeSigningConfig
    listLayerVersions listLayers listProvisionedConcurrencyConfigs listTags listVersionsByFunction
    publishLayerVersion publishVersion putFunctionCodeSigningConfig putFunctionConcurrency
    putFunctionEventInvokeConfig putFunctionRecursionConfig putFunctionScalingConfig
    putProvisionedConcurrencyConfig putRuntimeManagementConfig removeLayerVersionPermission removePermission
    sendDurableExecutionCallbackFailure sendDurableExecutionCallbackHeartbeat
    sendDurableExecutionCallbackSuccess stopDurableExecution tagResource untagResource updateAlias
    updateCapacityProvider updateCodeSigningConfig updateEventSourceMapping updateFunctionCode
    updateFunctionConfiguration updateFunctionEventInvokeConfig updateFunctionUrlConfig
  `,
  sfn: `
    createActivity createStateMachine createStateMachineAlias deleteActivity deleteStateMachine
    deleteStateMachineAlias deleteStateMachineVersion describeActivity describeExecution describeMapRun
    describeStateMachine describeStateMachineAlias describeStateMachineForExecution getActivityTask
    getExecutionHistory listActivities listExecutions listMapRuns listStateMachineAliases
    listStateMachineVersions listStateMachines listTagsForResource publishStateMachineVersion redriveExecution
    sendTaskFailure sendTaskHeartbeat sendTaskSuccess startExecution startSyncExecution stopExecution
    tagResource testState untagResource updateMapRun updateStateMachine updateStateMachineAlias
    validateStateMachineDefinition
  `,
  sns: `
    addPermission checkIfPhoneNumberIsOptedOut confirmSubscription createPlatformApplication
    createPlatformEndpoint createSMSSandboxPhoneNumber createTopic deleteEndpoint deletePlatformApplication
    deleteSMSSandboxPhoneNumber deleteTopic getDataProtectionPolicy getEndpointAttributes
    getPlatformApplicationAttributes getSMSAttributes getSMSSandboxAccountStatus getSubscriptionAttributes
    getTopicAttributes listEndpointsByPlatformApplication listOriginationNumbers listPhoneNumbersOptedOut
    listPlatformApplications listSMSSandboxPhoneNumbers listSubscriptions listSubscriptionsByTopic
    listTagsForResource listTopics optInPhoneNumber publish publishBatch putDataProtectionPolicy
    removePermission setEndpointAttributes setPlatformApplicationAttributes setSMSAttributes
    setSubscriptionAttributes setTopicAttributes subscribe tagResource unsubscribe untagResource
    verifySMSSandboxPhoneNumber
  `,
  sqs: `
    addPermission cancelMessageMoveTask changeMessageVisibility changeMessageVisibilityBatch createQueue
    deleteMessage deleteMessageBatch deleteQueue getQueueAttributes getQueueUrl listDeadLetterSourceQueues
    listMessageMoveTasks listQueueTags listQueues purgeQueue receiveMessage removePermission sendMessage
    sendMessageBatch setQueueAttributes startMessageMoveTask tagQueue untagQueue
  `,
};

const ACTIONS = new Map(
  Object.entries(NAMES).map(([service, names]) => [service, new Set(names.trim().split(/\s+/))]),
);

/** Whether the service has an action of this name, as far as its actions are known here. */
export const mayBeSdkAction = (service: string, action: string): boolean =>
  ACTIONS.get(service)?.has(action) ?? /^[a-z]\w*$/.test(action);
