/**
 * The services that tasks reach by `aws-sdk:`, as AWS's SDK for Java 2 names their packages: derived from the service
 * ids of botocore 1.43.11, with those that were retired since. Whether AWS offers the service to state machines is not
 * checked, which it says of "over two hundred".
 * https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
const NAMES = `
  accessanalyzer account acm acmpca aiops alexaforbusiness amp amplify amplifybackend amplifyuibuilder apigateway
  apigatewaymanagementapi apigatewayv2 appconfig appconfigdata appfabric appflow appintegrations
  applicationautoscaling applicationcostprofiler applicationdiscovery applicationinsights applicationsignals appmesh
  apprunner appstream appsync arcregionswitch arczonalshift artifact athena auditmanager autoscaling
  autoscalingplans b2bi backup backupgateway backupsearch backupstorage batch bcmdashboards bcmdataexports
  bcmpricingcalculator bcmrecommendedactions bedrock bedrockagent bedrockagentcore bedrockagentcorecontrol
  bedrockagentruntime bedrockdataautomation bedrockdataautomationruntime bedrockruntime billing billingconductor
  braket budgets chatbot chime chimesdkidentity chimesdkmediapipelines chimesdkmeetings chimesdkmessaging
  chimesdkvoice cleanrooms cleanroomsml cloud9 cloudcontrol clouddirectory cloudformation cloudfront
  cloudfrontkeyvaluestore cloudhsm cloudhsmv2 cloudsearch cloudsearchdomain cloudtrail cloudtraildata cloudwatch
  cloudwatchevents cloudwatchlogs codeartifact codebuild codecatalyst codecommit codeconnections codedeploy
  codeguruprofiler codegurureviewer codegurusecurity codepipeline codestar codestarconnections codestarnotifications
  cognitoidentity cognitoidentityprovider cognitosync comprehend comprehendmedical computeoptimizer
  computeoptimizerautomation config connect connectcampaigns connectcampaignsv2 connectcases connectcontactlens
  connecthealth connectparticipant controlcatalog controltower costandusagereport costexplorer costoptimizationhub
  customerprofiles databasemigration databrew dataexchange datapipeline datasync datazone dax deadline detective
  devicefarm devopsagent devopsguru directconnect directory directoryservicedata dlm docdb docdbelastic drs dsql
  dynamodb dynamodbstreams ebs ec2 ec2instanceconnect ecr ecrpublic ecs efs eks eksauth elasticache elasticbeanstalk
  elasticinference elasticloadbalancing elasticloadbalancingv2 elasticsearch elastictranscoder elementalinference
  emr emrcontainers emrserverless entityresolution eventbridge evidently evs finspace finspacedata firehose fis fms
  forecast forecastquery frauddetector freetier fsx gamelift gameliftstreams gamesparks geomaps geoplaces georoutes
  glacier globalaccelerator glue grafana greengrass greengrassv2 groundstation guardduty health healthlake honeycode
  iam identitystore imagebuilder importexport inspector inspector2 inspectorscan interconnect internetmonitor
  invoicing iot iot1clickdevices iot1clickprojects iotanalytics iotdataplane iotdeviceadvisor iotevents
  ioteventsdata iotfleethub iotfleetwise iotjobsdataplane iotmanagedintegrations iotroborunner iotsecuretunneling
  iotsitewise iotthingsgraph iottwinmaker iotwireless ivs ivschat ivsrealtime kafka kafkaconnect kendra
  kendraranking keyspaces keyspacesstreams kinesis kinesisanalytics kinesisanalyticsv2 kinesisvideo
  kinesisvideoarchivedmedia kinesisvideomedia kinesisvideosignaling kinesisvideowebrtcstorage kms lakeformation
  lambda launchwizard lexmodelbuilding lexmodelsv2 lexruntime lexruntimev2 licensemanager
  licensemanagerlinuxsubscriptions licensemanagerusersubscriptions lightsail location lookoutequipment
  lookoutmetrics lookoutvision m2 machinelearning macie macie2 mailmanager managedblockchain managedblockchainquery
  marketplaceagreement marketplacecatalog marketplacecommerceanalytics marketplacedeployment marketplacediscovery
  marketplaceentitlement marketplacemetering marketplacereporting mediaconnect mediaconvert medialive mediapackage
  mediapackagev2 mediapackagevod mediastore mediastoredata mediatailor medicalimaging memorydb mgn migrationhub
  migrationhubconfig migrationhuborchestrator migrationhubrefactorspaces migrationhubstrategy mobile mpa mq mturk
  mwaa mwaaserverless neptune neptunedata neptunegraph networkfirewall networkflowmonitor networkmanager
  networkmonitor nimble notifications notificationscontacts novaact oam observabilityadmin odb omics opensearch
  opensearchserverless opsworks opsworkscm organizations osis outposts panorama partnercentralaccount
  partnercentralbenefits partnercentralchannel partnercentralselling paymentcryptography paymentcryptographydata
  pcaconnectorad pcaconnectorscep pcs personalize personalizeevents personalizeruntime pi pinpoint pinpointemail
  pinpointsmsvoice pinpointsmsvoicev2 pipes polly pricing privatenetworks proton qapps qbusiness qconnect qldb
  qldbsession quicksight ram rbin rds rdsdata redshift redshiftdata redshiftserverless rekognition repostspace
  resiliencehub resourceexplorer2 resourcegroups resourcegroupstaggingapi robomaker rolesanywhere route53
  route53domains route53globalresolver route53profiles route53recoverycluster route53recoverycontrolconfig
  route53recoveryreadiness route53resolver rtbfabric rum s3 s3control s3files s3outposts s3tables s3vectors
  sagemaker sagemakera2iruntime sagemakeredge sagemakerfeaturestoreruntime sagemakergeospatial sagemakermetrics
  sagemakerruntime savingsplans scheduler schemas secretsmanager securityagent securityhub securityir securitylake
  serverlessapplicationrepository servicecatalog servicecatalogappregistry servicediscovery servicequotas ses sesv2
  sfn shield signer signerdata signin simpledb simpledbv2 simspaceweaver sms snowball snowdevicemanagement sns
  socialmessaging sqs ssm ssmcontacts ssmguiconnect ssmincidents ssmquicksetup ssmsap sso ssoadmin ssooidc
  storagegateway sts supplychain support supportapp sustainability swf synthetics taxsettings textract
  timestreaminfluxdb timestreamquery timestreamwrite tnb transcribe transfer translate trustedadvisor uxc
  verifiedpermissions voiceid vpclattice waf wafregional wafv2 wellarchitected wickr wisdom workdocs worklink
  workmail workmailmessageflow workspaces workspacesinstances workspacesthinclient workspacesweb xray
`;

const SERVICES: ReadonlySet<string> = new Set(NAMES.trim().split(/\s+/));

/** Whether AWS has an SDK for a service of this name. */
export const isSdkService = (name: string): boolean => SERVICES.has(name);
